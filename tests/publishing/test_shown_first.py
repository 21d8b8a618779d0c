"""Whatever deeds come in whatever order: readers see exactly what an approval has shown that still holds.

The plain oracle writes down what the page of each approval and release shows, from the foreign keys as they are then.
After every deed each record is approved for readers where one of these still holds, and from its moment on.
"""

from datetime import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsroom.cooperation.models import Agreement, Event, FollowUp
from newsroom.languages import LANGUAGES
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import amend, propose
from tests import factories
from tests.publishing import test_no_gap as house
from tests.publishing.conftest import SetClock

pytestmark = pytest.mark.django_db


class World(house.World):
    """The same story and event; below the event records are entered, moved and released."""

    def __post_init__(self):
        super().__post_init__()
        self.shown: dict = {}  # by version, and for the event's own release: each record with the deed's moment
        self.enter("", 0)

    def at_the_event(self) -> list:
        """Return what the page of a deed on the event shows, told without the code that is proven."""
        signed = list(Agreement.objects.filter(event=self.event))
        return [self.event, *signed, *FollowUp.objects.filter(agreement__in=signed)]

    def enter(self, _language: str, minutes: int) -> None:
        """Enter an agreement at the event, or what came of the first one."""
        first = Agreement.objects.first()
        if first and minutes % 2:
            FollowUp.objects.create(agreement=first, words_en="A ferry sails.")
        else:
            factories.agreement(event=self.event)

    def move(self, _language: str, minutes: int) -> None:
        """Let an agreement hang elsewhere, or here again, as an amendment may."""
        every = list(Agreement.objects.order_by("pk"))
        moved = every[minutes % len(every)]
        Agreement.objects.filter(pk=moved.pk).update(event=None if moved.event_id else self.event)

    def amend(self, _language: str, minutes: int) -> None:
        event = Event.objects.get(pk=self.event.pk)
        rename = lambda: Event.objects.filter(pk=event.pk).update(name_en=f"Talks {self.at.now} {minutes}")  # noqa: E731
        amend(propose(event, rename, by=self.editor), by=self.publisher, minor=True)

    def approve(self, language: str, minutes: int) -> None:
        version, live = self.versions(language).in_work().get(), list(self.versions(language).approved(self.at.now))
        shows = dict.fromkeys(self.at_the_event(), self.at.now)
        super().approve(language, minutes)
        self.shown[version] = shows
        for one in live:
            self.shown[version] = shows | self.shown[one]

    def release(self, language: str, minutes: int) -> None:
        shows = dict.fromkeys(self.at_the_event()[1:], self.at.ahead(minutes=minutes))
        super().release(language, minutes)
        self.shown[self.event] = shows

    def held(self, record) -> list[datetime]:
        """Return the moments from which what was shown, and holds at present, keeps the record."""
        starts = [record.release_at] if record.release_at else []
        for by, records in self.shown.items():
            by = type(by).objects.get(pk=by.pk)
            if record in records and by.is_approved(self.at.now):
                starts.append(max(by.public_from, records[record]))
        return starts


def assert_readers_see_what_was_shown(world: World) -> None:
    event = Event.objects.get(pk=world.event.pk)
    if not event.release_at:
        world.shown.pop(event, None)
    for record in [event, *Agreement.objects.all(), *FollowUp.objects.all()]:
        starts = world.held(record)
        assert record.is_approved(world.at.now) == bool(starts), (record, starts)
        if starts and not record.is_public(world.at.now):
            assert record.public_from == min(starts)


DEEDS = [*house.DEEDS, "enter", "enter", "move", "amend"]
steps = st.tuples(st.sampled_from(DEEDS), st.sampled_from(LANGUAGES), st.integers(0, 4), st.integers(0, 2))
CORRECTED = [("enter", "", 1, 1), ("enter", "", 0, 0), ("submit", "en", 0, 0), ("approve", "en", 2, 0)]
AMENDED = [("enter", "", 1, 1), ("enter", "", 0, 0), ("amend", "", 0, 1), ("withdraw", "en", 1, 0)]
MOVED = [("move", "", 0, 0), ("submit", "en", 0, 0), ("approve", "en", 0, 1), ("withdraw", "en", 1, 0)]
BY_ITSELF = [("release", "", 3, 0), ("enter", "", 0, 0), ("release", "", 1, 2), ("retract", "", 0, 0)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(opening=house.openings, story=st.lists(steps, max_size=12))
@example(opening=house.PUBLIC, story=CORRECTED)
@example(opening=house.PUBLIC, story=AMENDED)
@example(opening=house.PUBLIC, story=MOVED)
@example(opening=[], story=BY_ITSELF)
def test_readers_see_exactly_what_was_shown_and_still_holds(monkeypatch, opening, story):
    at = SetClock()
    monkeypatch.setattr(clock, "moment", at)
    with transaction.atomic():
        world = World(at)
        for step in [*opening, *story]:
            house.live(world, [step])
            assert_readers_see_what_was_shown(world)
        transaction.set_rollback(True)
