"""Photo model: token and size of the picture, its words in each language, and who is to be seen."""

import secrets
from datetime import datetime
from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import CharField, F, Prefetch, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from newsroom.languages import Words, columns, pick, plain_text
from newsroom.people.models import Person
from newsroom.photos.image_worker import widths_of
from newsroom.publishing.hiding import hidden_q
from newsroom.publishing.interval import IntervalQuerySet
from newsroom.publishing.release import Released

MIDDLE = "50-50"


def new_token() -> str:
    """Return an unguessable token."""
    return secrets.token_urlsafe(16)


def pages_in(language: str) -> tuple[str, str]:
    """Return what a row of a story's photos says that stands on the story's page in `language`: that, or nothing."""
    return "", language


class PhotoQuerySet(IntervalQuerySet):
    """Photos are public by their own release, or with the stories that show them."""

    def public(self, at: datetime) -> Self:
        """Return what is public at `at`: no photo of somebody whose page a deed has hidden."""
        return super().public(at).showing_nobody_hidden()

    def showing_nobody_hidden(self) -> Self:
        return self.exclude(hidden_q("pictured__person"))

    def of_article(self, article: Any, language: str) -> Self:
        """Return the photos of the story's page in `language`, in its order, each annotated with `for_sharing`."""
        shown = self.filter(shown__article=article, shown__language__in=pages_in(language))
        return shown.annotate(for_sharing=F("shown__for_sharing")).order_by("shown__order", "shown__pk")

    def with_people(self) -> Self:
        """Prefetch who is to be seen."""
        return self.prefetch_related(Prefetch("pictured", Pictured.objects.select_related("person")))

    def without_alt_in(self, language: str) -> Self:
        return self.filter(**{columns("alt", language): ""})

    def without_avif(self) -> Self:
        return self.filter(avif=False)

    def cut_for_another_focus(self) -> Self:
        parts = Cast("focus_x", CharField()), Value("-"), Cast("focus_y", CharField())
        return self.exclude(cut_for=Concat(*parts))


class Photo(Released):
    """A picture that stories may show, with caption, credit and alternative text in each language.

    The picture itself never changes: another picture is another photo. Its files stand under its token (`files`).
    """

    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token, editable=False)
    width = models.PositiveIntegerField(_("width in pixels"), editable=False, validators=[MinValueValidator(1)])
    height = models.PositiveIntegerField(_("height in pixels"), editable=False, validators=[MinValueValidator(1)])
    avif = models.BooleanField(_("also as AVIF"), default=False, editable=False)
    cut_for = models.CharField(_("cut for the focal point"), max_length=7, default="", editable=False)
    focus_x = models.PositiveSmallIntegerField(
        _("focal point from the left, %"), default=50, validators=[MaxValueValidator(100)]
    )
    focus_y = models.PositiveSmallIntegerField(
        _("focal point from the top, %"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_(
            "What must be seen where there is room for a part of the picture only. Click there, move the mark by arrow "
            "keys, or type."
        ),
    )
    whole = models.BooleanField(
        _("always whole"),
        default=False,
        help_text=_("For a plan, a document, a row of people: nothing may be cut off."),
    )
    drawn = models.BooleanField(
        _("drawing on light ground"),
        default=False,
        help_text=_("For a map, a chart, a plan: on a dark screen it is shown light on dark. Not for photographs."),
    )
    caption_zh = models.CharField(_("caption in Chinese"), max_length=500, blank=True, validators=[plain_text])
    caption_en = models.CharField(_("caption in English"), max_length=500, blank=True, validators=[plain_text])
    credit_zh = models.CharField(_("credit in Chinese"), max_length=200, blank=True, validators=[plain_text])
    credit_en = models.CharField(_("credit in English"), max_length=200, blank=True, validators=[plain_text])
    alt_zh = models.CharField(_("alternative text in Chinese"), max_length=500, blank=True, validators=[plain_text])
    alt_en = models.CharField(
        _("alternative text in English"),
        max_length=500,
        blank=True,
        validators=[plain_text],
        help_text=_("What is to be seen, for those who cannot see it, such as: Two people shake hands at a table."),
    )

    objects = PhotoQuerySet.as_manager()

    class Meta(Released.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        constraints = [
            *Released.Meta.constraints,
            models.CheckConstraint(
                condition=Q(width__gte=1, height__gte=1),
                name="photos_photo_has_a_picture",
                violation_error_message=_("A photo needs a picture."),
            ),
            models.CheckConstraint(
                condition=Q(focus_x__lte=100, focus_y__lte=100),
                name="photos_photo_has_its_focus_inside",
                violation_error_message=_("The focal point stands inside the picture: at most 100 %."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption_zh or self.caption_en or self.alt_zh or self.alt_en or str(self.pk)

    def develop(self, taken: Any) -> None:
        """Take over token, size and focal point of a processed upload (`intake.Taken`)."""
        self.token, self.width, self.height = taken.token, taken.width, taken.height
        self.cut_for = taken.cut_for

    @property
    def focus(self) -> str:
        """Return the focal point in per cent from the left and from the top, such as "50-33"."""
        return f"{self.focus_x}-{self.focus_y}"

    @property
    def is_cut(self) -> bool:
        """Return whether the crops match the current focal point; after a change a tick makes them."""
        return self.cut_for == self.focus

    @property
    def widths(self) -> list[int]:
        """Return the rendition widths in pixels."""
        return widths_of(self.width)

    def caption_in(self, language: str) -> Words | None:
        return pick(self.caption_zh, self.caption_en, language)

    def credit_in(self, language: str) -> Words | None:
        return pick(self.credit_zh, self.credit_en, language)

    def alt_in(self, language: str) -> Words | None:
        return pick(self.alt_zh, self.alt_en, language)


class Pictured(models.Model):
    """Somebody in a photo, counted from the left: a person, or plain words."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="pictured", verbose_name=_("photo"))
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="pictured", verbose_name=_("person"), null=True, blank=True
    )
    words_zh = models.CharField(_("words in Chinese"), max_length=200, blank=True, validators=[plain_text])
    words_en = models.CharField(
        _("words in English"),
        max_length=200,
        blank=True,
        validators=[plain_text],
        help_text=_("Where it is no person of the records, such as: an interpreter."),
    )
    order = models.PositiveSmallIntegerField(_("order from the left"), default=0)

    class Meta:
        verbose_name = _("person in a photo")
        verbose_name_plural = _("people in photos")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, words_zh="", words_en="")
                | Q(person__isnull=True) & ~Q(words_zh="", words_en=""),
                name="photos_pictured_is_a_person_or_words",
                violation_error_message=_("Choose a person, or write words: one of the two."),
            ),
            models.UniqueConstraint(
                fields=["photo", "person"],
                name="photos_person_is_in_a_photo_once",
                violation_error_message=_("This person stands in the photo already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.words_zh or self.words_en)
