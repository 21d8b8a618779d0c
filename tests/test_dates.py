"""Days as sources know them: their ends, their order, what they overlap."""

import datetime
import pickle

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from newsroom.dates import Day, End
from newsroom.dates.reading import read
from tests.days import days, ends

date = datetime.date


@pytest.fixture(autouse=True)
def _read_anew():
    """What an earlier test read is not remembered."""
    read.cache_clear()


@given(days())
def test_the_canonical_text_is_short_enough_for_its_column(day):
    assert len(str(day)) <= 32


@given(days(), days(), days())
def test_days_are_in_one_order(one, two, three):
    assert (one < two) + (two < one) + (one == two) == 1
    first, second, third = sorted([one, two, three])
    assert first <= second <= third
    assert first <= third


@given(days())
def test_a_day_begins_before_it_ends(day):
    if day.earliest and day.latest:
        assert day.earliest <= day.latest


@given(ends(), st.dates())
def test_a_day_contains_exactly_the_dates_from_its_earliest_to_its_latest(end, some_date):
    day = Day(end, end)
    assert day.contains(some_date) == (day.earliest <= some_date <= day.latest)
    assert day.contains(day.earliest)
    assert day.contains(day.latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "half", "precision", "iso"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31), 0, "year", "2019"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), 0, "month", "2020-02"),
        ("2019-08-18", date(2019, 8, 18), date(2019, 8, 18), 0, "day", "2019-08-18"),
        ("2019-08-18am", date(2019, 8, 18), date(2019, 8, 18), 1, "half", "2019-08-18"),
        ("2019-08-18pm", date(2019, 8, 18), date(2019, 8, 18), 2, "half", "2019-08-18"),
        ("2019-08/2020", date(2019, 8, 1), date(2020, 12, 31), 0, "range", None),
        ("2017/", date(2017, 1, 1), None, 0, "range", None),
        ("/2020-06", None, date(2020, 6, 30), 0, "range", None),
    ],
)
def test_a_day_knows_its_ends(text, earliest, latest, half, precision, iso):
    day = Day.parse(text)
    assert (day.earliest, day.latest, day.half) == (earliest, latest, half)
    assert (day.precision, day.is_range, day.iso) == (precision, precision == "range", iso)


@pytest.mark.parametrize(
    ("text", "start", "end", "touches"),
    [
        ("2019-08", date(2019, 8, 31), date(2019, 9, 30), True),
        ("2019-08", date(2019, 9, 1), date(2019, 9, 30), False),
        ("2019-08", date(2019, 7, 1), date(2019, 7, 31), False),
        ("2017/", date(2030, 1, 1), None, True),
        ("2017/", None, date(2016, 12, 31), False),
        ("/2020", None, date(1990, 1, 1), True),
        ("/2020", date(2021, 1, 1), None, False),
        ("2019", None, None, True),
    ],
)
def test_a_day_overlaps_a_span_of_dates(text, start, end, touches):
    assert Day.parse(text).overlaps(start, end) is touches


def test_a_day_is_made_from_a_date_of_the_calendar():
    assert Day.on(date(2019, 8, 18)) == Day.parse("2019-08-18")
    assert Day.on(date(2019, 8, 18), half=2) == Day.parse("2019-08-18pm")


@pytest.mark.parametrize(
    ("text", "whole"),
    [("2019-08-18pm", "2019-08-18"), ("2019-08-18am/2019-08-20pm", "2019-08-18/2019-08-20"), ("/2019", "/2019")],
)
def test_a_day_is_told_without_its_half(text, whole):
    assert str(Day.parse(text).by_day()) == whole


def test_a_day_needs_at_least_one_end():
    with pytest.raises(ValidationError):
        Day(None, None)


@pytest.mark.parametrize("parts", [(2019, None, 18), (2019, 8, None, 1), (2019, None, None, 2), (2019, 8, 18, 3)])
def test_an_end_without_its_larger_part_is_refused(parts):
    with pytest.raises(ValueError, match="An end"):
        End(*parts)


def test_a_day_neither_changes_nor_compares_with_other_things():
    day = Day.parse("2019")
    with pytest.raises(AttributeError):
        day.begin = None
    assert day != "2019"
    with pytest.raises(TypeError):
        assert day < "2020"


@given(days())
def test_a_day_survives_a_cache_and_is_equal_by_value(day):
    copied = pickle.loads(pickle.dumps(day))
    assert copied == day
    assert hash(copied) == hash(day)


def test_two_ways_to_write_one_span_have_an_order_of_their_own():
    plain, spelled = Day.parse("2019"), Day.parse("2019-01-01/2019-12-31")
    assert (plain < spelled, spelled < plain) == (True, False)


def test_a_year_has_four_digits():
    for year in (999, 10_000):
        with pytest.raises(ValidationError) as refused:
            End(year)
        assert refused.value.code == "year"
    assert [End(year).year for year in (1000, 9999)] == [1000, 9999]


def test_what_cannot_be_read_is_refused_with_a_code():
    with pytest.raises(ValidationError) as refused:
        Day.parse("sometime")
    assert refused.value.code == "unreadable"
