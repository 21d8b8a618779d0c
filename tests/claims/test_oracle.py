"""Whatever is on record: pages say what the records entail by the definitions, and say it in both languages."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from tests.claims.drawn import Drawn, worlds
from tests.claims.entering import NOON, TODAY, Entered, ground
from tests.claims.held_pairs import Of
from tests.claims.held_records import hold_event, hold_person, hold_story, hold_text
from tests.claims.oracle import Oracle

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(monkeypatch):
    monkeypatch.setattr("newsroom.publishing.clock.moment", lambda: NOON)
    return ground()


def test_pages_say_what_the_records_entail(client, on):
    @settings(
        max_examples=settings.default.max_examples // 2,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(worlds())
    def holds(world: Drawn) -> None:
        with transaction.atomic():
            hold(client, Entered(world, on))
            transaction.set_rollback(True)

    holds()


def hold(client, entered: Entered) -> None:
    oracle = Oracle(entered.world, TODAY)
    for number in range(len(entered.pairs)):
        Of(client, entered, number).hold()
    for number in oracle.texts:
        hold_text(client, entered, number)
    for event in oracle.events:
        hold_event(client, entered, event)
        hold_person(client, entered, event)
    hold_story(client, entered)
