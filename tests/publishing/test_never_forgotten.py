"""A journey ahead stays hidden however it is told, whoever is merged with somebody hidden is, and seen stays seen."""

from datetime import timedelta

import pytest

from newsroom.articles import deeds
from newsroom.cooperation.models import Event
from newsroom.languages import EN, ZH
from newsroom.people.deeds import hide
from newsroom.people.models import Person
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.publishing.amending.locking import why_kept
from newsroom.publishing.amending.merging import merge
from newsroom.publishing.release import release
from tests import factories
from tests.publishing.signing import is_public

pytestmark = pytest.mark.django_db


def amended(event: Event, **columns) -> Event:
    """Approve a change of the event's own columns, proposed in the desk."""
    found = Event.objects.get(pk=event.pk)

    def change() -> None:
        for name, value in columns.items():
            setattr(found, name, value)
        found.save()

    amend(propose(found, change, by=factories.user("editor")), by=factories.user("publisher"), minor=True)
    return Event.objects.get(pk=event.pk)


@pytest.mark.parametrize("kept_by", ["a story", "its own release"])
@pytest.mark.parametrize(
    ("columns", "until"),
    [({"held": "2026-03-22"}, 20), ({"held": "2026-03-22", "state": "announced"}, 20)],
)
def test_a_stop_that_an_amendment_moves_ahead_is_hidden_until_its_day(kept_by, columns, until, at):
    person, delegation = factories.person(), factories.delegation(factories.place())
    event = factories.event(held="2026-02-20", people=(person,), delegation=delegation)
    if kept_by == "a story":
        factories.published(factories.article(events=[event]))
    else:
        release(event, by=factories.user("publisher"))
    assert is_public(person, at.now)

    event = amended(event, **columns)

    day = clock.start_of(at.now.date() + timedelta(days=until))
    assert not is_public(event, at.now) and not is_public(person, at.now)
    assert event.public_from == day
    assert event.was_public(at.now)
    assert is_public(event, day)


def test_a_stop_whose_day_an_amendment_forgets_is_hidden_until_it_is_known(at):
    event = factories.event(held="2026-02-20", delegation=factories.delegation(factories.place()))
    release(event, by=factories.user("publisher"))

    event = amended(event, held="", state="announced")

    assert not event.is_approved(at.now)
    assert event.was_public(at.now)


@pytest.mark.parametrize("hidden", ["the duplicate", "the other"])
def test_whoever_is_merged_with_somebody_hidden_is_hidden(hidden, at):
    duplicate, into = factories.person(), factories.person()
    release(factories.event(people=(duplicate,)), by=factories.user("publisher"))
    hide(duplicate if hidden == "the duplicate" else into, by=factories.user("publisher"), reason="They asked for it.")

    merge(duplicate, into, by=factories.user("publisher"))

    assert Person.objects.get(pk=into.pk).is_hidden
    assert not is_public(into, at.now)


def test_what_readers_once_saw_keeps_its_address_after_a_plan_that_was_cancelled(at):
    event = factories.event()
    article = factories.article(events=[event])
    edition = factories.published(article, EN).edition
    at.go_on(days=1)
    deeds.withdraw(edition, by=factories.user("publisher"), reason="It was wrong.", take_along=[event])
    planned = factories.published(article, ZH, at=at.ahead(days=3))
    deeds.cancel(planned, by=factories.user("publisher"))

    event.refresh_from_db()
    assert event.public_from is None
    assert event.was_public(at.now)
    assert Event.objects.once_public(at.now).get() == event
    assert why_kept(event, at.now)
