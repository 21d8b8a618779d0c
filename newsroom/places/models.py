"""Models of places, their successions, and pairs of places."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.dates import DayField, day_constraints
from newsroom.languages import ZH, Words, Written
from newsroom.languages.sorting import ChineseSortKey, SortKey, name_key, sort_as_column
from newsroom.masthead.models import SiteSettings
from newsroom.places import order, regions
from newsroom.places.latin import latin_forms
from newsroom.places.queries import PairQuerySet, PlaceQuerySet
from newsroom.publishing.addresses import Addressed, Facts
from newsroom.publishing.naming import Nameable

# The units of places that are no cities, as their full names end in Chinese.
UNITS = ("省", "州", "盟", "区", "县", "旗", "镇", "乡")


class Place(Written, Nameable, Addressed):
    """A country, a province, a city, a county, a town, or a group of cities."""

    class Level(models.TextChoices):
        COUNTRY = "country", _("country or region")
        PROVINCE = "province", _("province, state or region")
        PREFECTURE = "prefecture", _("prefecture or league")
        CITY = "city", _("city")
        DISTRICT = "district", _("district")
        COUNTY = "county", _("county")
        COUNTY_CITY = "county-city", _("county-level city")
        TOWN = "town", _("town")
        GROUP = "group", _("group of cities")

    level = models.CharField(_("level"), max_length=20, choices=Level.choices, default=Level.CITY)
    parent = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("part of"), related_name="parts", null=True, blank=True
    )
    country = models.CharField(
        _("country or region"), max_length=2, blank=True, help_text=_("ISO 3166, two letters, such as CN.")
    )
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=4, null=True, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=7, decimal_places=4, null=True, blank=True)
    wikidata = models.CharField(_("Wikidata"), max_length=20, blank=True, help_text=_("Such as Q42780."))
    slug = models.SlugField(
        _("address word"),
        max_length=120,
        unique=True,
        help_text=_("Latin, such as beijing or springfield-illinois."),
    )
    sort_as = sort_as_column()
    sort_key = SortKey("name_en")
    sort_key_zh = ChineseSortKey("name_en")
    ended = DayField(_("ended on"), blank=True, remarks=False)
    successors = models.ManyToManyField(
        "self",
        verbose_name=_("successors"),
        through="Succession",
        symmetrical=False,
        related_name="predecessors",
    )

    view_name = "place"
    objects = PlaceQuerySet.as_manager()

    class Meta(Written.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        indexes = [
            models.Index(fields=["sort_key", "id"], name="places_places_by_name"),
            models.Index(fields=["sort_key_zh", "id"], name="places_places_by_pinyin"),
        ]
        constraints = [
            *Written.Meta.constraints,
            *day_constraints("ended"),
            models.CheckConstraint(
                condition=Q(longitude__isnull=True, latitude__isnull=True)
                | Q(longitude__isnull=False, longitude__range=(-180, 180))
                & Q(latitude__isnull=False, latitude__range=(-90, 90)),
                name="places_place_stands_on_the_globe",
                violation_error_message=_(
                    "Longitude and latitude are given together: −180 to 180 and −90 to 90 degrees."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("pk")),
                name="places_place_is_not_part_of_itself",
                violation_error_message=_("A place is not part of itself."),
            ),
        ]

    def clean(self) -> None:
        if self.pk and self.parent and Place.objects.holds(self.parent, self):
            raise ValidationError({"parent": _("These places would be part of one another in a circle.")})

    @classmethod
    def address_from(cls, facts: Facts) -> Iterable[str]:
        """Return its Latin names, else the pinyin of a Chinese one that has a single reading there."""
        known = list(super().address_from(facts))
        said = {name: facts.get(name) for name in ("name_zh", "name_en", "other_names", "level", "country")}
        forms = latin_forms(cls(parent=facts.get("parent") or None, **said)) if not known else ()
        return known or (forms if len(forms) == 1 else [])

    @classmethod
    def apart_by(cls, facts: Facts) -> str:
        """Return what a namesake's slug ends in: its parent, as in springfield-illinois, or its country."""
        parent = facts.get("parent")
        return parent.name_en if parent else facts.get("country")

    def has_fixed_address(self) -> bool:
        """Return whether the site settings call it the home place by this slug."""
        return self.slug == SiteSettings.current().home

    def ancestors(self) -> Iterator["Place"]:
        """Yield what it is part of, from its parent upwards."""
        seen, above = {self.pk}, self.parent
        while above is not None and above.pk not in seen:
            yield above
            seen.add(above.pk)
            above = above.parent

    def own_name_in(self, language: str) -> Words | None:
        """Return the name; that of Hong Kong, Macao or Taiwan as the office's convention has it."""
        if code := regions.region_of(self):
            return regions.name_of(code, language, regions.in_force(type(self).objects.at_slug))
        return super().own_name_in(language)

    def full_in(self, language: str) -> Words | None:
        """Return the name with its unit where Chinese needs one: 湖畔盟, 江北区; of a city its name alone.

        The unit is part of one of the other names; it is never guessed from the level.
        """
        name = self.name_in(language)
        whole = (self.Level.COUNTRY, self.Level.CITY, self.Level.COUNTY_CITY, self.Level.GROUP)
        if name is None or name.language != ZH or self.level in whole or regions.region_of(self):
            return name
        full = (one for one in self.other_names.splitlines() if one.startswith(name) and one.endswith(UNITS))
        return Words(next(full, name), ZH)

    def level_words(self) -> str:
        """Return the level for readers; Hong Kong, Macao and Taiwan are regions in either convention."""
        return str(_("region")) if regions.region_of(self) else self.get_level_display()

    def listed_alone(self) -> bool:
        """Say whether it is a region that the office's convention lists by itself, and not as a part of China."""
        return bool(regions.region_of(self)) and regions.in_force(type(self).objects.at_slug) != regions.MAINLAND


