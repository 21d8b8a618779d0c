"""An amendment is answered as its page showed it: what it proposes, the record as it stands, what moves with it."""

from typing import Any

import pytest
from django.urls import reverse

from newsroom.cooperation.models import Event
from newsroom.publishing.amending.amendments import propose
from newsroom.publishing.amending.differences import Difference
from tests import factories
from tests.desk.test_statements import REASON, is_refused, released
from tests.pressing import send

pytestmark = pytest.mark.django_db


def proposal() -> Any:
    event = released()

    def change():
        current = Event.objects.get(pk=event.pk)
        current.venue_en = "The town hall"
        current.save()

    return propose(event, change, by=factories.user("editor"))


@pytest.mark.parametrize("name", ["approve", "decline"])
def test_an_amendment_is_answered_for_the_record_that_was_shown(publisher, name):
    amendment = proposal()
    address = reverse(f"admin:amendment_{name}", args=[amendment.pk])
    shown = publisher.get(address)
    Event.objects.update(venue_zh="市政厅")

    assert is_refused(send(publisher, address, shown, REASON | {"minor": "on"}))
    amendment.refresh_from_db()
    assert amendment.state == "waiting"


def test_what_moves_with_an_amendment_otherwise_than_shown_is_refused(publisher, monkeypatch):
    address = reverse("admin:amendment_approve", args=[proposal().pk])
    shown = publisher.get(address)
    moved = [Difference("Agreement: Accord", "Signed on", "2019", "2020")]
    monkeypatch.setattr("newsroom.desk.amendments.besides", lambda _amendment: moved)

    assert is_refused(send(publisher, address, shown, {"minor": "on"}))
