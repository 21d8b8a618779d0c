"""Sorting and grouping of the list of pairs, by the partner's country or region, or by relation."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from newsroom.cooperation.models import Stage
from newsroom.languages import LANGUAGES, Words, fold
from newsroom.languages.sorting import name_key
from newsroom.places.listing import Listing
from newsroom.places.order import arranged

CLOSEST_FIRST = (*Stage.Kind.closest_first(), "")  # "" is "no relation on record"


class Brief(NamedTuple):
    """Sort keys of a pair; `places` in the order in which it names them."""

    key: int
    places: tuple[int, int]
    sorted: tuple[str, str]  # sort keys of the names, the partner's first
    counted: int  # its partner in either language
    continues: int | None  # the key of an earlier pair

    @property
    def partner(self) -> int:
        return self.places[1]

    @classmethod
    def of(cls, row: tuple, countries: Listing) -> "Brief":
        key, first, second, continues = row
        sides = countries.places[first], countries.places[second]
        lead, follow = arranged(*sides, countries.at_slug, countries.language)
        counted = arranged(*sides, countries.at_slug, LANGUAGES[0])[1]
        names = (name_key(follow, countries.language)[0], name_key(lead, countries.language)[0])
        return cls(key, (lead.pk, follow.pk), names, counted.pk, continues)


def in_brief(pairs: QuerySet, countries: Listing) -> list[Brief]:
    """Return the sort keys of all these pairs, in one query."""
    rows = pairs.order_by().values_list("pk", "first_id", "second_id", "continues")
    return [Brief.of(row, countries) for row in rows]


def all_in_order(pairs: QuerySet, relations: dict, *, by: str, countries: Listing) -> list[Brief]:
    """Return all pairs sorted by "country" (or region) or "relation", with `relations` as `relations_of` gives them."""
    found = in_brief(pairs, countries)
    if by == "relation":
        ranks = {kind: rank for rank, kind in enumerate(CLOSEST_FIRST)}
        return sorted(found, key=lambda pair: (ranks[relations[pair.key].kind], pair.sorted, pair.key))

    def place_in_list(pair: Brief) -> tuple:
        return countries.sort_key(pair.partner), countries.key(pair.partner), pair.sorted, pair.key

    return sorted(found, key=place_in_list)


class Numbers(NamedTuple):
    """How many partners, and in how many countries and regions: None where that of one is not on record."""

    partners: int
    countries: int | None


def numbers(pairs: Iterable[Brief], countries: Listing) -> Numbers:
    """Count the partner places. A pair that another one continues is of no other partner than that one."""
    pairs = list(pairs)
    continued = {pair.continues for pair in pairs}
    partners = {pair.counted for pair in pairs if pair.key not in continued}
    return Numbers(len(partners), countries.count(partners))


def by_country(rows: Iterable[dict], countries: Listing) -> list[tuple[Words, list[dict]]]:
    """Return [(country or region, rows)] of sorted rows."""
    groups = _gathered(rows, lambda row: countries.key(row["partner_key"]))
    return [(countries.heading(group[0]["partner_key"]), group) for group in groups.values()]


def by_relation(rows: Iterable[dict]) -> list[tuple[str, list[dict]]]:
    """Return [(relation, rows)], closest relation first, unknown last; the heading is every row's own word."""
    groups = _gathered(rows, lambda row: (row["kind"], row["relation"]))
    ranks = {kind: rank for rank, kind in enumerate(CLOSEST_FIRST)}
    return [(groups[key][0]["relation"], groups[key]) for key in sorted(groups, key=lambda key: ranks[key[0]])]


def named_like(places: QuerySet, asked: str) -> set[int]:
    """Return the keys of the places with a name, in any script, that contains `asked`."""
    words = fold(asked)
    names = places.values_list("pk", "name_zh", "name_en", "other_names")
    return {key for key, zh, en, others in names if any(words in fold(name) for name in (zh, en, *others.splitlines()))}


def _gathered(rows: Iterable[dict], key: int) -> dict[str, list[dict]]:
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups
