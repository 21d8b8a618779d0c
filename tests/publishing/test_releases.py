"""When a record becomes public: the earliest of its own release and of the stories that report it.

The table crosses what became of a story with whether a second story reports the same event and whether the event
has a release of its own. Moments are hours from the beginning; None is never.
"""

from itertools import product

import pytest
from django.utils import translation

from newsroom.articles import deeds
from newsroom.articles.models import ArticlePhoto, Edition, Version
from newsroom.cooperation.models import Event
from newsroom.photos.models import Photo
from newsroom.publishing import release
from newsroom.publishing.refused import Refused
from tests import factories

pytestmark = pytest.mark.django_db

SECOND_STORY_AT, OWN_RELEASE_AT, END = 7, 5, 10


def approved_now(version, publisher, at):
    deeds.approve(version, by=publisher)
    return 0, None


def scheduled(version, publisher, at):
    deeds.approve(version, by=publisher, at=at.ahead(hours=4))
    return 4, None


def rescheduled_earlier(version, publisher, at):
    deeds.approve(version, by=publisher, at=at.ahead(hours=4))
    deeds.reschedule(version, by=publisher, at=at.ahead(hours=2))
    return 2, None


def rescheduled_later(version, publisher, at):
    deeds.approve(version, by=publisher, at=at.ahead(hours=4))
    deeds.reschedule(version, by=publisher, at=at.ahead(hours=6))
    return 6, None


def rescheduled_after_its_moment(version, publisher, at):
    deeds.approve(version, by=publisher, at=at.ahead(hours=1))
    at.go_on(hours=2)
    with pytest.raises(Refused):
        deeds.reschedule(version, by=publisher, at=at.ahead(hours=3))
    at.go_on(hours=-2)
    return 1, None


def cancelled(version, publisher, at):
    deeds.approve(version, by=publisher, at=at.ahead(hours=4))
    deeds.cancel(version, by=publisher)
    return None, None


def withdrawn(version, publisher, at):
    deeds.approve(version, by=publisher)
    at.go_on(hours=1)
    edition = Edition.objects.get(pk=version.edition_id)
    alone = deeds.orphans_of(edition, at.now)
    deeds.withdraw(edition, by=publisher, reason="It was wrong.", take_along=alone)
    at.go_on(hours=-1)
    return 0, 1


FATES = [
    approved_now,
    scheduled,
    rescheduled_earlier,
    rescheduled_later,
    rescheduled_after_its_moment,
    cancelled,
    withdrawn,
]


def expected_hours(story: tuple, *, second: bool, own: bool) -> set[int]:
    """Return the hours at which the event is public, told from the rule alone."""
    begins, ends = story
    keepers = [(begins, ends)] if begins is not None else []
    keepers += [(SECOND_STORY_AT, None)] if second else []
    keepers += [(OWN_RELEASE_AT, None)] if own else []
    if ends is not None and len(keepers) > 1:
        # What keeps a record at the withdrawal, even from a moment to come, leaves it public without a gap.
        keepers = [(begins, None)]
    return {hour for hour in range(END) for start, end in keepers if start <= hour and (end is None or hour < end)}


@pytest.mark.parametrize(("fate", "second", "own"), list(product(FATES, (False, True), (False, True))))
def test_an_event_is_public_exactly_when_something_keeps_it(fate, second, own, at):
    publisher, event = factories.user("publisher"), factories.event()
    start = at.now
    version = factories.submitted(factories.article(events=[event]))
    if second:
        other = factories.submitted(factories.article(events=[event]))
        deeds.approve(other, by=publisher, at=at.ahead(hours=SECOND_STORY_AT))
    if own:
        release.release(event, by=publisher, at=at.ahead(hours=OWN_RELEASE_AT))
    story = fate(version, publisher, at)
    hours = {hour for hour in range(END) if Event.objects.public(at.ahead(hours=hour)).exists()}
    assert at.now == start
    assert hours == expected_hours(story, second=second, own=own)


def test_the_stages_of_an_agreement_are_released_and_taken_off_with_it(at):
    publisher, pair = factories.user("publisher"), factories.pair()
    agreement = factories.agreement(pair.first, pair.second, pairs=(pair,))
    stage = factories.stage(pair, agreement=agreement)
    version = factories.published(factories.article(agreements=[agreement]))
    stage.refresh_from_db()
    assert stage.is_public(at.now)
    at.go_on(hours=1)
    deeds.withdraw(version.edition, by=publisher, reason="It was wrong.", take_along=[agreement])
    stage.refresh_from_db()
    assert not stage.is_public(at.now)


