"""Whatever deeds come in whatever order: no gap, no overlap, and the past does not change.

Deeds are drawn and done on one story in two editions while the clock goes on minute by minute. What readers saw at
every minute is written down as it passes, and compared at the end with what the intervals then say of that minute.
"""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsroom.articles import deeds
from newsroom.articles.models import Edition, Version
from newsroom.cooperation.models import Event
from newsroom.languages import LANGUAGES
from newsroom.publishing import clock, release
from newsroom.publishing.refused import Refused
from tests import factories
from tests.publishing.conftest import SetClock

pytestmark = pytest.mark.django_db


@dataclass
class World:
    """One story, one event, two people, and everything that readers saw."""

    at: SetClock
    seen: list[tuple[datetime, frozenset]] = field(default_factory=list)
    taken_off: set[datetime] = field(default_factory=set)
    withdrawals: dict[str, list[datetime]] = field(default_factory=lambda: {code: [] for code in LANGUAGES})

    def __post_init__(self):
        self.editor, self.publisher = factories.user("editor"), factories.user("publisher")
        self.event = factories.event()
        self.article = factories.article(events=[self.event])

    def versions(self, language: str):
        return Version.objects.filter(edition__article=self.article, edition__language=language)

    def visible(self, moment: datetime) -> frozenset:
        versions = Version.objects.public(moment).values_list("edition__language", "number")
        events = Event.objects.public(moment).values_list("slug", flat=True)
        return frozenset([*versions, *events])

    def look_at_the_event(self) -> None:
        """Remember every moment at which the event was taken off the site."""
        withdrawn_at = Event.objects.get(pk=self.event.pk).withdrawn_at
        self.taken_off |= {withdrawn_at} if withdrawn_at else set()

    def minute_passes(self) -> None:
        self.seen.append((self.at.now, self.visible(self.at.now)))
        self.at.go_on(minutes=1)

    # The deeds. Each may be refused; a refused deed changes nothing, which the comparison at the end would show.

    def draft(self, language: str, _minutes: int) -> None:
        words = {"headline": "A headline", "body": "<p>Words.</p>", "minor": True}
        deeds.begin(self.article, language, by=self.editor, **words)

    def submit(self, language: str, _minutes: int) -> None:
        deeds.submit(self.versions(language).in_work().get(), by=self.editor)

    def approve(self, language: str, minutes: int) -> None:
        moment = self.at.ahead(minutes=minutes) if minutes else None
        deeds.approve(self.versions(language).in_work().get(), by=self.publisher, at=moment)

    def waiting(self, language: str) -> Version:
        return self.versions(language).approved(self.at.now).order_by("-public_from", "-pk")[0]

    def reschedule(self, language: str, minutes: int) -> None:
        moment = self.at.ahead(minutes=minutes) if minutes else None
        deeds.reschedule(self.waiting(language), by=self.publisher, at=moment)

    def cancel(self, language: str, _minutes: int) -> None:
        deeds.cancel(self.waiting(language), by=self.publisher)

    def withdraw(self, language: str, minutes: int) -> None:
        edition = Edition.objects.get(article=self.article, language=language)
        along = deeds.orphans_of(edition, self.at.now) if minutes % 2 else []
        deeds.withdraw(edition, by=self.publisher, reason="It was wrong.", take_along=along)
        self.withdrawals[language].append(self.at.now)

    def discard(self, language: str, _minutes: int) -> None:
        deeds.discard(self.versions(language).in_work().get(), by=self.editor)

    def release(self, _language: str, minutes: int) -> None:
        release.release(self.event, by=self.publisher, at=self.at.ahead(minutes=minutes))

    def retract(self, _language: str, _minutes: int) -> None:
        release.retract(self.event, by=self.publisher, reason="Not needed.")


DEEDS = ["draft", "submit", "approve", "reschedule", "cancel", "withdraw", "discard", "release", "retract"]
NOT_POSSIBLE = (Refused, Version.DoesNotExist, Edition.DoesNotExist, IndexError)
steps = st.tuples(st.sampled_from(DEEDS), st.sampled_from(LANGUAGES), st.integers(0, 4), st.integers(0, 2))
# Most drawn orders are refused at once: most examples begin with a story that has come some way.
WAITING = [("draft", "en", 0, 0), ("submit", "en", 0, 0), ("approve", "en", 2, 1)]
PUBLIC = [("draft", "en", 0, 0), ("submit", "en", 0, 0), ("approve", "en", 0, 1), ("draft", "en", 0, 0)]
openings = st.sampled_from([[], WAITING, PUBLIC])


def live(world: World, story: list) -> None:
    for deed, language, minutes, pause in story:
        try:
            with transaction.atomic():
                getattr(world, deed)(language, minutes)
        except NOT_POSSIBLE:
            pass
        world.look_at_the_event()
        for _minute in range(pause):
            world.minute_passes()


def assert_no_gap_and_no_overlap(world: World) -> None:
    for language in LANGUAGES:
        approved = world.versions(language).exclude(public_from=None).order_by("public_from")
        intervals = list(approved.values_list("public_from", "public_until"))
        for (_start, end), (following, _end) in pairwise(intervals):
            assert end is not None, "two versions are public at one instant"
            assert end == following or (end < following and end in world.withdrawals[language]), "there is a gap"
        if intervals and intervals[-1][1] is not None:
            assert intervals[-1][1] in world.withdrawals[language], "it ended without having been withdrawn"


def assert_the_past_did_not_change(world: World) -> None:
    """A record that was taken off and kept again has a new interval, also where that was called back before it began:
    what was before it is for the log to tell.
    """
    event = Event.objects.get(pk=world.event.pk)
    begun = event.public_from or world.at.now
    for moment, visible in world.seen:
        begun_anew = any(moment < gone <= begun for gone in world.taken_off)
        assert world.visible(moment) == visible - ({event.slug} if begun_anew else set())


TAKEN_OFF_TWICE = [("withdraw", "en", 0, 0), ("retract", "en", 0, 0), ("release", "en", 0, 1), ("retract", "en", 0, 0)]
CALLED_BACK = [("draft", "zh-hans", 0, 1), ("withdraw", "en", 0, 1), ("retract", "en", 0, 0), ("release", "en", 1, 0)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(opening=openings, story=st.lists(steps, max_size=12))
@example(opening=PUBLIC, story=TAKEN_OFF_TWICE)
@example(opening=WAITING, story=[*CALLED_BACK, ("retract", "en", 0, 0)])
def test_no_gap_no_overlap_and_the_past_stays(monkeypatch, opening, story):
    at = SetClock()
    monkeypatch.setattr(clock, "moment", at)
    with transaction.atomic():
        world = World(at)
        live(world, [*opening, *story])
        world.minute_passes()
        assert_no_gap_and_no_overlap(world)
        assert_the_past_did_not_change(world)
        transaction.set_rollback(True)
