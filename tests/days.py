"""Days for property tests: every form that the value can take."""

import datetime

from django.core.exceptions import ValidationError
from hypothesis import strategies as st

from newsroom.dates import Day, End


@st.composite
def ends(draw):
    """A year, a month, a day or half a day."""
    date = draw(st.dates(datetime.date(1000, 1, 1), datetime.date(9999, 12, 31)))
    known = draw(st.integers(1, 4))
    half = draw(st.sampled_from([1, 2])) if known == 4 else 0
    return End(date.year, date.month if known > 1 else None, date.day if known > 2 else None, half)


@st.composite
def neighbours(draw, end):
    """An end in the same year, often in the same month: where printing shortens."""
    month = draw(st.sampled_from([None, end.month, draw(st.integers(1, 12))]))
    day = draw(st.one_of(st.none(), st.integers(1, 28))) if month else None
    return End(end.year, month, day, draw(st.integers(0, 2)) if day else 0)


@st.composite
def days(draw):
    """A day alone, a range with any two precisions, or a range open at one end."""
    begin = draw(ends())
    end = draw(st.one_of(st.just(begin), st.none(), ends(), neighbours(begin)))
    if end is None:
        return draw(st.sampled_from([Day(begin, None), Day(None, begin)]))
    try:
        return Day(begin, end)
    except ValidationError:
        return Day(end, begin)
