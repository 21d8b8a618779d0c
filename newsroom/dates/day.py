"""The value: a day as far as it is known."""

import datetime
import functools
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import printing, reading
from .ends import AFTERNOON, MORNING, WHOLE, End


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class Day:
    """A day known to the half-day, day, month or year, or a range whose ends have their own precision.

    A day known alone has both ends alike; None is an end that is not known. `str()` is the canonical text,
    which is stored: 2019 · 2019-08 · 2019-08-18 · 2019-08-18pm · 2019-08-18/2019-08-20 · /2020 · 2017/.
    Days compare as `oldest_first` puts them: by earliest, latest, half; an end that is not known comes last.
    """

    begin: End | None
    end: End | None

    def __post_init__(self):
        if self.begin is None and self.end is None:
            raise ValidationError(_("At least one end of a range must be known."), code="no_end")
        if self.begin and self.end and _start(self.begin) > _finish(self.end):
            raise ValidationError(_("A range does not end before it begins."), code="order")

    @classmethod
    def parse(cls, text):
        """The day that was typed in either language, or stored. ValidationError if it is none."""
        return cls(*reading.read(text))

    @classmethod
    def on(cls, date, half=WHOLE):
        """The one calendar day `date` (a datetime.date), or half of it."""
        end = End(date.year, date.month, date.day, half)
        return cls(end, end)

    def __str__(self):
        if self.begin == self.end:
            return str(self.begin)
        return f"{self.begin or ''}/{self.end or ''}"

    def __lt__(self, other):
        if not isinstance(other, Day):
            return NotImplemented
        return self._order() < other._order()

    def _order(self):
        unknown = datetime.date.max
        return self.earliest or unknown, self.latest or unknown, self.half, str(self)

    @property
    def earliest(self):
        """The first date it may mean, None if the beginning is not known."""
        return self.begin.first if self.begin else None

    @property
    def latest(self):
        """The last date it may mean, None if the end is not known."""
        return self.end.last if self.end else None

    @property
    def half(self):
        """0 for the whole day, 1 for the morning, 2 for the afternoon in which it begins (or, open, ends)."""
        return (self.begin or self.end).half

    @property
    def is_range(self):
        return self.begin != self.end

    @property
    def precision(self):
        """One of "year", "month", "day", "half" and "range"."""
        return "range" if self.is_range else self.begin.precision

    @property
    def iso(self):
        """The value of `<time datetime>`: a year, month or day; None for a range, which HTML cannot say."""
        if self.is_range:
            return None
        return str(End(self.begin.year, self.begin.month, self.begin.day))

    def by_day(self):
        """The same without the half of a day that it may tell, for strips and spans that need no more."""
        return Day(*(end and replace(end, half=WHOLE) for end in (self.begin, self.end)))

    def overlaps(self, start, end):
        """May it touch the dates from `start` to `end`, both included? None, here or there, is no bound."""
        begins_in_time = end is None or self.earliest is None or self.earliest <= end
        ends_in_time = start is None or self.latest is None or self.latest >= start
        return begins_in_time and ends_in_time

    def contains(self, date):
        """May it mean, or last on, this date?"""
        return self.overlaps(date, date)

    def printed(self, language):
        """For gutters, tables, forms: 2019年8月18日下午 · 18 August 2019, afternoon · 18–20 August 2019."""
        if language == "en":
            return printing.in_english(self.begin, self.end)
        return printing.in_chinese(self.begin, self.end)

    def running(self, language):
        """For a sentence: 2019年8月18日下午 · the afternoon of 18 August 2019."""
        if language == "en":
            return printing.in_english(self.begin, self.end, style="running")
        return printing.in_chinese(self.begin, self.end)


def _start(end):
    return end.first, end.half or MORNING


def _finish(end):
    return end.last, end.half or AFTERNOON
