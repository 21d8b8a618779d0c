"""The first page says what needs one now; the desk speaks each person's language."""

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.publishing import clock
from newsroom.publishing.models import LogEntry
from tests import factories
from tests.pressing import press

FIRST = reverse("admin:index")


def lists(client) -> dict[str, list[str]]:
    return {one.title: [row.words for row in one.rows] for one in client.get(FIRST).context["waiting"]}


def test_my_drafts_and_what_was_returned_to_me(editor):
    factories.draft(headline="Begun")
    returned = factories.submitted(headline="Not yet")
    deeds.return_(returned, by=factories.user("publisher"), note="The day is missing.")
    factories.draft(headline="Somebody else's", by=factories.user("reporter"))

    assert lists(editor) == {"Returned to me": ["Not yet"], "My drafts": ["Begun"]}


def test_what_waits_for_my_approval_is_not_what_i_wrote_myself(publisher):
    factories.submitted(headline="An editor's")
    factories.submitted(headline="My own", by=factories.user("publisher"))

    assert lists(publisher) == {"Waiting for my approval": ["An editor's"]}


def test_an_editor_is_not_asked_to_approve(editor):
    factories.submitted(by=factories.user("reporter"))

    assert lists(editor) == {}
    assert "Nothing is waiting for you." in editor.get(FIRST).text


def test_what_is_scheduled_is_listed_with_its_time_zone(editor):
    factories.published(headline="Tomorrow", at=clock.moment().replace(year=2099))

    page = editor.get(FIRST)

    assert "Tomorrow" in page.text and "Beijing time" in page.text


def test_what_was_done_alone_stays_until_somebody_else_looks_it_over(publisher):
    alone = factories.user("publisher", "night-shift")
    deeds.approve(factories.draft(headline="A typhoon", by=alone), by=alone, alone="Sunday night")
    log_entry = LogEntry.objects.get(alone=True)

    assert lists(publisher) == {"Done alone and not looked over yet": ["A typhoon"]}
    press(publisher, reverse("admin:look_over", args=[log_entry.pk]))

    assert lists(publisher) == {}
    assert LogEntry.objects.get(pk=log_entry.pk).cleared_by.username == "publisher"


def test_nobody_looks_over_what_they_did_alone_themselves(publisher):
    me = factories.user("publisher")
    deeds.approve(factories.draft(by=me), by=me, alone="Sunday night")
    log_entry = LogEntry.objects.get(alone=True)

    answer = press(publisher, reverse("admin:look_over", args=[log_entry.pk]))

    assert "somebody else must look it over" in answer.text
    assert LogEntry.objects.get(pk=log_entry.pk).cleared_at is None


def test_everybody_chooses_the_language_of_the_desk(editor):
    answer = editor.post(reverse("admin:language"), {"language": "zh-hans", "next": "/admin/articles/article/"})

    assert answer.url == "/admin/articles/article/"
    assert User.objects.get(username="editor").language == "zh-hans"
    assert '<html lang="zh-hans"' in editor.get(FIRST).text


def test_choosing_a_language_leads_nowhere_else(editor):
    answer = editor.post(reverse("admin:language"), {"language": "en", "next": "https://example.org/"})

    assert answer.url == FIRST


def test_the_door_speaks_the_language_that_the_browser_asks_for(db):
    door = reverse("admin:login")

    assert '<html lang="en"' in Client(headers={"Accept-Language": "en-GB"}).get(door).text
    assert '<html lang="zh-hans"' in Client(headers={"Accept-Language": "zh-CN"}).get(door).text


def test_the_door_closes_after_five_wrong_passwords(db, settings):
    settings.AXES_ENABLED = True
    factories.user("editor")
    typed = {"username": "editor", "password": "wrong"}

    answers = [Client().post(reverse("admin:login"), typed, headers={"Accept-Language": "en"}) for _ in range(6)]

    assert answers[-1].status_code == 429
    assert "Too many attempts to sign in" in answers[-1].text


@pytest.mark.parametrize("mine", ["changed_by", "submitted_by"])
def test_what_waits_for_my_approval_is_neither_what_i_changed_nor_what_i_handed_in(publisher, mine):
    version = factories.submitted(headline="Partly mine")
    assert lists(publisher) == {"Waiting for my approval": ["Partly mine"]}

    Version.objects.filter(pk=version.pk).update(**{mine: factories.user("publisher")})

    assert lists(publisher) == {}