class Succession(models.Model):
    """A place was succeeded by another on the day it ended."""

    predecessor = models.ForeignKey(Place, models.CASCADE, related_name="passed_into", verbose_name=_("place"))
    successor = models.ForeignKey(Place, models.PROTECT, related_name="came_from", verbose_name=_("successor"))

    class Meta:
        verbose_name = _("successor")
        verbose_name_plural = _("successors")
        constraints = [
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="places_place_does_not_succeed_itself",
                violation_error_message=_("A place does not succeed itself."),
            ),
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="places_place_succeeds_once",
                violation_error_message=_("This successor stands here already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"

    def clean(self) -> None:
        if self.predecessor_id and self.successor_id and Place.objects.leads_back(self.successor, self.predecessor):
            raise ValidationError({"successor": _("These places would succeed one another in a circle.")})


def slugs_of(one: Place, other: Place) -> dict[str, str]:
    """Return the slugs of the pair of two places. They name the home place first, else go by alphabet."""
    home = SiteSettings.current().home
    lead, follow = sorted((place.slug for place in (one, other)), key=lambda slug: (slug != home, slug))
    return {"slug": f"{lead}-{follow}", "reverse_slug": f"{follow}-{lead}"}


class Pair(Nameable, Addressed):
    """An unordered, unique pair of different places; its page gathers everything between them.

    `first` is the place with the smaller key, so that a unique constraint holds for unordered pairs. For the order that
    readers see, use `in_order`.
    """

    first = models.ForeignKey(Place, models.PROTECT, related_name="pairs_as_first", verbose_name=_("place"))
    second = models.ForeignKey(Place, models.PROTECT, related_name="pairs_as_second", verbose_name=_("other place"))
    slug = models.SlugField(_("address word"), max_length=250, unique=True)
    reverse_slug = models.SlugField(_("address word, the other way round"), max_length=250, unique=True)
    slug_proposed = None  # it is always made from those of its places: see `slugs_of`
    continues = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("continues"),
        related_name="continued_by",
        null=True,
        blank=True,
        help_text=_("The pair whose relation this one took over, such as that of a town now part of a city."),
    )

    whole_since = models.PositiveSmallIntegerField(
        _("records whole since"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1000), MaxValueValidator(9999)],
        help_text=_(
            "The first year from which the records between the two are whole, if not that of the site settings."
        ),
    )

    view_name = "pair"
    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair")
        verbose_name_plural = _("pairs")
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="places_pair_is_two_different_places_in_order",
                violation_error_message=_("A pair is two different places."),
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                name="places_pair_stands_once",
                violation_error_message=_("This pair stands in the records already."),
            ),
            models.CheckConstraint(
                condition=~Q(slug=F("reverse_slug")),
                name="places_pair_reads_differently_in_reverse",
                violation_error_message=_("The two address words of a pair differ."),
            ),
            models.CheckConstraint(
                condition=~Q(continues=F("pk")),
                name="places_pair_does_not_continue_itself",
                violation_error_message=_("A pair does not continue itself."),
            ),
        ]

    def __str__(self) -> str:
        return " – ".join(str(place) for place in self.in_order(get_language() or ZH))

    def clean(self) -> None:
        if self.pk and self.continues and Pair.objects.leads_back(self.continues, self):
            raise ValidationError({"continues": _("These pairs would continue one another in a circle.")})

    def in_order(self, language: str) -> tuple[Place, Place]:
        """Return the two places as readers of a language see them named.

        The home place stands first, else the one in its country; of two alike, the first in the order of names.
        """
        return order.arranged(self.first, self.second, Place.objects.at_slug, language, self._country_of)

    def _country_of(self, place: Place) -> str:
        loaded = getattr(self, f"{'first' if place.pk == self.first_id else 'second'}_country", None)
        return regions.country_of(place) if loaded is None else loaded

    def sort_key_in(self, language: str) -> tuple[str, str, int]:
        """Return what it is sorted by: the place that it names second, then the first."""
        lead, follow = (name_key(place, language)[0] for place in self.in_order(language))
        return follow, lead, self.pk

    def proposed_columns(self) -> dict[str, Any]:
        return slugs_of(self.first, self.second)

    def other(self, place: Place) -> Place:
        return self.second if place.pk == self.first_id else self.first