def test_a_record_that_is_kept_at_the_withdrawal_stays_by_its_own_release(at):
    publisher, event = factories.user("publisher"), factories.event()
    version = factories.published(factories.article(events=[event]))
    at.go_on(hours=1)
    deeds.withdraw(version.edition, by=publisher, reason="It was wrong.")
    event.refresh_from_db()
    assert event.is_public(at.now)
    assert event.release_at is not None


def test_a_photo_that_no_other_page_shows_goes_with_the_story(at):
    publisher, alone, shared = factories.user("publisher"), factories.photo(), factories.photo()
    one, other = factories.article(), factories.article()
    for article, photo in ((one, alone), (one, shared), (other, shared)):
        ArticlePhoto.objects.create(article=article, photo=photo)
    factories.published(other)
    version = factories.published(one)
    at.go_on(hours=1)
    deeds.withdraw(version.edition, by=publisher, reason="It was wrong.")

    assert list(Photo.objects.public(at.now)) == [shared]


def test_a_record_taken_off_and_kept_again_begins_anew(at):
    publisher, event = factories.user("publisher"), factories.event()
    version = factories.published(factories.article(events=[event]))
    at.go_on(hours=1)
    deeds.withdraw(version.edition, by=publisher, reason="It was wrong.", take_along=[event])
    gone_at = at.now
    at.go_on(hours=1)
    factories.published(factories.article(events=[event]))
    event.refresh_from_db()
    assert not Event.objects.public(gone_at).exists()
    assert event.is_public(at.now)
    assert event.withdrawn_at == gone_at


def test_a_record_that_a_story_needs_is_not_taken_off_alone(at):
    event = factories.event()
    factories.published(factories.article(events=[event]))
    with pytest.raises(Refused):
        release.retract(event, by=factories.user("publisher"), reason="Not needed.")


def test_a_correction_does_not_move_what_has_passed(at):
    publisher, event = factories.user("publisher"), factories.event()
    version = factories.published(factories.article(events=[event]))
    first = at.now
    at.go_on(hours=3)
    second = deeds.correct(version.edition, by=factories.user("editor"))
    deeds.write(second, by=factories.user("editor"), body="<p>Better.</p>", change_note="A name was wrong.")
    deeds.submit(second, by=factories.user("editor"))
    deeds.approve(second, by=publisher, at=at.ahead(hours=1))
    event.refresh_from_db()
    edition = Edition.objects.get(pk=version.edition_id)
    assert event.public_from == edition.first_public_from == first


def test_both_languages_become_public_at_one_moment(at):
    article = factories.article()
    versions = [factories.submitted(article, language) for language in ("zh-hans", "en")]
    deeds.approve(*versions, by=factories.user("publisher"))
    assert len(set(Version.objects.values_list("public_from", flat=True))) == 1


def test_approving_both_languages_does_neither_when_one_may_not(at):
    article = factories.article()
    ready, draft = factories.submitted(article, "zh-hans"), factories.draft(article, "en")
    with pytest.raises(Refused):
        deeds.approve(ready, draft, by=factories.user("publisher"))
    assert not Version.objects.approved(at.now).exists()


@pytest.mark.parametrize("kept_by", ["a release of its own", "nothing else"])
def test_of_an_agreement_that_is_taken_off_a_stage_with_its_own_release_stays(at, kept_by):
    publisher, pair = factories.user("publisher"), factories.pair()
    agreement = factories.agreement(pair.first, pair.second, pairs=(pair,))
    stage = factories.stage(pair, agreement=agreement)
    if kept_by == "a release of its own":
        release.release(stage, by=publisher)
    release.release(agreement, by=publisher)
    at.go_on(hours=1)

    release.retract(agreement, by=publisher, reason="It was wrong.")

    stage.refresh_from_db()
    assert stage.is_public(at.now) == (kept_by == "a release of its own")


@pytest.mark.parametrize("by", ["a story", "a release of its own"])
def test_what_readers_see_is_not_released_again(at, by):
    publisher, event = factories.user("publisher"), factories.event()
    if by == "a story":
        factories.published(factories.article(events=[event]))
    else:
        release.release(event, by=publisher)
    event.refresh_from_db()
    own = event.release_at

    with pytest.raises(Refused, match="Readers can see this record already"), translation.override("en"):
        release.release(event, by=publisher)

    event.refresh_from_db()
    assert event.release_at == own
