"""The two orders of days: by beginning, and on a timeline. Loaded days and the database agree on both."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.dates import Day, beginning_key, newest_first, oldest_first, timeline_columns, timeline_key
from tests.daybook import Entry, entry, entry_table  # noqa: F401 (a fixture)
from tests.days import days

pytestmark = pytest.mark.django_db


def test_newest_and_oldest_first_both_put_the_unknown_last():
    for text in ("2019", "", "2019-08-18pm", "2019-08-18am", "2020", "2019-08-18"):
        entry(text)

    def in_order(order):
        return [str(found.held or "") for found in Entry.objects.order_by(*order, "pk")]

    halves = ["2019-08-18", "2019-08-18am", "2019-08-18pm"]
    assert in_order(newest_first("held")) == ["2020", *reversed(halves), "2019", ""]
    assert in_order(oldest_first("held")) == ["2019", *halves, "2020", ""]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(days(), max_size=8))
def test_the_database_orders_days_as_they_compare(some_days):
    with transaction.atomic():
        Entry.objects.bulk_create(Entry(held=day) for day in some_days)
        found = [each.held for each in Entry.objects.order_by(*oldest_first("held"), "pk")]
        transaction.set_rollback(True)

    def place(day):
        return day.earliest or datetime.date.max, day.latest or datetime.date.max, day.half

    assert [place(day) for day in found] == [place(day) for day in sorted(some_days)]


# The same days in the two orders, oldest first: "/2012" and "" tell them apart.
BY_BEGINNING = ["2010/2014", "2011", "2011-05/", "2013-01-01am", "2013-01-01pm", "/2012", ""]
ON_A_TIMELINE = ["", "2010/2014", "2011", "2011-05/", "/2012", "2013-01-01am", "2013-01-01pm"]


def test_by_beginning_a_day_without_one_comes_last_in_both_directions():
    for text in reversed(ON_A_TIMELINE):
        entry(text)
    *begun, open_beginning, unknown = BY_BEGINNING

    assert told(Entry.objects.order_by(*oldest_first("held"))) == BY_BEGINNING
    assert told(Entry.objects.order_by(*newest_first("held"))) == [*reversed(begun), open_beginning, unknown]
    known = [Day.parse(text) for text in [*begun, open_beginning]]
    assert sorted(reversed(known), key=beginning_key) == sorted(reversed(known)) == known


def test_on_a_timeline_an_open_beginning_stands_at_its_end_and_an_unknown_day_is_the_oldest():
    for text in BY_BEGINNING:
        entry(text)
    in_time = Entry.objects.annotate(**timeline_columns("held"))

    assert told(in_time.order_by("first_day", "last_day", "day_half")) == ON_A_TIMELINE
    assert told(in_time.order_by("-first_day", "-last_day", "-day_half")) == ON_A_TIMELINE[::-1]
    days_told = [Day.parse(text) if text else None for text in ON_A_TIMELINE]
    assert sorted(reversed(days_told), key=timeline_key) == days_told
    rows = in_time.values_list("held", "first_day", "last_day", "day_half")
    assert all(timeline_key(held) == tuple(columns) for held, *columns in rows)


def told(entries):
    return [str(one.held or "") for one in entries]
