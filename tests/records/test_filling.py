"""Pairs that the desk left empty are filled from the parties and the delegation, and only before an approval."""

import pytest

from newsroom.cooperation.filling import fill_agreement, fill_event
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import clock
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def signing():
    """An event without pairs, and an agreement of two places in work that was signed at it."""
    home, partner = factories.place(slug="home"), factories.place()
    SiteSettings.objects.create(pk=1, home="home")
    event = factories.event()
    return event, factories.agreement(home, partner, event=event)


def test_an_agreement_fills_its_own_pairs_and_those_of_its_event(signing):
    event, agreement = signing

    fill_agreement(agreement, clock.moment())

    assert agreement.pairs.count() == 1
    assert list(event.pairs.all()) == list(agreement.pairs.all())


def test_an_approved_event_gets_no_pairs_when_a_draft_agreement_is_saved(signing):
    event, agreement = signing
    release(event, by=factories.user("publisher"))
    event.refresh_from_db()
    agreement.refresh_from_db()

    fill_agreement(agreement, clock.moment())

    assert agreement.pairs.count() == 1
    assert not event.pairs.exists()


def test_what_has_pairs_or_was_approved_is_left_as_it_is(signing):
    event, agreement = signing
    chosen = factories.pair()
    event.pairs.add(chosen)
    release(agreement, by=factories.user("publisher"))
    agreement.refresh_from_db()

    fill_event(event, clock.moment())
    fill_agreement(agreement, clock.moment())

    assert list(event.pairs.all()) == [chosen]
    assert not agreement.pairs.exists()
