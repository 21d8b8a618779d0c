"""Whoever wrote in what an approval is the first to let out does not approve it, and writing in it takes it back."""

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.publishing.deeds import deed
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.refused import Refused
from newsroom.publishing.release import release, retract
from tests import factories

pytestmark = pytest.mark.django_db


def saved(record, by, **how) -> LogEntry:
    with deed(Verb.SAVE, record, by=by, note="Changed.", **how) as log_entry:
        pass
    return log_entry


@pytest.fixture
def publisher():
    return factories.user("publisher")


@pytest.fixture
def editor():
    return factories.user("editor")


def refused(do, *subjects, **how) -> bool:
    try:
        do(*subjects, **how)
    except Refused:
        return True
    return False


def submitted(of, editor, **words) -> Version:
    version = factories.draft(of, by=editor, **words)
    deeds.submit(version, by=editor)
    return Version.objects.get(pk=version.pk)


def test_who_wrote_earlier_in_a_draft_does_not_approve_it(publisher, editor, at):
    version = factories.draft(by=publisher)
    deeds.write(version, by=editor, headline="A full stop.")
    deeds.submit(version, by=editor)
    assert refused(deeds.approve, version, by=publisher)


def test_who_wrote_in_words_that_were_put_away_does_not_approve_the_draft_made_of_them(publisher, editor, at):
    put_away = factories.draft(by=publisher)
    deeds.discard(put_away, by=editor)
    version = deeds.restore(put_away, by=editor)
    deeds.submit(version, by=editor)
    assert refused(deeds.approve, version, by=publisher)


def test_who_wrote_what_was_approved_before_approves_its_correction(publisher, editor, at):
    version = factories.draft(by=publisher)
    deeds.submit(version, by=publisher)
    deeds.approve(version, by=factories.user("publisher", "second"))
    again = deeds.correct(version.edition, by=editor)
    deeds.write(again, by=editor, headline="Corrected", minor=True)
    deeds.submit(again, by=editor)
    assert not refused(deeds.approve, again, by=publisher)


KINDS = ["event", "agreement below it", "person at it", "delegation at it", "photo", "link"]


def world(kind: str, by) -> tuple:
    """Return a story, and the record of this kind that `by` has written in."""
    person = factories.person()
    delegation = factories.delegation(factories.place())
    event = factories.event(factories.pair(), people=(person,), delegation=delegation)
    agreement, photo = factories.agreement(event=event), factories.photo()
    article = factories.article(events=[event])
    article.shown.create(photo=photo)
    record = dict(zip(KINDS, (event, agreement, person, delegation, photo, article), strict=True))[kind]
    saved(record, by)
    return article, record


@pytest.mark.parametrize("kind", KINDS)
def test_who_wrote_in_what_becomes_public_with_the_words_does_not_approve_them(kind, publisher, editor, at):
    article, record = world(kind, publisher)
    saved(record, editor)  # and not the last of all
    version = submitted(article, editor)
    assert refused(deeds.approve, version, by=publisher)
    assert not refused(deeds.approve, version, by=factories.user("publisher", "second"))


@pytest.mark.parametrize("kind", KINDS)
def test_writing_in_what_a_submission_covers_takes_it_back(kind, publisher, editor, at):
    article, record = world(kind, editor)
    version = submitted(article, editor)

    told = saved(record, publisher).told

    version.refresh_from_db()
    assert (version.state, version.taken_back) == (Version.State.DRAFT, str(record))
    assert version.headline in told[0]
    deeds.submit(version, by=editor)
    version.refresh_from_db()
    assert version.taken_back == ""


def test_a_record_that_is_entered_below_what_a_submission_covers_takes_it_back(publisher, editor, at):
    article, event = world("event", editor)
    version = submitted(article, editor)

    saved(factories.agreement(event=event), publisher)

    version.refresh_from_db()
    assert version.state == Version.State.DRAFT


def test_what_no_submission_covers_and_words_alone_take_none_back(publisher, editor, at):
    article, _event = world("event", editor)
    version = submitted(article, editor)

    saved(factories.event(), publisher)
    saved(article, publisher, wrote=False)

    version.refresh_from_db()
    assert version.state == Version.State.SUBMITTED
    assert not refused(deeds.approve, version, by=publisher)


def test_who_only_entered_a_place_that_was_missing_approves(publisher, editor, at):
    article, _event = world("event", editor)
    saved(article.events.get().places.get(), publisher, wrote=False)
    assert not refused(deeds.approve, submitted(article, editor), by=publisher)


def test_who_wrote_in_what_readers_see_already_approves_another_story_about_it(publisher, editor, at):
    article, _event = world("event", publisher)
    deeds.approve(submitted(article, editor), by=factories.user("publisher", "second"))
    other = factories.article(events=[article.events.get()])
    assert not refused(deeds.approve, submitted(other, editor), by=publisher)


def test_who_wrote_before_the_links_were_approved_approves_the_other_language(publisher, editor, at):
    article, _event = world("link", publisher)
    deeds.approve(submitted(article, editor), by=factories.user("publisher", "second"))
    at.go_on(minutes=1)
    assert not refused(deeds.approve, submitted(article, editor, language=ZH), by=publisher)


def test_the_office_may_let_approve_who_has_edited_but_not_who_submitted(publisher, editor, at):
    SiteSettings.objects.create(pk=1, approvers_may_have_edited=True)
    version = factories.draft(by=publisher)
    deeds.submit(version, by=publisher)
    assert refused(deeds.approve, version, by=publisher)
    deeds.write(version, by=editor, headline="Another")
    deeds.submit(version, by=editor)
    assert not refused(deeds.approve, version, by=publisher)


def test_who_wrote_in_a_record_since_its_last_release_does_not_release_it(publisher, editor, at):
    event, second = factories.event(people=(factories.person(),)), factories.user("publisher", "second")
    saved(event, publisher)
    saved(event, editor)
    assert refused(release, event, by=publisher)
    release(event, by=second)
    at.go_on(minutes=1)
    retract(event, by=second, reason="No.")
    at.go_on(minutes=1)
    saved(event, editor)
    assert not refused(release, event, by=publisher)


def test_who_wrote_the_name_of_a_person_does_not_release_what_names_them(publisher, at):
    person = factories.person()
    saved(person, publisher)
    assert refused(release, factories.event(people=(person,)), by=publisher)


def test_a_language_that_was_not_submitted_covers_nothing(publisher, editor, at):
    article, event = world("event", editor)
    draft = factories.draft(article, EN, by=editor)
    assert saved(event, publisher).told == ()
    draft.refresh_from_db()
    assert draft.taken_back == ""
