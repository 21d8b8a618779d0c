"""Days as sources know them: to the half-day, day, month or year, or a range."""

from newsroom.dates.columns import DayField, DayInput
from newsroom.dates.day import Day
from newsroom.dates.ends import AFTERNOON, MORNING, WHOLE, End
from newsroom.dates.lengths import DayOrLengthInput, Length, LengthField
from newsroom.dates.marks import marked_inferred
from newsroom.dates.orders import beginning_key, newest_first, oldest_first, timeline_columns, timeline_key
from newsroom.dates.printing import printed_moment
from newsroom.dates.queries import day_constraints, describe, in_year

__all__ = [
    "AFTERNOON",
    "MORNING",
    "WHOLE",
    "Day",
    "DayField",
    "DayInput",
    "DayOrLengthInput",
    "End",
    "Length",
    "LengthField",
    "beginning_key",
    "day_constraints",
    "describe",
    "in_year",
    "marked_inferred",
    "newest_first",
    "oldest_first",
    "printed_moment",
    "timeline_columns",
    "timeline_key",
]
