"""Days as sources know them: to the half-day, day, month or year, or a range."""

from .columns import DayField, DayInput
from .day import Day
from .ends import AFTERNOON, MORNING, WHOLE, End
from .printing import printed_moment
from .queries import day_constraints, describe, in_time, newest_first, oldest_first, overlapping

__all__ = [
    "AFTERNOON",
    "MORNING",
    "WHOLE",
    "Day",
    "DayField",
    "DayInput",
    "End",
    "day_constraints",
    "describe",
    "in_time",
    "newest_first",
    "oldest_first",
    "overlapping",
    "printed_moment",
]
