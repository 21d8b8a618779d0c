"""Pairs that were left empty are filled in for a record in work, and never for one that readers see or will see."""

import pytest

from newsroom.cooperation.filling import fill_agreement
from newsroom.cooperation.models import Agreement, Event
from newsroom.publishing import clock
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed() -> Agreement:
    """Return an agreement of two places, signed at an event, both without pairs."""
    event = factories.event()
    return factories.agreement(factories.place(), factories.place(), event=event)


def filled(agreement: Agreement) -> tuple[bool, bool]:
    """Fill in what is empty; say whether the agreement and its event have pairs now."""
    fill_agreement(Agreement.objects.get(pk=agreement.pk), clock.moment())
    return agreement.pairs.exists(), Event.objects.get(pk=agreement.event_id).pairs.exists()


def test_a_draft_agreement_and_the_draft_event_that_it_was_signed_at_get_their_pair(signed):
    assert filled(signed) == (True, True)


def test_an_approved_event_gets_no_pair_from_a_draft_agreement():
    event = factories.event()
    release(event, by=factories.user("publisher"))
    entered_later = factories.agreement(factories.place(), factories.place(), event=event)

    assert filled(entered_later) == (True, False)


def test_an_approved_agreement_gets_no_pair_and_a_draft_event_gets_its_own(signed):
    release(signed, by=factories.user("publisher"))

    assert filled(signed) == (False, True)


def test_pairs_that_somebody_chose_stay(signed):
    chosen = factories.pair()
    signed.pairs.add(chosen)

    fill_agreement(signed, clock.moment())

    assert list(signed.pairs.all()) == [chosen]
