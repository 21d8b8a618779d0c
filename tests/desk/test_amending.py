"""Changing, in the desk, what has been approved for readers: proposed by one, approved by another."""

import pytest
from django.urls import reverse

from newsroom.articles.models import Article
from newsroom.cooperation.models import Event
from newsroom.people.models import Person
from newsroom.publishing import clock
from newsroom.publishing.models import Amendment
from tests import factories
from tests.desk.test_records import now, page
from tests.desk.typing import send
from tests.pressing import press


@pytest.fixture
def event(db):
    made = factories.event(factories.pair(), people=(factories.person("First"),))
    factories.published(factories.article(events=[made]))
    return made


def answer(client, amendment: Amendment, name: str, **typed):
    return press(client, reverse(f"admin:amendment_{name}", args=[amendment.pk]), typed)


def test_a_locked_record_s_page_leads_to_the_form_of_a_proposal(editor, event):
    assert page(event, "amend") in editor.get(page(event)).text
    assert "A second person" not in editor.get(page(event)).text
    assert 'name="name_en"' in editor.get(page(event, "amend")).text


def test_what_is_proposed_is_written_when_a_second_person_approves_it(editor, publisher, event):
    send(editor, page(event, "amend"), name_en="Talks", held="2019-08-19", reason="The page says so.")
    amendment = Amendment.objects.get()
    assert now(event).name_en == ""
    shown = publisher.get(reverse("admin:publishing_amendment_change", args=[amendment.pk])).text
    assert "Talks" in shown
    assert "18 August 2019" in shown
    assert "19 August 2019" in shown
    answer(publisher, amendment, "approve", note_en="The talks were a day later.")
    assert (now(event).name_en, str(now(event).held)) == ("Talks", "2019-08-19")


def test_rows_are_proposed_with_their_record(editor, publisher, event):
    row = event.appearances.get()
    send(editor, page(event, "amend"), appearances__0__printed_en="Mayor of Port")
    row.refresh_from_db()
    assert row.printed_en == ""
    answer(publisher, Amendment.objects.get(), "approve", minor="on")
    row.refresh_from_db()
    assert row.printed_en == "Mayor of Port"


def test_who_proposed_it_does_not_approve_it(publisher, event):
    send(publisher, page(event, "amend"), name_en="Talks")
    said = answer(publisher, Amendment.objects.get(), "approve", minor="on").text
    assert "Somebody else must approve" in said
    assert now(event).name_en == ""


def test_bad_input_in_a_proposal_keeps_every_typed_word(editor, event):
    said = send(editor, page(event, "amend"), name_en="T" * 201, venue_en="Town hall").text
    assert "at most 200 characters" in said
    assert "Town hall" in said
    assert not Amendment.objects.exists()


def test_a_proposal_that_changes_nothing_is_refused_with_a_sentence(editor, event):
    assert "Nothing was changed" in send(editor, page(event, "amend")).text
    assert not Amendment.objects.exists()


def test_while_one_waits_the_page_leads_to_it(editor, event):
    send(editor, page(event, "amend"), name_en="Talks")
    amendment = Amendment.objects.get()
    assert reverse("admin:publishing_amendment_change", args=[amendment.pk]) in editor.get(page(event)).text
    assert editor.get(page(event, "amend")).status_code == 302


def test_a_declined_proposal_leaves_the_record_as_it_was(editor, publisher, event):
    send(editor, page(event, "amend"), name_en="Talks")
    answer(publisher, Amendment.objects.get(), "decline", reason="The page says otherwise.")
    assert now(event).name_en == ""
    assert Amendment.objects.get().state == "declined"


def test_a_name_that_a_public_record_prints_is_amended(editor, publisher, event):
    person = Person.objects.get(name_en="First")
    send(editor, page(person, "amend"), name_zh="甲")
    answer(publisher, Amendment.objects.get(), "approve", minor="on")
    assert now(person).name_zh == "甲"


def test_a_story_s_new_link_is_proposed_and_releases_its_record(editor, publisher, event):
    article, agreement = Article.objects.get(), factories.agreement(factories.place())
    send(editor, page(article, "amend"), agreements=[agreement.pk])
    assert not now(agreement).is_approved(clock.moment())
    answer(publisher, Amendment.objects.get(), "approve", note_zh="补充了协议。")
    assert now(agreement).is_public(clock.moment())
    assert Event.objects.get().articles.get() == article


def test_who_may_not_amend_finds_no_such_page(auditor, event):
    assert page(event, "amend") not in auditor.get(page(event)).text
    assert auditor.get(page(event, "amend")).status_code == 403


def test_a_record_in_work_is_not_amended_but_edited(editor, db):
    event = factories.event()
    assert page(event, "amend") not in editor.get(page(event)).text
    assert editor.get(page(event, "amend")).status_code == 403


def test_a_waiting_amendment_is_on_the_approver_s_first_page(editor, publisher, event):
    send(editor, page(event, "amend"), name_en="Talks")
    assert "Amendments waiting for my approval" in publisher.get(reverse("admin:index")).text
    assert "Amendments waiting for my approval" not in editor.get(reverse("admin:index")).text
