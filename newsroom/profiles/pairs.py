"""Sorting and grouping of the list of pairs, by the partner's country or region, or by relation."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from newsroom.cooperation.models import Stage
from newsroom.languages import Words, fold
from newsroom.places.listing import Listing

CLOSEST_FIRST = (*Stage.Kind.closest_first(), "")  # "" is "no relation on record"


class Brief(NamedTuple):
    """Sort keys of a pair, from a row of `in_brief`; `places` in slug order."""

    key: int
    places: tuple[int, int]
    sorted: tuple[str, str]  # sort keys of the names, the partner's first
    continues: int | None  # the key of an earlier pair

    @property
    def partner(self) -> int:
        return self.places[1]

    @classmethod
    def of(cls, row: tuple) -> "Brief":
        key, slug, first, second, first_slug, second_slug, first_key, second_key, continues = row
        if slug == f"{first_slug}-{second_slug}":  # as in `Pair.in_order`
            return cls(key, (first, second), (second_key, first_key), continues)
        return cls(key, (second, first), (first_key, second_key), continues)


def in_brief(pairs: QuerySet) -> list[Brief]:
    """Return the sort keys of all these pairs, in one query."""
    return [Brief.of(row) for row in pairs.order_by().in_brief("continues")]


def all_in_order(pairs: QuerySet, relations: dict, *, by: str, countries: Listing) -> list[Brief]:
    """Return all pairs sorted by "country" (or region) or "relation", with `relations` as `relations_of` gives them."""
    found = in_brief(pairs)
    if by == "relation":
        ranks = {kind: rank for rank, kind in enumerate(CLOSEST_FIRST)}
        return sorted(found, key=lambda pair: (ranks[relations[pair.key].kind], pair.sorted, pair.key))

    def place_in_list(pair: Brief) -> tuple:
        return fold(countries.heading(pair.partner)), countries.key(pair.partner), pair.sorted, pair.key

    return sorted(found, key=place_in_list)


class Numbers(NamedTuple):
    """How many partners, and in how many countries and regions: None where that of one is not on record."""

    partners: int
    countries: int | None


def numbers(pairs: Iterable[Brief], countries: Listing) -> Numbers:
    """Count the partner places. A pair that another one continues is of no other partner than that one."""
    pairs = list(pairs)
    continued = {pair.continues for pair in pairs}
    partners = {pair.partner for pair in pairs if pair.key not in continued}
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


def by_partner(rows: Iterable[dict]) -> list[dict]:
    """Return the rows sorted by the partners' names in the page's language."""
    return sorted(rows, key=lambda row: (fold(row["partner"]), fold(row["home"])))
