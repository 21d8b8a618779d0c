"""Pagination of a pair's timeline, with a link to the page on which each year begins."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from newsroom.lists.pagination import page_number
from newsroom.profiles.pair.records import PART


@dataclass(frozen=True)
class Part:
    """One page of a timeline of `total` entries, numbered from 1, the newest."""

    number: int
    total: int
    years: list[tuple[int | None, int]]  # (year, number of the page on which it begins)
    kept: dict  # what the links ask besides: the day

    @property
    def last(self) -> int:
        return max(1, -(-self.total // PART))

    def asked(self) -> dict:
        """Return the query parameters of this page: {} for the first."""
        return {"page": self.number} if self.number > 1 else {}

    def way(self) -> dict:
        """Return the context of the pagination links in `profiles/parts.html`; {} if there is only one page."""
        if self.last == 1:
            return {}
        return {
            "first": (self.number - 1) * PART + 1,
            "last": min(self.number * PART, self.total),
            "total": self.total,
            "newer": self._address(self.number - 1) if self.number > 1 else "",
            "older": self._address(self.number + 1) if self.number < self.last else "",
            "years": [
                (year, f"{self._address(part)}#{anchor(year)}", part == self.number) for year, part in self.years
            ],
        }

    def _address(self, number: int) -> str:
        turned = {"page": number} if number > 1 else {}
        return f"?{urlencode(turned | self.kept)}"


def part_of(years: Counter, asked: str | None, kept: dict | None = None) -> Part | None:
    """Return page `asked` (the value of `page=`) of a timeline, `years` {year: entries}; None if out of range."""
    begun, before = [], 0
    for year in sorted(years, key=lambda year: year or 0, reverse=True):
        begun.append((year, before // PART + 1))
        before += years[year]
    part = Part(page_number(asked), before, begun, kept or {})
    return part if part.number <= part.last else None


def anchor(year: int | None) -> str:
    """Return the HTML id of a year."""
    return f"year-{year or 'unknown'}"
