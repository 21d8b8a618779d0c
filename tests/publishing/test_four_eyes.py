"""Nobody approves their own words; who may do what is asked in one place."""

from datetime import timedelta

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.masthead.models import SiteSettings
from newsroom.publishing.deeds import clear, deed
from newsroom.publishing.models import Generation, LogEntry, Verb
from newsroom.publishing.refused import Refused
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db


def public(version: Version, at) -> bool:
    return Version.objects.public(at.now).filter(pk=version.pk).exists()


def approvals(number: int) -> None:
    SiteSettings.objects.update_or_create(pk=1, defaults={"approvals": number})


def test_who_wrote_the_words_cannot_approve_them(at):
    author = factories.user("publisher", "author")
    version = factories.draft(by=author)
    deeds.submit(version, by=author)
    with pytest.raises(Refused):
        deeds.approve(version, by=author)
    assert not public(version, at)


def test_who_changed_the_words_last_cannot_approve_them(at):
    author, second = factories.user("editor"), factories.user("publisher", "second")
    version = factories.draft(by=author)
    deeds.write(version, by=second, headline="Another headline")
    deeds.submit(version, by=author)
    with pytest.raises(Refused):
        deeds.approve(version, by=second)


def test_an_editor_without_the_permission_cannot_approve(at):
    version = factories.submitted()
    with pytest.raises(Refused):
        deeds.approve(version, by=factories.user("editor", "other"))


def test_an_office_of_one_approves_its_own_words_and_the_act_is_flagged(at):
    approvals(0)
    one = factories.user("publisher")
    version = factories.draft(by=one)
    deeds.submit(version, by=one)
    deeds.approve(version, by=one)
    assert public(version, at)
    assert LogEntry.objects.get(verb="approve").alone


def test_two_different_people_approve_where_the_site_asks_for_two(at):
    approvals(2)
    version = factories.submitted()
    assert deeds.approve(version, by=factories.user("publisher", "first")) == []
    assert not public(version, at)
    with pytest.raises(Refused):
        deeds.approve(version, by=factories.user("publisher", "first"))
    deeds.approve(version, by=factories.user("publisher", "second"))
    assert public(version, at)


def test_an_approval_of_earlier_words_does_not_count_for_later_ones(at):
    approvals(2)
    version = factories.submitted()
    deeds.approve(version, by=factories.user("publisher", "first"))
    at.go_on(minutes=1)
    deeds.write(version, by=version.changed_by, headline="Something else")
    deeds.submit(version, by=version.changed_by)
    assert deeds.approve(version, by=factories.user("publisher", "second")) == []
    assert not public(version, at)


def test_an_emergency_needs_a_reason_and_stays_flagged_until_somebody_else_looks(at):
    alone, other = factories.user("publisher", "alone"), factories.user("publisher", "other")
    version = factories.draft(by=alone)
    with pytest.raises(Refused):
        deeds.approve(version, by=alone, alone="  ")
    deeds.approve(version, by=alone, alone="A flood warning.")
    log_entry = LogEntry.objects.get(verb="approve")
    assert log_entry.alone
    with pytest.raises(Refused):
        clear(log_entry, by=alone)
    clear(log_entry, by=other)
    log_entry.refresh_from_db()
    assert log_entry.cleared_by == other


def test_a_moment_in_the_past_needs_the_permission_to_archive(at):
    past = at.now - timedelta(days=2000)
    version = factories.submitted()
    publisher = factories.user("publisher")
    deeds.approve(version, by=publisher, at=past)
    version.refresh_from_db()
    assert version.public_from == past
    again = deeds.correct(version.edition, by=factories.user("editor"))
    deeds.write(again, by=factories.user("editor"), headline="Better", minor=True)
    deeds.submit(again, by=factories.user("editor"))
    with pytest.raises(Refused):
        deeds.approve(again, by=publisher, at=past)


def test_a_stale_save_is_refused_and_nobody_s_words_are_lost(at):
    editor = factories.user("editor")
    version = factories.draft(by=editor)
    deeds.write(version, by=factories.user("editor", "quick"), headline="Theirs", revision=version.revision)
    with pytest.raises(Refused):
        deeds.write(version, by=editor, headline="Mine", revision=version.revision)
    version.refresh_from_db()
    assert version.headline == "Theirs"


def test_approved_words_are_not_written_over(at):
    version = factories.published()
    with pytest.raises(Refused):
        deeds.write(version, by=factories.user("editor"), headline="Changed behind the back")


def test_a_correction_says_what_was_changed(at):
    version = factories.published()
    again = deeds.correct(version.edition, by=factories.user("editor"))
    with pytest.raises(Refused):
        deeds.submit(again, by=factories.user("editor"))


def test_a_refused_deed_leaves_no_act_and_no_new_generation(at):
    version = factories.submitted()
    log_entries, generation = LogEntry.objects.count(), Generation.objects.get(pk=1).number
    with pytest.raises(Refused):
        deeds.approve(version, by=factories.user("editor"))
    assert LogEntry.objects.count() == log_entries
    assert Generation.objects.get(pk=1).number == generation


def test_returned_words_carry_the_note_and_can_be_submitted_again(at):
    version = factories.submitted()
    deeds.return_(version, by=factories.user("publisher"), note="Check the name.")
    version.refresh_from_db()
    assert (version.state, version.return_note) == ("returned", "Check the name.")
    deeds.submit(version, by=version.changed_by)


def test_who_changed_a_record_last_cannot_release_it(at):
    publisher, other = factories.user("publisher"), factories.user("publisher", "other")
    event = factories.event()
    with deed(Verb.SAVE, event, by=publisher, note="Entered."):
        pass
    with pytest.raises(Refused):
        release(event, by=publisher)
    release(event, by=other)
    event.refresh_from_db()
    assert event.is_public(at.now)


def test_an_office_of_one_releases_its_own_record_and_the_act_is_flagged(at):
    approvals(0)
    one, event = factories.user("publisher"), factories.event()
    with deed(Verb.SAVE, event, by=one, note="Entered."):
        pass
    release(event, by=one)
    assert LogEntry.objects.get(verb="release").alone


@pytest.mark.parametrize("alone", ["", "Sunday night"])
def test_who_approved_is_kept_with_the_words_and_never_who_handed_them_in(at, alone):
    publisher = factories.user("publisher")
    version = factories.submitted()
    deeds.approve(version, by=publisher, alone=alone)
    version.refresh_from_db()
    assert (version.approved_by, version.submitted_by) == (publisher, factories.user("editor"))


@pytest.mark.parametrize("begun", ["correct", "restore"])
def test_a_new_draft_begins_without_the_note_of_the_last_correction(at, begun):
    editor, publisher = factories.user("editor"), factories.user("publisher")
    again = deeds.correct(factories.published().edition, by=editor)
    deeds.write(again, by=editor, headline="Better", change_note="The name was wrong.", minor=True)
    deeds.submit(again, by=editor)
    deeds.approve(again, by=publisher)
    again.refresh_from_db()

    draft = deeds.correct(again.edition, by=editor) if begun == "correct" else deeds.restore(again, by=editor)

    assert (draft.headline, draft.change_note, draft.minor) == ("Better", "", False)
