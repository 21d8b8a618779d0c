"""What hangs below a record goes out with its release too, and what is held back or was entered later waits."""

import pytest
from django.contrib.contenttypes.models import ContentType

from newsroom.articles.records import waiting_for_release
from newsroom.cooperation.models import Agreement, Event, Stage
from newsroom.publishing import release
from newsroom.publishing.keeping import let_out_by
from newsroom.publishing.models import LetOut
from newsroom.publishing.refused import Refused
from tests import factories
from tests.publishing.signing import KINDS, Signing, is_public

pytestmark = pytest.mark.django_db


def test_what_hangs_below_a_stop_without_a_day_waits_with_it_and_after_it(at):
    signing = Signing()
    Event.objects.filter(pk=signing.event.pk).update(state="announced")
    factories.stop(factories.delegation(), signing.event)
    Event.objects.filter(pk=signing.event.pk).update(held="", held_earliest=None, held_latest=None)
    version = factories.published(signing.article)
    stop = Event.objects.get(pk=signing.event.pk)
    stop.held, stop.state = "2019-08-18", "took-place"
    stop.save()
    release.settle(stop, at.now)

    for record in (stop, signing.agreement):
        record.refresh_from_db()
        assert record.public_from is None
    assert let_out_by(version) == []


def test_an_own_release_lets_out_what_hangs_below_and_takes_it_off_again(at):
    signing = Signing()
    below = [signing.enter(kind) for kind in KINDS[1:]]
    release.release(signing.event, by=factories.user("publisher"), at=at.ahead(hours=2))
    assert all(is_public(record, at.ahead(hours=2)) for record in below)
    assert not any(is_public(record, at.ahead(hours=1)) for record in below)
    at.go_on(hours=3)
    later = signing.enter("stage")

    signing.event.refresh_from_db()
    release.retract(signing.event, by=factories.user("publisher"), reason="It was wrong.")

    assert not any(is_public(record, at.now) for record in [*below, later])
    factories.published(factories.article(agreements=[factories.agreement()]))
    assert LetOut.objects.filter(by_kind=ContentType.objects.get_for_model(Event)).count() == 0


def test_who_changed_what_hangs_below_last_does_not_release_it(at):
    signing, publisher = Signing(), factories.user("publisher")
    with release.deed(release.Verb.SAVE, signing.agreement, by=publisher):
        pass
    with pytest.raises(Refused):
        release.release(signing.event, by=publisher)


def test_a_released_record_that_is_called_back_does_not_bring_what_has_moved_away(at):
    signing, publisher = Signing(), factories.user("publisher")
    release.release(signing.event, by=publisher, at=at.ahead(hours=2))
    signing.event.refresh_from_db()
    release.retract(signing.event, by=publisher, reason="Not yet.")
    Agreement.objects.filter(pk=signing.agreement.pk).update(event=None)
    Stage.objects.all().delete()

    factories.published(signing.article)

    assert is_public(signing.event, at.now) and not is_public(signing.agreement, at.now)


def test_a_release_that_its_record_held_back_brings_nothing_that_has_moved_away(at):
    signing, publisher = Signing(), factories.user("publisher")
    release.release(signing.event, by=publisher, at=at.ahead(hours=2))
    stop = Event.objects.get(pk=signing.event.pk)
    factories.stop(factories.delegation(), stop)
    stop.state, stop.held = "announced", ""
    stop.save()
    release.settle(stop, at.now)
    assert not is_public(signing.agreement, at.ahead(hours=3))
    Agreement.objects.filter(pk=signing.agreement.pk).update(event=None)
    stop.state, stop.held = "took-place", "2019-08-18"
    stop.save()
    release.settle(stop, at.now)

    assert is_public(stop, at.ahead(hours=3)) and not is_public(signing.agreement, at.ahead(hours=3))


def test_a_reported_stop_waits_for_release_once_its_day_is_known_and_what_is_at_a_stop_ahead_does_not(at):
    signing = Signing()
    stop, known = factories.event(delegation=factories.delegation(), held="", state="announced"), "2019-08-18"
    ahead = factories.event(delegation=factories.delegation(), held="2099")
    factories.agreement(event=ahead)
    signing.article.events.add(stop, ahead)
    factories.published(signing.article)
    assert waiting_for_release(at.now, 9) == []

    Event.objects.filter(pk=stop.pk).update(held=known, held_earliest=known, held_latest=known)

    assert waiting_for_release(at.now, 9) == [stop]


def test_what_was_taken_off_does_not_wait_for_release(at):
    signing = Signing()
    factories.published(signing.article)
    later = signing.enter("stage")
    release.release(later, by=factories.user("publisher"))
    at.go_on(hours=1)
    later.refresh_from_db()
    release.retract(later, by=factories.user("publisher"), reason="It was wrong.")

    assert waiting_for_release(at.now, 9) == []


def test_one_record_that_was_released_with_another_is_taken_off_alone_but_not_from_a_story(at):
    signing, publisher = Signing(), factories.user("publisher")
    release.release(signing.event, by=publisher)
    at.go_on(hours=1)
    signing.agreement.refresh_from_db()
    release.retract(signing.agreement, by=publisher, reason="It was wrong.")
    assert is_public(signing.event, at.now) and not is_public(signing.agreement, at.now)

    other = Signing()
    stage = other.enter("stage")
    release.release(other.agreement, by=publisher)
    factories.published(other.article)
    with pytest.raises(Refused):
        release.retract(stage, by=publisher, reason="It was wrong.")
