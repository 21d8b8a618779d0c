"""Pagination: numbered pages where a list is counted to its end, keyset cursors (older, newer) where it is not.

A cursor is the rank and the key of a row ("1566206300000-42"): `before` goes on to what is older,
`after` back to what is newer, however many rows have come meanwhile. A count is exact to a thousand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from newsroom.languages import figures

SIZE = 20
COUNTED = 1_000
CURSOR = re.compile(r"(\d{1,18})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class ListPage:
    """One page of a list: its rows, newest first, and how many there are in all (one more than is counted: more).

    `question` are the filters that were set, `turned` what leads to this page besides: {"page": 2} or
    {"before": "…"}; `older` and `newer` lead on, None where there is nothing. `newest` are the keys of the whole
    list, as far as it is counted; `path` is where the list stands.
    """

    rows: list
    count: int
    question: dict
    turned: dict
    older: dict | None = None
    newer: dict | None = None
    numbered: bool = True
    path: str = ""
    newest: list[int] = field(default_factory=list)
    size: int = field(default_factory=lambda: SIZE)

    @property
    def exact(self) -> bool:
        """Return whether `count` is the whole truth, or there are more."""
        return self.count <= COUNTED

    @property
    def number(self) -> int:
        return self.turned.get("page", 1)

    @property
    def last(self) -> int | None:
        """Return the number of the last page, None where the list is not counted to its end."""
        return max(1, -(-self.count // self.size)) if self.exact else None

    def in_order(self, records: dict) -> list:
        """Return the records of this page, given by their keys, in its order."""
        return [records[key] for key in self.rows if key in records]

    def asked(self) -> dict:
        """Return what leads to this page: of its address, what was understood."""
        return self.question | self.turned

    def address(self, turned: dict) -> str:
        asked = self.question | turned
        return f"?{urlencode(asked)}" if asked else self.path

    def pages(self) -> dict:
        """Return the way through the list as `components/pagination.html` prints it."""
        if self.newer is None and self.older is None:
            return {}
        return {
            "newer": "" if self.newer is None else self.address(self.newer),
            "older": "" if self.older is None else self.address(self.older),
            "numbers": list(self._numbers()) if self.numbered else [],
            "shown": shown(self._place(), len(self.rows), self.count),
        }

    def _place(self) -> int | None:
        """Return which row of the whole list the first one here is, from 0; None beyond what is counted."""
        if self.numbered or not self.turned:
            return (self.number - 1) * self.size
        return place_of(self.rows, self.newest)

    def _numbers(self) -> Iterator:
        near = {self.number - 1, self.number, self.number + 1} if self.older else {self.number - 1, self.number}
        shown = sorted(number for number in near | {1, self.last or 1} if number > 0)
        before = 0
        for number in shown:
            if number > before + 1:
                yield "…", "", False
            yield number, self.address(_page(number)), number == self.number
            before = number
        if self.last is None and self.older:
            yield "…", "", False


def shown(place: int | None, rows: int, count: int) -> str:
    """Say which of how many rows a page shows, such as "Entries 21–23 of 23"; "" where that is not known.

    `place` is that of the first one, from 0.
    """
    if place is None or not rows:
        return ""
    words = {"first": figures(place + 1), "last": figures(place + rows), "count": figures(count)}
    if count > COUNTED:
        return _("Entries %(first)s–%(last)s of more than 1,000") % words
    return (_("Entries %(first)s–%(last)s of %(count)s") if rows > 1 else _("Entry %(first)s of %(count)s")) % words


def place_of(rows: Sequence, counted: list) -> int | None:
    """Return where in `counted` the first of `rows` stands; None where it does not."""
    return counted.index(rows[0]) if rows and rows[0] in counted else None


def numbered_page(records: QuerySet, asked: str | None, *, path: str = "") -> ListPage:
    """Return page `asked` (the text after `page=`) of `records`, numbered. Http404 where there is none."""
    number = page_number(asked)
    rows = list(records[(number - 1) * SIZE : number * SIZE + 1])
    if not rows and number > 1:
        raise Http404
    return replace(_numbered(rows, number, records[: COUNTED + 1].count(), {}), path=path)


def page_of_rows(rows: Sequence, asked: str | None, *, size: int, question: dict, path: str) -> ListPage:
    """Return page `asked`, of `size` rows, of a list whose order is known already. Http404 where there is none."""
    number = page_number(asked)
    shown = list(rows[(number - 1) * size : number * size + 1])
    if not shown and number > 1:
        raise Http404
    return replace(_numbered(shown, number, len(rows), question, size), path=path)


def paginate(entries: QuerySet, asked: dict, *, question: dict, numbered: bool) -> ListPage:
    """Return the page of these entries of an index that `asked` (the parameters of the address) means.

    `numbered` is how its pages are called; the number of a page is understood all the same. Http404 where there is
    no such page.
    """
    newest = list(entries.values_list("rank", "object_id")[: COUNTED + 1])
    if "page" not in asked and ("before" in asked or "after" in asked):
        return _across(entries, asked, newest, question)
    number = page_number(asked.get("page"))
    start, end = (number - 1) * SIZE, number * SIZE + 1
    known = len(newest) <= COUNTED or end <= len(newest)
    rows = newest[start:end] if known else list(entries.values_list("rank", "object_id")[start:end])
    if not rows and number > 1:
        raise Http404
    page = replace(_numbered(rows, number, len(newest), question), newest=_keys(newest))
    if not numbered and number == 1:
        page = replace(page, numbered=False, older=page.older and _cursor("before", rows[SIZE - 1]))
    return replace(page, rows=_keys(page.rows))


def _numbered(rows: list, number: int, count: int, question: dict, size: int | None = None) -> ListPage:
    size = size or SIZE
    return ListPage(
        rows[:size],
        count,
        question,
        _page(number),
        older=_page(number + 1) if len(rows) > size else None,
        newer=_page(number - 1) if number > 1 else None,
        size=size,
    )


def _across(entries: QuerySet, asked: dict, newest: list, question: dict) -> ListPage:
    """Return the page on one side of a cursor. What would be less than a page of the newest rows is the first page."""
    side = "after" if "after" in asked else "before"
    rows = _beside(entries, _parse_cursor(asked[side]), back=side == "after")
    if side == "before" and not rows:
        raise Http404
    if side == "after":
        rows = rows if len(rows) > SIZE else newest[:SIZE]
        rows = rows[-SIZE:]
        more = rows[-1:] != newest[-1:] or (len(newest) > COUNTED and _older(entries, rows[-1]).exists())
    else:
        rows, more = rows[:SIZE], len(rows) > SIZE
    begun = rows[:1] == newest[:1]
    return ListPage(
        _keys(rows),
        len(newest),
        question,
        {} if begun else {side: asked[side]},
        older=_cursor("before", rows[-1]) if more else None,
        newer=None if begun else _cursor("after", rows[0]),
        numbered=False,
        newest=_keys(newest),
    )


def _beside(entries: QuerySet, where: tuple[int, int], *, back: bool) -> list[tuple[int, int]]:
    """Return a page and one row beyond it, on one side of a place, newest first."""
    if not back:
        return list(_older(entries, where).values_list("rank", "object_id")[: SIZE + 1])
    rank, key = where
    newer = entries.filter(Q(rank__gt=rank) | Q(object_id__gt=key), rank__gte=rank)
    return list(newer.order_by("rank", "object_id").values_list("rank", "object_id")[: SIZE + 1])[::-1]


def _older(entries: QuerySet, where: tuple[int, int]) -> QuerySet:
    rank, key = where
    return entries.filter(Q(rank__lt=rank) | Q(object_id__lt=key), rank__lte=rank)


def chunks(entries: QuerySet, size: int) -> Iterator[list[int]]:
    """Yield the keys of the whole list, newest first, each chunk read by its place and done with before it is used."""
    rest = entries
    while rows := list(rest.values_list("rank", "object_id")[:size]):
        yield _keys(rows)
        rest = _older(entries, rows[-1])


def _keys(rows: list[tuple[int, int]]) -> list[int]:
    return [key for _rank, key in rows]


def _page(number: int) -> dict:
    return {"page": number} if number > 1 else {}


def _cursor(side: str, row: tuple[int, int]) -> dict:
    return {side: f"{row[0]}-{row[1]}"}


def _parse_cursor(asked: str) -> tuple[int, int]:
    read = CURSOR.fullmatch(asked)
    if read is None:
        raise Http404
    return int(read[1]), int(read[2])


def page_number(asked: str | None) -> int:
    """Return the number of the page that was asked for, the first where none was; Http404 for what is no number."""
    if asked in (None, ""):
        return 1
    if not (asked.isascii() and asked.isdigit() and 0 < len(asked) <= 6 and int(asked) > 0):
        raise Http404
    return int(asked)
