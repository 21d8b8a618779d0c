"""A list in numbered pages. Its count is exact to a thousand; beyond that it is said to be more."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404

SIZE = 20
COUNTED = 1_000


@dataclass(frozen=True)
class Listing:
    """One page of a list: its rows, its number from 1, how many there are in all, and the filters that were set."""

    rows: list
    number: int
    count: int
    older: bool
    question: dict

    @property
    def exact(self) -> bool:
        """Say whether `count` is the whole truth, or there are more."""
        return self.count <= COUNTED

    @property
    def last(self) -> int | None:
        """The number of the last page, None where nobody has counted so far."""
        return max(1, -(-self.count // SIZE)) if self.exact else None

    def asked(self, number: int | None = None) -> dict:
        """Return what leads to page `number` (this one if not told): the first has no number."""
        number = number or self.number
        return self.question | ({"page": number} if number > 1 else {})

    def address(self, number: int) -> str:
        return f"?{urlencode(self.asked(number))}"

    def pages(self) -> dict:
        """Return the way through the list as `components/pagination.html` prints it."""
        if self.number == 1 and not self.older:
            return {}
        return {
            "newer": self.address(self.number - 1) if self.number > 1 else "",
            "older": self.address(self.number + 1) if self.older else "",
            "numbers": list(self._numbers()),
        }

    def _numbers(self):
        near = {self.number - 1, self.number, self.number + 1} if self.older else {self.number - 1, self.number}
        shown = sorted(number for number in near | {1, self.last or 1} if number > 0)
        before = 0
        for number in shown:
            if number > before + 1:
                yield "…", "", False
            yield number, self.address(number), number == self.number
            before = number
        if self.last is None and self.older:
            yield "…", "", False


def listing(records, asked: str | None, *, question: dict | None = None) -> Listing:
    """Return page `asked` (the text after `page=`) of the queryset `records`. Http404 where there is none.

    `question` are the filters that were understood: they stay in the addresses of the other pages.
    """
    number = _number(asked)
    rows = list(records[(number - 1) * SIZE : number * SIZE + 1])
    if not rows and number > 1:
        raise Http404
    count = records[: COUNTED + 1].count()
    return Listing(rows[:SIZE], number, count, len(rows) > SIZE, question or {})


def _number(asked: str | None) -> int:
    if asked in (None, ""):
        return 1
    if not (asked.isascii() and asked.isdigit() and 0 < len(asked) <= 6 and int(asked) > 0):
        raise Http404
    return int(asked)
