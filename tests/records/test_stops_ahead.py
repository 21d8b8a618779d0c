"""A stop of a journey is hidden as long as it may be ahead: one record and a queryset of them answer alike."""

from datetime import date

import pytest

from newsroom.cooperation.models import Event
from newsroom.publishing import clock
from newsroom.publishing.release import settle
from tests import factories

pytestmark = pytest.mark.django_db

# state, day as entered → the day from which readers see the stop; None: at once, NEVER: not as it stands
STOPS = [
    ("announced", "", "never"),
    ("announced", "2030-06-06", "2030-06-06"),
    ("announced", "2030-06-06/2030-06-08", "2030-06-08"),
    ("announced", "2030-06", "2030-06-30"),
    ("announced", "2030", "2030-12-31"),
    ("announced", "/2030-06", "2030-06-30"),
    ("announced", "2030-06-04/", "2030-06-04"),
    ("took-place", "", None),
    ("took-place", "2030-06", "2030-06-01"),
    ("took-place", "/2030-06", None),
    ("called-off", "", None),
    ("called-off", "2030-06-06", "2030-06-06"),
]


@pytest.mark.parametrize(("state", "held", "shown"), STOPS)
def test_a_stop_is_hidden_as_long_as_it_may_be_ahead(state, held, shown):
    stop = factories.event(held=held or None, state=state, delegation=factories.delegation())
    expected = {None: None, "never": clock.NEVER}.get(shown) or (
        clock.start_of(date.fromisoformat(shown)) if shown not in (None, "never") else None
    )
    assert stop.not_before() == expected

    for day in (date(2030, 5, 31), date(2030, 6, 5), date(2030, 6, 7), date(2030, 6, 30), date(2031, 1, 1)):
        has_begun = Event.objects.begun_by(day).filter(pk=stop.pk).exists()
        assert has_begun == (expected is None or (expected < clock.NEVER and clock.start_of(day) >= expected)), day


@pytest.mark.parametrize(("state", "held", "shown"), STOPS)
def test_an_event_that_no_delegation_makes_a_stop_is_not_hidden(state, held, shown):
    assert factories.event(held=held or None, state=state).not_before() is None


def test_what_is_never_to_be_shown_has_no_moment_to_come_until_it_changes():
    at = clock.moment()
    stop = factories.event(held=None, state="announced", delegation=factories.delegation())
    stop.release_at = at
    settle(stop, at)
    assert (stop.public_from, stop.is_public(at)) == (None, False)

    stop.state = Event.State.TOOK_PLACE
    settle(stop, at)
    assert stop.is_public(at)
