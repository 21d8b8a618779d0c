"""A photo: its picture's token and measures, and what is said of it in each language."""

import secrets

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.languages import Words, columns, pick, plain_text
from newsroom.photos.darkroom import widths_of
from newsroom.publishing.interval import IntervalQuerySet
from newsroom.publishing.release import Released


def new_token() -> str:
    """Return a word that nobody can guess."""
    return secrets.token_urlsafe(16)


class PhotoQuerySet(IntervalQuerySet):
    """Photos: public by themselves, by their own release or with the stories that show them."""

    def of_article(self, article):
        """In the order in which the story shows them."""
        return self.filter(shown__article=article).order_by("shown__order", "shown__pk")

    def without_alt_in(self, language: str):
        return self.filter(**{columns("alt", language): ""})

    def without_avif(self):
        return self.filter(avif=False)


class Photo(Released):
    """A picture that stories may show, with caption, credit and alternative text in each language.

    The picture itself never changes: another picture is another photo. Its files stand under its token (`files`).
    """

    token = models.CharField(_("token"), max_length=40, unique=True, default=new_token, editable=False)
    width = models.PositiveIntegerField(_("width in pixels"), editable=False, validators=[MinValueValidator(1)])
    height = models.PositiveIntegerField(_("height in pixels"), editable=False, validators=[MinValueValidator(1)])
    avif = models.BooleanField(_("also as AVIF"), default=False, editable=False)
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
                condition=models.Q(width__gte=1, height__gte=1),
                name="photos_photo_has_a_picture",
                violation_error_message=_("A photo needs a picture."),
            ),
        ]

    def __str__(self):
        return self.caption_zh or self.caption_en or self.alt_zh or self.alt_en or str(self.pk)

    @property
    def widths(self) -> list[int]:
        """The widths in pixels in which the picture is served."""
        return widths_of(self.width)

    def caption_in(self, language: str) -> Words | None:
        return pick(self.caption_zh, self.caption_en, language)

    def credit_in(self, language: str) -> Words | None:
        return pick(self.credit_zh, self.credit_en, language)

    def alt_in(self, language: str) -> Words | None:
        return pick(self.alt_zh, self.alt_en, language)
