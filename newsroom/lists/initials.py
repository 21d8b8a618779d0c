"""A–Z lists: by the initial of the pinyin on Chinese pages, of the English or romanised name on English ones.

A list that is longer than a page is turned by what stands first or last on it ("?after=zheng-li"), and each initial
is then a list of its own. What readers can see is asked of a stretch of keys at a time: the database finds out for
hundreds quickly what it would find out for all of them first.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet

from newsroom.languages.sorting import LETTERS, OTHER, by_name, key_column, name_key
from newsroom.lists.pagination import COUNTED, place_of, shown

SIZE = 240  # names on a page
STRETCH = 600
INITIALS = (*LETTERS, "other")


@dataclass(frozen=True)
class AZPage:
    """One page of names: the keys of its records, how many there are in all (as far as is counted), and the ways on.

    `place` is that of the first name in the whole list, from 0; None beyond what is counted. `initials` are those of
    the whole list with their addresses, where it does not stand on one page.
    """

    keys: list[int]
    count: int
    asked: dict
    place: int | None
    newer: str = ""
    older: str = ""
    initials: tuple[tuple[str, str, bool], ...] = ()

    @property
    def initial(self) -> str:
        return self.asked.get("initial", "")

    @property
    def exact(self) -> bool:
        return self.count <= COUNTED

    def pages(self) -> dict:
        """Return the way through the list as `components/pagination.html` prints it."""
        way = {"newer": self.newer, "older": self.older, "numbers": [], "named": True}
        return way | {"shown": shown(self.place, len(self.keys), self.count)}

    def groups(self, rows: Mapping[int, dict]) -> list[tuple[str, list[dict]]]:
        """Return [(initial, rows)], A to Z, then "" for those without a Latin name; `rows` by their keys."""
        told = [rows[key] for key in self.keys if key in rows]
        return [(initial, list(group)) for initial, group in groupby(told, key=lambda row: _shown(row["sorted"]))]


def az_page(
    records: Callable[[], Any], asked: Mapping[str, str], at: datetime, path: str, language: str
) -> AZPage | None:
    """Return the page that `asked` (the parameters of the address) means, of what readers see; None if there is none.

    `records` are all of a kind, with sort keys and an address word.
    """
    initial = asked.get("initial", "")
    if initial and initial not in INITIALS:
        return None
    turned = _List(records, at, path, initial, language)
    counted = list(islice(turned.seen(), COUNTED + 1))
    side = next((side for side in ("after", "before") if asked.get(side)), "")
    if not side:
        return turned.page(counted, counted, {})
    edge = records().public(at).filter(slug=asked[side]).first()
    if edge is None:
        return None
    keys = list(islice(turned.seen(edge, backwards=side == "before"), SIZE + 1))
    if side == "before" and len(keys) <= SIZE:
        return turned.page(counted, counted, {})
    return turned.page(keys, counted, {side: edge.slug}) if keys else None


def az_chunks(records: Callable[[], Any], at: datetime, language: str, size: int) -> Iterator[list[int]]:
    """Yield the keys of the whole list of what readers see, A to Z, each chunk read before it is used."""
    seen = _List(records, at, "", "", language).seen()
    while keys := list(islice(seen, size)):
        yield keys


@dataclass(frozen=True)
class _List:
    """The list that is paginated: all records of a kind, at a moment, at an address, in the order of a language."""

    records: Callable[[], QuerySet]
    at: datetime
    path: str
    initial: str
    language: str

    def page(self, keys: list[int], counted: list[int], turned: dict) -> AZPage:
        """Return the page of these keys, one more than fit where the list goes on; `counted` begin the whole list."""
        more, keys = len(keys) > SIZE, keys[:SIZE]
        if "before" in turned:
            keys, more = keys[::-1], True
        ends = self.records().in_bulk([keys[0], keys[-1]]) if keys and (more or turned) else {}
        question = {"initial": self.initial} if self.initial else {}
        return AZPage(
            keys,
            len(counted),
            question | turned,
            place_of(keys, counted),
            newer=self._address(question | {"before": ends[keys[0]].slug}) if turned else "",
            older=self._address(question | {"after": ends[keys[-1]].slug}) if more else "",
            initials=tuple(self._initials()) if question or turned or more else (),
        )

    def seen(self, edge: Any = None, *, backwards: bool = False) -> Iterator[int]:
        """Yield the keys of those records that readers can see, in order, from beyond `edge` on."""
        column, records = key_column(self.language), self.records().filter(self._under_initial())
        order = [f"-{name}" if backwards else name for name in by_name(self.language)]
        place = edge and name_key(edge, self.language)
        while True:
            rest = records.filter(_beyond(column, place, backwards)) if place else records
            rows = list(rest.order_by(*order).values_list(column, "pk")[:STRETCH])
            keys = [key for _sorted, key in rows]
            seen = set(records.model.objects.public(self.at).filter(pk__in=keys).values_list("pk", flat=True))
            yield from (key for key in keys if key in seen)
            if len(rows) < STRETCH:
                return
            place = rows[-1]

    def _under_initial(self) -> Q:
        """Return the Q filter of the sort keys under the initial; of all where it is empty."""
        column, initial = key_column(self.language), self.initial
        if not initial:
            return Q()
        if initial == "other":
            return Q((f"{column}__gte", OTHER))
        return Q((f"{column}__gte", initial), (f"{column}__lt", chr(ord(initial) + 1)))

    def _initials(self) -> Iterator[tuple[str, str, bool]]:
        """Yield (what is shown, address, whether it is chosen) of every initial, also of one that no name has."""
        for initial in INITIALS:
            shown = initial.upper() if initial in LETTERS else ""
            yield shown, self._address({"initial": initial}), initial == self.initial

    def _address(self, asked: dict) -> str:
        return f"{self.path}?{urlencode(asked)}"


def _beyond(column: str, place: tuple[str, int], backwards: bool) -> Q:
    (name, key), way = place, "lt" if backwards else "gt"
    return Q((f"{column}__{way}e", name)) & (Q((f"{column}__{way}", name)) | Q((f"pk__{way}", key)))


def _shown(sort_key: str) -> str:
    first = sort_key[:1]
    return first.upper() if first and first in LETTERS else ""
