"""Under which country or region each place is listed and counted, for lists of many places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Self

from newsroom.languages import ZH, Words, pick
from newsroom.languages.sorting import name_key, sort_key
from newsroom.places import regions
from newsroom.places.install import DATA
from newsroom.places.models import Place
from newsroom.tables import rows_of


@dataclass(frozen=True)
class Lying:
    """A place's columns as `regions` reads them; `known` are all places by key, so that walking up asks nothing."""

    known: dict[int, "Lying"]
    pk: int
    slug: str
    name_zh: str
    name_en: str
    level: str
    country: str
    parent_id: int | None
    sort_key: str
    sort_key_zh: str

    def ancestors(self) -> Iterator["Lying"]:
        """Yield what it is part of, from its parent upwards."""
        seen, above = {self.pk}, self.known.get(self.parent_id or 0)
        while above is not None and above.pk not in seen:
            yield above
            seen.add(above.pk)
            above = self.known.get(above.parent_id or 0)


@dataclass(frozen=True)
class Listing:
    """The countries and regions under which places are listed, in one language, by the office's convention."""

    places: dict[int, Lying]
    slugs: dict[str, Lying]
    named: dict[str, Words]
    keys: dict[str, str]  # sort keys of these
    convention: str
    language: str

    @classmethod
    def of_all(cls, language: str) -> Self:
        """Return the listing of all places, in one query beside the site's settings."""
        places: dict[int, Lying] = {}
        for row in Place.objects.values_list(*(column.name for column in fields(Lying)[1:])):
            places[row[0]] = Lying(places, *row)
        at_slug = {one.slug: one for one in places.values()}
        convention = regions.in_force(at_slug.get)
        named = _named(places.values(), language, convention)
        return cls(places, at_slug, named, _keys(places.values(), named, language), convention, language)

    def at_slug(self, slug: str) -> Lying | None:
        return self.slugs.get(slug)

    def key(self, place: int) -> str:
        """Return the code under which a place is listed, else what stands for the topmost place that it is part of."""
        code = self._code(place)
        return code if code in self.named else f"{self._topmost(place).pk}"

    def heading(self, place: int) -> Words:
        """Return the name of its country or region; where that is on record nowhere, of the topmost place above it."""
        if name := self.named.get(self._code(place)):
            return name
        top = self._topmost(place)
        return pick(top.name_zh, top.name_en, self.language) or Words("", self.language)

    def sort_key(self, place: int) -> str:
        """Return what the heading of a place is sorted by, in the order of names."""
        code = self._code(place)
        return self.keys[code] if code in self.named else name_key(self._topmost(place), self.language)[0]

    def within(self, place: int) -> Words | None:
        """Return the region in which a place lies that is listed under another heading, such as "Taiwan, China"."""
        code = regions.code_of(self.places[place])
        if regions.listed_under(code, self.convention) == code or regions.region_of(self.places[place]):
            return None
        return regions.name_of(code, self.language, self.convention)

    def count(self, places: Iterable[int]) -> int | None:
        """Return in how many countries and regions the places lie; None where that of one is not on record."""
        codes = {self._code(place) for place in places}
        return len(codes) if codes <= set(self.named) else None

    def _code(self, place: int) -> str:
        return regions.listed_under(regions.code_of(self.places[place]), self.convention)

    def _topmost(self, place: int) -> Lying:
        return [self.places[place], *self.places[place].ancestors()][-1]


def known_codes() -> set[str]:
    """Return the two letters of every country and region that comes with the house or was entered by the office."""
    own = Place.objects.countries().values_list("country", flat=True)
    return {*own, *_shipped(), *regions.REGIONS}


def _named(places: Iterable[Lying], language: str, convention: str) -> dict[str, Words]:
    """Return {code: name}: the office's own name of a country before the one that came with the house."""
    own = {one.country.upper(): (one.name_zh, one.name_en) for one in places if one.level == Place.Level.COUNTRY}
    names = {code: pick(*both, language) for code, both in (_shipped() | own).items() if code}
    names |= {code: regions.name_of(code, language, convention) for code in regions.REGIONS}
    return {code: name for code, name in names.items() if name}


def _keys(places: Iterable[Lying], named: dict[str, Words], language: str) -> dict[str, str]:
    """Return {code: sort key}: that of the office's own record of a country before the one that came with the house."""
    own = {one.country.upper(): name_key(one, language)[0] for one in places if one.level == Place.Level.COUNTRY}
    shipped = _pinyin() if language == ZH else {}
    return {code: own.get(code) or shipped.get(code) or sort_key(name, "") for code, name in named.items()}


@cache
def _pinyin() -> dict[str, str]:
    return {row["country"]: row["sort_key_zh"] for row in rows_of(DATA / "country_keys.tsv")}


@cache
def _shipped() -> dict[str, tuple[str, str]]:
    return {row["country"]: (row["name_zh"], row["name_en"]) for row in rows_of(DATA / "countries.tsv")}
