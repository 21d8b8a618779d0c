"""Partial date or range: the value type `Day`."""

import datetime
import functools
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.dates import orders, printing, reading
from newsroom.dates.ends import AFTERNOON, MORNING, WHOLE, End


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class Day:
    """A day known to the half-day, day, month or year, or a range whose ends have their own precision.

    A day known alone has both ends alike; None is an end that is not known. `str()` is the canonical text,
    which is stored: 2019 · 2019-08 · 2019-08-18 · 2019-08-18pm · 2019-08-18/2019-08-20 · /2020 · 2017/.
    Days compare by their beginning, as `orders.oldest_first` puts them: an end that is not known comes last.
    `inferred` says that a part of it stands in no source; it is no part of the value, and `DayField` sets it.
    """

    begin: End | None
    end: End | None
    inferred: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        if self.begin is None and self.end is None:
            raise ValidationError(_("At least one end of a range must be known."), code="no_end")
        if self.begin and self.end and _start(self.begin) > _finish(self.end):
            raise ValidationError(_("A range does not end before it begins."), code="order")

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Parse a day typed in either language, or stored. Raise ValidationError if the text is none."""
        return cls(*reading.read(text))

    @classmethod
    def on(cls, date: datetime.date, half: int = WHOLE) -> "Day":
        """Return the one calendar day `date`, or half of it."""
        end = End(date.year, date.month, date.day, half)
        return cls(end, end)

    def __str__(self) -> str:
        if self.begin == self.end:
            return str(self.begin)
        return f"{self.begin or ''}/{self.end or ''}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Day):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[datetime.date, datetime.date, int, str]:
        return *orders.beginning_key(self), str(self)

    @property
    def _known_end(self) -> End:
        """Return the beginning, or the end where the range is open at its beginning."""
        end = self.begin or self.end
        assert end is not None, "a day has at least one end"
        return end

    @property
    def earliest(self) -> datetime.date | None:
        """Return the first date it may mean, None if the beginning is not known."""
        return self.begin.first if self.begin else None

    @property
    def latest(self) -> datetime.date | None:
        """Return the last date it may mean, None if the end is not known."""
        return self.end.last if self.end else None

    @property
    def half(self) -> int:
        """Return 0 for the whole day, 1 for the morning, 2 for the afternoon in which it begins (or, open, ends)."""
        return self._known_end.half

    @property
    def is_range(self) -> bool:
        return self.begin != self.end

    @property
    def precision(self) -> str:
        """Return one of "year", "month", "day", "half" and "range"."""
        return "range" if self.is_range else self._known_end.precision

    @property
    def iso(self) -> str | None:
        """Return the value of `<time datetime>`: a year, month or day; None for a range, which HTML cannot say."""
        if self.is_range:
            return None
        return str(replace(self._known_end, half=WHOLE))

    def by_day(self) -> "Day":
        """Return the same day without its half, for strips and spans that need no more."""
        begin, end = (end and replace(end, half=WHOLE) for end in (self.begin, self.end))
        return replace(self, begin=begin, end=end)

    def as_known(self, inferred: bool) -> "Day":
        """Return the same day with this mark."""
        return self if self.inferred == inferred else replace(self, inferred=inferred)

    @property
    def years(self) -> range:
        """Return the years in which it counts: all that it may touch, of an open range that of its known end."""
        first, last = self.begin or self._known_end, self.end or self._known_end
        return range(first.first.year, last.last.year + 1)

    def overlaps(self, start: datetime.date | None, end: datetime.date | None) -> bool:
        """Return whether it may touch the dates from `start` to `end`, both included; None is no bound."""
        begins_in_time = end is None or self.earliest is None or self.earliest <= end
        ends_in_time = start is None or self.latest is None or self.latest >= start
        return begins_in_time and ends_in_time

    def contains(self, date: datetime.date) -> bool:
        """Return whether it may mean, or last on, this date."""
        return self.overlaps(date, date)

    def printed(self, language: str) -> str:
        """Format it for tables and forms: 2019年8月18日下午 · 18 August 2019, afternoon · 18–20 August 2019."""
        if language == "en":
            return printing.in_english(self.begin, self.end)
        return printing.in_chinese(self.begin, self.end)

    def running(self, language: str) -> str:
        """Format it for a sentence: 2019年8月18日下午 · the afternoon of 18 August 2019."""
        if language == "en":
            return printing.in_english(self.begin, self.end, style="running")
        return printing.in_chinese(self.begin, self.end)

    def placed(self, language: str) -> str:
        """Format when something happened, with its preposition: in 2003 · on 3 May 2003 · 2003年."""
        if language == "en":
            return printing.placed_in_english(self.begin, self.end)
        return printing.placed_in_chinese(self.begin, self.end)


def _start(end: End) -> tuple[datetime.date, int]:
    return end.first, end.half or MORNING


def _finish(end: End) -> tuple[datetime.date, int]:
    return end.last, end.half or AFTERNOON
