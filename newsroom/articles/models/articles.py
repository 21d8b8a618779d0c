"""Article model, with its section, linked records, photos and sources."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.articles.queries import ArticleQuerySet
from newsroom.articles.states import State
from newsroom.cooperation.models import Agreement, Event
from newsroom.languages import EN, Named
from newsroom.photos.models import Photo
from newsroom.places.models import Pair
from newsroom.publishing.addresses import Addressed, Facts
from newsroom.publishing.naming import Nameable
from newsroom.sources.models import Citation

ONE_FOR_SHARING = _("Another photo of this story is for sharing already.")


class Section(Named):
    """A category of stories, such as news or features."""

    slug = models.SlugField(_("address word"), max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta(Named.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "slug"]


class Article(Nameable, Addressed):
    """A story in up to two editions, which share the records that it reports.

    Its pairs follow from its events and agreements; pairs of its own only if it reports neither.
    """

    section = models.ForeignKey(
        Section, models.PROTECT, verbose_name=_("section"), related_name="articles", null=True, blank=True
    )
    original = models.CharField(
        _("original language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    year = models.PositiveSmallIntegerField(
        _("year"), help_text=_("The year in the address: the event's, fixed when the story is first public.")
    )
    year_proposed = models.BooleanField(_("year proposed"), default=False, editable=False)
    slug = models.SlugField(_("address word"), max_length=120, help_text=_("Latin, such as harbourton-port-agreement."))
    events = models.ManyToManyField(Event, verbose_name=_("events"), related_name="articles", blank=True)
    agreements = models.ManyToManyField(Agreement, verbose_name=_("agreements"), related_name="articles", blank=True)
    pairs = models.ManyToManyField(
        Pair,
        verbose_name=_("pairs"),
        related_name="articles",
        blank=True,
        help_text=_("Only if the story reports no event and no agreement."),
    )
    photos = models.ManyToManyField(Photo, through="ArticlePhoto", related_name="articles")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="articles",
        editable=False,
        verbose_name=_("begun by"),
    )

    view_name = "story"
    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        constraints = [
            models.UniqueConstraint(
                fields=["year", "slug"],
                name="articles_slug_is_unique_in_its_year",
                violation_error_message=_("Another story of this year has this address word."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}/{self.slug}"

    def address_words(self) -> list:
        return [self.year, self.slug]

    @classmethod
    def address_from(cls, facts: Facts) -> Iterable[str]:
        return [facts.get("headline_en")]

    @property
    def headline_en(self) -> str:
        """Return the English headline of the last version that was not discarded."""
        edition = self.editions.filter(language=EN).first()
        versions = edition.versions.exclude(state=State.DISCARDED).order_by("-number") if edition else None
        return (versions and versions.values_list("headline", flat=True).first()) or ""

    @staticmethod
    def year_of(events: Iterable[Event]) -> int | None:
        """Return the year of the first of these events, as far as their days are known."""
        days = [event.held.earliest for event in events if event.held and event.held.earliest]
        return min(days).year if days else None

    def proposed_columns(self) -> dict[str, Any]:
        year = self.year_of(self.events.all()) if self.year_proposed else None
        return super().proposed_columns() | ({"year": year} if year else {})


class ArticlePhoto(models.Model):
    """A photo in a story, at a position."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="shown", verbose_name=_("story"))
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="shown", verbose_name=_("photo"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    language = models.CharField(
        pgettext_lazy("of a photo", "on pages in"),
        max_length=10,
        choices=settings.LANGUAGES,
        blank=True,
        default="",
        help_text=_(
            "For a drawing with words in it: put both in, each for the pages of its language. Readers see it with the "
            "words in that language, not before. Empty: on the pages of both."
        ),
    )
    for_sharing = models.BooleanField(
        _("for sharing"),
        default=False,
        help_text=_(
            "What a link to the story shows in WeChat and elsewhere, cut to 1200 × 630 around the focal point. "
            "Mark one photo at most; of a drawing that is there in both languages, both. Without a mark, the names of "
            "the pair and the headline are drawn."
        ),
    )

    class Meta:
        verbose_name = _("photo of a story")
        verbose_name_plural = _("photos of stories")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "photo"],
                name="articles_photo_is_in_a_story_once",
                violation_error_message=_("This photo stands in the story already."),
            ),
            models.UniqueConstraint(
                fields=["article", "language"],
                condition=Q(for_sharing=True),
                name="articles_one_photo_of_a_page_is_for_sharing",
                violation_error_message=ONE_FOR_SHARING,
            ),
        ]

    def __str__(self) -> str:
        return str(self.photo)


class ArticleCitation(Citation):
    """A source of a story."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="citations", verbose_name=_("story"))

    class Meta(Citation.Meta):
        verbose_name = _("source of a story")
        verbose_name_plural = _("sources of stories")
