"""One end of a day's span: a year, a month, a day, or half a day."""

import calendar
import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

WHOLE, MORNING, AFTERNOON = 0, 1, 2
MARKS = {WHOLE: "", MORNING: "am", AFTERNOON: "pm"}


@dataclass(frozen=True, slots=True)
class End:
    """A calendar day as far as it is known, `half` a day being MORNING or AFTERNOON.

    ValidationError for what the calendar does not have; ValueError for a part without the larger one.
    """

    year: int
    month: int | None = None
    day: int | None = None
    half: int = WHOLE

    def __post_init__(self) -> None:
        no_month, no_day = self.month is None, self.day is None
        if self.half not in MARKS or (no_month and not no_day) or (no_day and self.half):
            raise ValueError(f"An end has no half without a day and no day without a month: {self!r}")
        if not 1000 <= self.year <= 9999:
            raise ValidationError(_("A year has four digits, for example 2019."), code="year")
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValidationError(_("There is no month %(month)s."), code="month", params={"month": self.month})
        if self.day is not None and not 1 <= self.day <= self._length_of_month():
            raise ValidationError(
                _("There is no such day in the calendar: %(day)s."), code="day", params={"day": str(self)}
            )

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + MARKS[self.half]

    def _length_of_month(self) -> int:
        return calendar.monthrange(self.year, self.month or 12)[1]

    @property
    def first(self) -> datetime.date:
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        if self.day:
            return self.first
        return datetime.date(self.year, self.month or 12, self._length_of_month())

    @property
    def precision(self) -> str:
        """Return one of "year", "month", "day" and "half"."""
        if self.half:
            return "half"
        return "day" if self.day else "month" if self.month else "year"
