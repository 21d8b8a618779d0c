"""Models of sources, and the abstract citation."""

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.dates import DayField, day_constraints
from newsroom.languages import Words, pick


class SourceQuerySet(models.QuerySet):
    """Queryset of sources."""

    def with_file(self, file: str) -> Self:
        """Return the source with this file key (see `files`)."""
        return self.filter(models.Q(file_zh=file) | models.Q(file_en=file)) if file else self.none()


class Source(models.Model):
    """A web page, paper or document that says something about a record."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("official page")
        PRESS = "press", _("press")
        REPUBLICATION = "republication", _("republication")
        MIRROR = "mirror", _("mirror")
        PAPER = "paper", _("paper")
        TEXT = "text", _("text of an agreement")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OFFICIAL)
    title_zh = models.CharField(_("title in Chinese"), max_length=300, blank=True)
    title_en = models.CharField(_("title in English"), max_length=300, blank=True)
    url_zh = models.URLField(_("address in Chinese"), max_length=500, blank=True)
    url_en = models.URLField(_("address in English"), max_length=500, blank=True)
    file_zh = models.CharField(_("file in Chinese"), max_length=120, blank=True, db_index=True, editable=False)
    file_en = models.CharField(_("file in English"), max_length=120, blank=True, db_index=True, editable=False)
    outlet_zh = models.CharField(_("outlet in Chinese"), max_length=200, blank=True)
    outlet_en = models.CharField(
        _("outlet in English"),
        max_length=200,
        blank=True,
        help_text=_("Who published it, such as People’s Daily."),
    )
    published = DayField(_("published on"), blank=True, remarks=False)
    retrieved_on = models.DateField(_("read on"), null=True, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            *day_constraints("published"),
            models.CheckConstraint(
                condition=~models.Q(title_zh="", title_en="", url_zh="", url_en=""),
                name="sources_source_has_a_title_or_an_address",
                violation_error_message=_("A title or an address is needed, in at least one of the two languages."),
            ),
        ]

    def __str__(self) -> str:
        return self.title_zh or self.title_en or self.url_zh or self.url_en

    def title_in(self, language: str) -> Words | None:
        return pick(self.title_zh, self.title_en, language)

    def outlet_in(self, language: str) -> Words | None:
        return pick(self.outlet_zh, self.outlet_en, language)

    def url_in(self, language: str) -> str:
        found = pick(self.url_zh, self.url_en, language)
        return str(found) if found else ""

    def file_in(self, language: str) -> dict | None:
        """Return {"address": URL, "kind": "PDF"} of the file in this language, else in the other one, else None."""
        found = pick(self.file_zh, self.file_en, language)
        if not found:
            return None
        return {"address": reverse("file", args=found.split("/")), "kind": found.rpartition(".")[2].upper()}


class Citation(models.Model):
    """A source of one record, with what it says if it differs from the record."""

    class Of(models.TextChoices):
        """What of a record a source says otherwise."""

        DAY = "day", pgettext_lazy("differing", "day")
        SIGNING = "signing", pgettext_lazy("differing", "day of signing")
        BEGINNING = "beginning", pgettext_lazy("differing", "beginning of the relation")
        TERM = "term", pgettext_lazy("differing", "term")
        PLACE = "place", pgettext_lazy("differing", "place")
        TITLE = "title", pgettext_lazy("differing", "title")
        KIND = "kind", pgettext_lazy("differing", "kind")
        NUMBER = "number", pgettext_lazy("differing", "number of people")
        TEXTS = "texts", pgettext_lazy("differing", "number of texts")
        PEOPLE = "people", pgettext_lazy("differing", "people")
        OFFICES = "offices", pgettext_lazy("differing", "offices")
        PARTIES = "parties", pgettext_lazy("differing", "parties")
        FIELDS = "fields", pgettext_lazy("differing", "fields of cooperation")

    source = models.ForeignKey(Source, models.PROTECT, verbose_name=_("source"), related_name="%(class)ss")
    says_of = models.CharField(
        _("of which it says otherwise"),
        max_length=20,
        choices=Of.choices,
        blank=True,
        default="",
        help_text=_("Only where the source differs from the record."),
    )
    says_zh = models.CharField(_("what it says, in Chinese"), max_length=300, blank=True)
    says_en = models.CharField(
        _("what it says, in English"),
        max_length=300,
        blank=True,
        help_text=_("Only where the source differs from the record, such as: 110 people."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return str(self.source)

    def says_in(self, language: str) -> Words | None:
        return pick(self.says_zh, self.says_en, language)

    def entry_in(self, language: str) -> dict:
        return source_entry(self.source, self.says_in(language), language, of=self.says_of)


def source_entry(source: Source, says: Words | None, language: str, *, of: str = "") -> dict:
    """Return a source as context of `components/source.html`; `says` is what differs from the record, `of` in what."""
    return {
        "title": source.title_in(language),
        "address": source.url_in(language),
        "file": source.file_in(language),
        "outlet": source.outlet_in(language),
        "published": source.published,
        "kind": source.get_kind_display(),
        "says": says,
        "of": capfirst(Citation.Of(of).label) if of else "",
    }
