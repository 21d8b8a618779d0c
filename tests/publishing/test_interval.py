"""The rule of visibility: the set's spelling and the row's say the same of every interval at every moment."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from newsroom.articles.models import Version
from newsroom.cooperation.models import Event
from newsroom.publishing import clock
from newsroom.publishing.guards import guards_stand, write_guards
from newsroom.publishing.interval import keys_of_any
from tests import factories

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TICK = timedelta(milliseconds=1)

#        from                  until                 before  at from  at until  later
INTERVALS = [
    (None, None, (False, False, False, False)),
    (NOON, None, (False, True, True, True)),
    (NOON, NOON + TICK, (False, True, False, False)),
    (NOON, NOON, (False, False, False, False)),
    (NOON - 9 * TICK, NOON + TICK, (True, True, False, False)),
]
MOMENTS = (NOON - TICK, NOON, NOON + TICK, NOON + 2 * TICK)


@pytest.mark.parametrize(("start", "end", "expected"), INTERVALS)
def test_set_and_row_say_the_same(start, end, expected):
    event = factories.event()
    Event.objects.filter(pk=event.pk).update(public_from=start, public_until=end)
    event.refresh_from_db()
    for moment, public in zip(MOMENTS, expected, strict=True):
        assert event.is_public(moment) is public
        assert Event.objects.public(moment).exists() is public
        assert Event.objects.approved(moment).exists() is event.is_approved(moment)
        assert Event.objects.once_public(moment).exists() is event.was_public(moment)


def test_an_interval_does_not_end_before_it_begins():
    event = factories.event()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(public_from=NOON, public_until=NOON - TICK)


def test_an_interval_does_not_end_without_beginning():
    event = factories.event()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=event.pk).update(public_until=NOON)


def two_approved_versions() -> list[Version]:
    first = factories.published()
    second = Version.objects.create(
        edition=first.edition,
        number=2,
        headline="Second",
        state="approved",
        changed_by=first.changed_by,
        changed_at=NOON,
        submitted_at=NOON,
        approved_at=NOON,
    )
    return [first, second]


def test_the_database_refuses_two_public_versions_of_one_edition():
    first, second = two_approved_versions()
    Version.objects.filter(pk=first.pk).update(public_from=NOON, public_until=NOON + TICK)
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=second.pk).update(public_from=NOON, public_until=None)
    Version.objects.filter(pk=second.pk).update(public_from=NOON + TICK, public_until=None)


def test_a_guard_that_a_migration_dropped_is_reported_and_written_again():
    drop = {
        "sqlite": "DROP TRIGGER articles_version_public_one_at_a_time_update",
        "postgresql": "ALTER TABLE articles_version DROP CONSTRAINT articles_version_public_one_at_a_time",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(drop)
    assert [error.id for error in guards_stand(None, databases=["default"])] == ["publishing.E001"]
    write_guards()
    assert guards_stand(None, databases=["default"]) == []


def test_the_database_s_clock_is_aware_and_exact_to_the_millisecond():
    moment = clock.moment()
    assert moment.tzinfo is not None
    assert moment.microsecond % 1000 == 0


def test_sets_that_are_cut_short_are_joined_by_their_keys():
    events = [factories.event(held=f"200{number}") for number in range(5)]
    first, last = Event.objects.oldest_first()[:2], Event.objects.newest_first()[:1]
    found = Event.objects.filter(pk__in=keys_of_any(first, last))
    assert set(found) == {events[0], events[1], events[4]}
    assert set(Event.objects.filter(pk__in=keys_of_any(last))) == {events[4]}
    assert "UNION" in str(found.query)
