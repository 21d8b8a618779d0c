"""Every save at the desk that changes something is a revision: who, when, and the record with its rows."""

import pytest
from django.urls import reverse

from newsroom.cooperation.models import Event, FollowUp
from newsroom.masthead.models import SiteSettings
from newsroom.publishing.models import Amendment, Revision
from newsroom.terms.models import Term
from newsroom.website.models import Page
from tests import factories
from tests.desk.test_records import now, page
from tests.desk.typing import send
from tests.pressing import press


def told(record) -> list[tuple]:
    """Return who saved the record's revisions, the first one first; None for what stood there before."""
    return [revision.by and revision.by.username for revision in Revision.objects.of(record)]


def test_a_save_is_a_revision_after_what_stood_there_before(editor):
    event = factories.event(venue_en="Old hall")

    send(editor, page(event), venue_en="New hall")

    assert told(event) == [None, "editor"]
    before, after = Revision.objects.of(event)
    assert (before.snapshot["fields"]["venue_en"], after.snapshot["fields"]["venue_en"]) == ("Old hall", "New hall")


def test_a_new_record_begins_with_the_revision_of_whoever_entered_it(publisher):
    publisher.post(reverse("admin:terms_term_add"), {"category": "office", "name_en": "Mayor"})

    assert told(Term.objects.get()) == ["publisher"]


def test_an_unchanged_save_is_no_revision(editor):
    event = factories.event(people=[factories.person()])

    send(editor, page(event))

    assert told(event) == []


def test_a_revision_holds_the_rows_that_the_form_shows(editor):
    agreement = factories.agreement(factories.place())
    FollowUp.objects.create(agreement=agreement, happened="2020", words_en="Trade grew")

    send(editor, page(agreement), follow_ups__0__words_en="Trade fell")

    last = Revision.objects.of(agreement).last().snapshot
    assert [row["fields"]["words_en"] for row in last["rows"]["follow_ups"]] == ["Trade fell"]


def test_what_something_else_changed_between_two_saves_is_a_revision_of_nobody(editor):
    event = factories.event()
    send(editor, page(event), venue_en="First hall")
    Event.objects.filter(pk=event.pk).update(venue_en="Second hall")

    send(editor, page(event), venue_en="Third hall")

    assert told(event) == [None, "editor", None, "editor"]


def test_an_approved_amendment_is_a_revision_of_who_proposed_it(editor, publisher):
    event = factories.event()
    factories.published(factories.article(events=[event]))
    send(editor, page(event, "amend"), name_en="Talks")
    assert told(event) == []

    press(publisher, reverse("admin:amendment_approve", args=[Amendment.objects.get().pk]), {"minor": "on"})

    assert told(event) == [None, "editor"]


@pytest.mark.parametrize("model", [SiteSettings, Page, Term])
def test_settings_pages_and_terms_have_revisions(root, model):
    made = {SiteSettings: {"pk": 1}, Page: {"slug": "about"}, Term: {"category": "office", "name_en": "Mayor"}}[model]
    record = model.objects.create(**made)
    field = {SiteSettings: "contact_en", Page: "title_en", Term: "note"}[model]

    send(root, page(record), **{field: "Other words"})

    assert told(record) == [None, "root"] and getattr(now(record), field) == "Other words"


def test_revisions_are_deleted_with_their_record(editor):
    event, other = factories.event(), factories.event()
    for one in (event, other):
        send(editor, page(one), venue_en="New hall")

    editor.post(page(event, "delete"), {"post": "yes"})

    assert not Event.objects.filter(pk=event.pk).exists() and Revision.objects.count() == len(told(other)) == 2
