"""On an installation made before, what kept each record is written as rows: nothing appears, nothing vanishes."""

from datetime import timedelta

import pytest

from newsroom.articles import deeds
from newsroom.cooperation.models import Agreement, Event, FollowUp, Stage
from newsroom.photos.models import Photo
from newsroom.publishing import clock, release
from newsroom.publishing.models import LetOut
from tests import factories
from tests.upgrading import Scene, journey

pytestmark = pytest.mark.django_db


def keeping() -> set[tuple]:
    """Return (record, what keeps it) for every row that keeps a record now."""
    now = clock.moment()
    return {
        (f"{row.kind.model} {row.object_id}", f"{row.by_kind.model} {row.by_id}")
        for row in LetOut.objects.select_related("kind", "by_kind")
        if row.by.is_approved(now)
    }


def public_and_waiting() -> dict:
    kept = (Event, Agreement, Stage, FollowUp, Photo)
    return {one: (one.public_from, one.public_until) for model in kept for one in model.objects.all()}


class Before(Scene):
    """An installation in which records are public, or wait, by whatever kept them then."""

    def __init__(self) -> None:
        self.publisher, self.pair = factories.user("publisher"), factories.pair()
        self.event, self.other = factories.event(self.pair), factories.event(self.pair)
        self.agreement = factories.agreement(pairs=(self.pair,))
        self.stage = factories.stage(self.pair, agreement=self.agreement)
        self.photo, self.ahead = factories.photo(), clock.moment() + timedelta(days=1)
        self.article = factories.article(events=[self.event], agreements=[self.agreement])
        self.article.shown.create(photo=self.photo)
        self.public = factories.published(self.article)
        self.waiting = factories.published(
            factories.article(events=[self.event, self.other]), at=clock.moment() + timedelta(days=1)
        )
        self.alone = factories.agreement()
        self.alones = factories.stage(self.pair, agreement=self.alone)
        release.release(self.alone, by=self.publisher)
        # Entered afterwards, and of no deed.
        self.signed = factories.agreement(event=self.event)
        self.linked = factories.event(self.pair)
        self.article.events.add(self.linked)
        self.made = factories.stage(self.pair, agreement=self.agreement)
        self.public_and_waiting = public_and_waiting()

    def write(self) -> None:
        LetOut.objects.all().delete()

    def expected(self) -> set[tuple]:
        """Return what kept what: stories what they report, agreements their stages."""
        first, second = f"version {self.public.pk}", f"version {self.waiting.pk}"
        return {
            (f"event {self.event.pk}", first),
            (f"event {self.event.pk}", second),
            (f"event {self.other.pk}", second),
            (f"agreement {self.agreement.pk}", first),
            (f"photo {self.photo.pk}", first),
            (f"stage {self.stage.pk}", f"agreement {self.agreement.pk}"),
            (f"stage {self.alones.pk}", f"agreement {self.alone.pk}"),
        }


upgrade = journey([("articles", "0002_for_sharing")], Before)


@pytest.fixture
def upgraded(upgrade) -> Before:
    return upgrade(Before)


def test_nothing_appears_and_nothing_vanishes_by_the_upgrade(upgraded):
    assert public_and_waiting() == upgraded.public_and_waiting


def test_what_kept_each_record_is_written_and_nothing_else(upgraded):
    assert keeping() == upgraded.expected()


def test_after_the_upgrade_nothing_appears_by_a_deed_that_does_not_show_it(upgraded):
    before = public_and_waiting()

    release.settle_all([*Event.objects.all(), *Agreement.objects.all(), *Photo.objects.all()], clock.moment())

    assert public_and_waiting() == before


def test_after_the_upgrade_a_withdrawal_takes_what_only_its_story_kept(upgraded):
    edition, now = upgraded.public.edition, clock.moment()
    along = deeds.orphans_of(edition, now)
    assert set(along) == {upgraded.agreement, upgraded.photo}  # the stage goes with its agreement

    deeds.withdraw(edition, by=upgraded.publisher, reason="It was wrong.", take_along=along)

    public = {record for record in public_and_waiting() if record.is_public(clock.moment())}
    assert public == {upgraded.event, upgraded.alone, upgraded.alones}


def test_after_the_upgrade_what_waits_moves_with_its_story(upgraded):
    sooner = upgraded.ahead - timedelta(hours=2)
    deeds.reschedule(upgraded.waiting, by=upgraded.publisher, at=sooner)

    upgraded.other.refresh_from_db()
    assert upgraded.other.public_from == sooner


def test_after_the_upgrade_an_agreement_that_is_taken_off_takes_its_stage(upgraded):
    release.retract(upgraded.alone, by=upgraded.publisher, reason="It was wrong.")

    assert not Stage.objects.public(clock.moment()).filter(pk=upgraded.alones.pk).exists()
