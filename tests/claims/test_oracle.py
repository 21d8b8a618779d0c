"""Whatever is on record: pages say what the records entail by the definitions, and say it in both languages."""

from collections.abc import Callable

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, seed, settings

from newsroom.languages import EN, ZH
from tests.claims.drawn import worlds
from tests.claims.drawn_records import Drawn
from tests.claims.entering import NOON, TODAY, Entered, ground
from tests.claims.held_bodies import hold_body
from tests.claims.held_pairs import Of
from tests.claims.held_records import hold_event, hold_person, hold_story, hold_text
from tests.claims.oracle import Oracle
from tests.claims.tempting import TRAPS

pytestmark = pytest.mark.django_db


@pytest.fixture
def on(monkeypatch):
    monkeypatch.setattr("newsroom.publishing.clock.moment", lambda: NOON)
    return ground()


def test_pages_say_what_the_records_entail(client, on):
    # The first world of each trap holds it alone, as drawing goes; the others hold more.
    each = max(1, settings.default.max_examples // 25)

    def holds(world: Drawn) -> None:
        with transaction.atomic():
            hold(client, Entered(world, on))
            transaction.set_rollback(True)

    for number, trap in enumerate(TRAPS):
        asked = settings(max_examples=each, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
        asked(seeded(number)(given(worlds(trap))(holds)))()


def seeded(number: int) -> Callable:
    """Let the worlds of the short run differ from trap to trap, and be the same from run to run."""
    return seed(number) if settings.default.derandomize else lambda test: test


def hold(client, entered: Entered) -> None:
    oracle = Oracle(entered.world, TODAY)
    for number in range(len(entered.pairs)):
        Of(client, entered, number).hold()
    for number in oracle.texts:
        hold_text(client, entered, number, in_turn(number))
    for event in oracle.events:
        hold_event(client, entered, event, in_turn(event.number))
        hold_person(client, entered, event)
    for number in range(len(entered.bodies)):
        hold_body(client, entered, number, *in_turn(number))
    hold_story(client, entered, in_turn(len(oracle.events)))


def in_turn(number: int) -> tuple[str, ...]:
    """Return one language: a second page of each record would tell little more."""
    return ((EN, ZH)[number % 2],)
