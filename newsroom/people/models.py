"""Models of institutions, people, offices, tenures and their citations."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from newsroom.dates import DayField, day_constraints
from newsroom.languages import EN, LANGUAGES, ZH, Named, StandIn, Words, Written, columns, in_its_language, plain_text
from newsroom.languages.sorting import ChineseSortKey, SortKey, sort_as_column
from newsroom.masthead.house_style import surnames_in_capitals
from newsroom.people.honorifics import around, honorific
from newsroom.people.latin import latin_forms
from newsroom.people.queries import TenureQuerySet
from newsroom.places.models import Place
from newsroom.places.regions import CHINA, code_of
from newsroom.publishing.addresses import Addressed, Facts
from newsroom.publishing.hiding import Hideable, HideableQuerySet
from newsroom.publishing.naming import Nameable, NamedQuerySet
from newsroom.sources.models import Citation

# What stands for an institution without a name in the page's language.
OF_ITS_PLACE = pgettext_lazy("a body without a name", "%(kind)s of %(place)s")
IN_ITS_PLACE = pgettext_lazy("a body without a name", "%(kind)s in %(place)s")


class Institution(Written, Nameable, Addressed):
    """An institution that signs, sends, receives or is visited."""

    class Kind(models.TextChoices):
        PARTY = "party", _("Party committee")
        GOVERNMENT = "government", _("government")
        CONGRESS = "congress", _("people’s congress")
        CPPCC = "cppcc", _("CPPCC committee")
        COUNCIL = "council", _("council or parliament")
        BUREAU = "bureau", _("bureau or department")
        UNIVERSITY = "university", _("university")
        INSTITUTE = "institute", _("research institute")
        HOSPITAL = "hospital", _("hospital")
        SCHOOL = "school", _("school")
        COMPANY = "company", _("company")
        PORT = "port", _("port")
        ZONE = "zone", _("development zone")
        CHAMBER = "chamber", _("chamber of commerce")
        ASSOCIATION = "association", _("association")
        MUSEUM = "museum", _("museum or library")
        EMBASSY = "embassy", _("embassy or consulate")
        NETWORK = "network", _("network of cities")
        OTHER = "other", _("other body")

        @classmethod
        def of_a_place(cls) -> tuple["Institution.Kind", ...]:
            """Return the kinds that are bodies of a place, not only in it."""
            return cls.PARTY, cls.GOVERNMENT, cls.CONGRESS, cls.CPPCC, cls.COUNCIL, cls.BUREAU

    gloss_zh = models.CharField(
        _("our translation of the name, in Chinese"), max_length=200, blank=True, default="", validators=[plain_text]
    )
    gloss_en = models.CharField(
        _("our translation of the name, in English"), max_length=200, blank=True, default="", validators=[plain_text]
    )
    short_zh = models.CharField(_("short name in Chinese"), max_length=100, blank=True)
    short_en = models.CharField(_("short name in English"), max_length=100, blank=True, help_text=_("Such as UNESCO."))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.OTHER)
    place = models.ForeignKey(
        Place, models.PROTECT, verbose_name=_("place"), related_name="institutions", null=True, blank=True
    )
    slug = models.SlugField(_("address word"), max_length=150, unique=True)
    sort_as = sort_as_column()
    sort_key = SortKey("name_en")
    sort_key_zh = ChineseSortKey("name_en")

    view_name = "institution"
    objects = NamedQuerySet.as_manager()

    class Meta(Written.Meta):
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        indexes = [
            models.Index(fields=["sort_key", "id"], name="people_institutions_by_name"),
            models.Index(fields=["sort_key_zh", "id"], name="people_institutions_by_pinyin"),
        ]

    @classmethod
    def address_from(cls, facts: Facts) -> Iterable[str]:
        return [facts.get("short_en"), *super().address_from(facts)]

    @classmethod
    def apart_by(cls, facts: Facts) -> str:
        place = facts.get("place")
        return place.slug if place else ""

    def name_in(self, language: str) -> Words:
        """Return the name for a page in `language`, or what stands in for one that is not known in it.

        That is our translation of the name, else what the institution is and where: "Company in Harbourton".
        """
        if getattr(self, columns("name", language)):
            return super().name_in(language)
        if short := in_its_language(self.short_zh, self.short_en, language):
            return short
        original, gloss = super().name_in(language), getattr(self, columns("gloss", language))
        return StandIn(gloss or self._told_by_kind(language), language, original, bool(gloss))

    def short_in(self, language: str) -> Words:
        return in_its_language(self.short_zh, self.short_en, language) or self.name_in(language)

    def _told_by_kind(self, language: str) -> str:
        with override(language):
            kind = capfirst(str(self.get_kind_display()))
            if not self.place:
                return kind
            where = OF_ITS_PLACE if self.kind in self.Kind.of_a_place() else IN_ITS_PLACE
            return str(where) % {"kind": kind, "place": self.place.name_in(language)}


def is_elsewhere(kind: str, place: Place | None) -> bool:
    """Return whether no body, and no delegation, of this kind is of this place, as far as its country is known."""
    code = code_of(place) if place else ""
    chinese = (Institution.Kind.CONGRESS, Institution.Kind.CPPCC)
    return code != "" and kind in ((Institution.Kind.COUNCIL,) if code == CHINA else chinese)


class Person(Written, Hideable, Addressed):
    """A person. Names are not unique: two records may have the same one.

    `name_…` holds the whole name, `surname_…` its surname, which gives the name order: the site setting may print a
    leading surname in capitals, ZHENG Li.
    """

    surname_zh = models.CharField(_("surname in Chinese"), max_length=100, blank=True)
    surname_en = models.CharField(
        _("surname in English"),
        max_length=100,
        blank=True,
        help_text=_("Wang of Wang Xiaoming, Smith of Jane Smith."),
    )
    honorific_zh = models.CharField(_("honorific in Chinese"), max_length=60, blank=True)
    honorific_en = models.CharField(
        _("honorific in English"),
        max_length=60,
        blank=True,
        help_text=_("Such as Dr or Cllr; not an office."),
    )
    slug = models.SlugField(_("address word"), max_length=150, unique=True)
    sort_key = SortKey("surname_en", "name_en")
    sort_key_zh = ChineseSortKey("surname_en", "name_en")

    view_name = "person"
    objects = HideableQuerySet.as_manager()

    class Meta(Written.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [
            models.Index(fields=["sort_key", "id"], name="people_people_by_name"),
            models.Index(fields=["sort_key_zh", "id"], name="people_people_by_pinyin"),
        ]

    @classmethod
    def address_from(cls, facts: Facts) -> Iterable[str]:
        """Return its Latin names, else the pinyin of a Chinese one that has a single reading there."""
        known = list(super().address_from(facts))
        said = facts.record if facts.record.pk else None
        forms = latin_forms(said, facts.get("name_zh")) if said and not facts.get("name_en") else ()
        return known or (forms if len(forms) == 1 else [])

    def clean(self) -> None:
        for language in LANGUAGES:
            name, surname = self._parts(language)
            if surname and not (name.startswith(surname) or name.endswith(surname)):
                sentence = _("The surname must stand at the beginning or the end of the name.")
                raise ValidationError({columns("surname", language): sentence})

    def honorific_in(self, language: str) -> Words | None:
        """Return the form of address in this language alone; a usual one is known from its word in the other."""
        words = honorific(language, {ZH: self.honorific_zh, EN: self.honorific_en})
        return Words(words, language) if words else None

    def addressed_in(self, language: str) -> tuple[str, str]:
        """Return what is said before and after the name: ("Professor ", ""), ("", "教授")."""
        return around(self.honorific_in(language), language)

    def own_name_in(self, language: str) -> Words | None:
        """Return the name; an English one with a leading surname gets it in capitals if the site setting says so."""
        words = super().own_name_in(language)
        _name, surname = self._parts(EN)
        if words and words.language != ZH and surnames_in_capitals() and words.startswith(f"{surname} "):
            return Words(surname.upper() + words[len(surname) :], words.language)
        return words

    def original_in(self, language: str) -> Words | None:
        """Return the English spelling of a name that Chinese pages transcribe (简·史密斯), else None.

        A Chinese page prints it in brackets after the first mention, since a transcription hides the spelling. A name
        of Chinese characters needs none, nor do English pages.
        """
        _name, surname = self._parts(EN)
        transcribed = "·" in self.name_zh or (bool(surname) and self.name_en.endswith(f" {surname}"))
        return Words(self.name_en, EN) if language == ZH and self.name_zh and self.name_en and transcribed else None

    def _parts(self, language: str) -> tuple[str, str]:
        """Return (whole name, surname); the rest is the given name."""
        return getattr(self, columns("name", language)), getattr(self, columns("surname", language))


class Office(Named):
    """A post of a place or an institution. Appearances and tenures record who held it on a day."""

    place = models.ForeignKey(
        Place, models.PROTECT, verbose_name=_("of the place"), related_name="offices", null=True, blank=True
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        verbose_name=_("of the institution"),
        related_name="offices",
        null=True,
        blank=True,
    )
    sort_key = SortKey("name_en")
    sort_key_zh = ChineseSortKey("name_en")

    objects = NamedQuerySet.as_manager()

    class Meta(Named.Meta):
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(
                condition=Q(place__isnull=True) | Q(institution__isnull=True),
                name="people_office_is_of_a_place_or_of_an_institution",
                violation_error_message=_("An office is of a place or of an institution, not of both."),
            ),
        ]

    def is_approved(self, at: datetime) -> bool:
        """Return whether something approved at `at` prints the office, which locks it."""
        return Office.objects.approved(at).filter(pk=self.pk).exists()


class Tenure(models.Model):
    """A person held an office from one day until another; at least one of them is known."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tenures", verbose_name=_("person"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="tenures", verbose_name=_("office"))
    began = DayField(_("from"), blank=True, remarks=False)
    ended = DayField(_("until"), blank=True, remarks=False)
    acting = models.BooleanField(_("acting"), default=False)

    objects = TenureQuerySet.as_manager()

    class Meta:
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        constraints = [
            *day_constraints("began"),
            *day_constraints("ended"),
            models.CheckConstraint(
                condition=~Q(began="", ended=""),
                name="people_tenure_has_a_known_beginning_or_end",
                violation_error_message=_("A term of office is written only where its beginning or its end is known."),
            ),
            models.CheckConstraint(
                condition=Q(began_earliest__isnull=True)
                | Q(ended_latest__isnull=True)
                | Q(ended_latest__gte=F("began_earliest")),
                name="people_tenure_does_not_end_before_it_begins",
                violation_error_message=_("A term of office does not end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.office}"


class TenureCitation(Citation):
    """A source for a tenure."""

    tenure = models.ForeignKey(Tenure, models.CASCADE, related_name="citations", verbose_name=_("term of office"))

    class Meta(Citation.Meta):
        verbose_name = _("source of a term of office")
        verbose_name_plural = _("sources of terms of office")
