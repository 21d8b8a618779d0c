"""The page that hands back what could not be saved names each field and each record that was picked."""

import json
from html.parser import HTMLParser
from unittest.mock import Mock

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils.translation import override

from newsroom.cooperation.models import Delegation
from tests import factories
from tests.desk.typing import form_of

pytestmark = pytest.mark.django_db

ADD = "/admin/cooperation/delegation/add/"


class _Handed(HTMLParser):
    """Collects label and words of each field of the page."""

    def __init__(self, page):
        super().__init__()
        self.fields, self._in = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "label" and dict(attrs).get("for", "").startswith("typed-"):
            self.fields.append(["", ""])
        self._in = tag

    def handle_endtag(self, tag):
        self._in = ""

    def handle_data(self, data):
        if self.fields and self._in in ("label", "textarea"):
            self.fields[-1][self._in == "textarea"] += data.removeprefix("\n") if self._in == "textarea" else data


def handed(answer) -> dict[str, str]:
    assert answer.status_code in (403, 503)
    return dict(_Handed(answer.content.decode()).fields)


def signed_out(address: str, typed: dict) -> dict[str, str]:
    return handed(Client(headers={"accept-language": "en"}).post(address, typed))


def out_of_reach(client, monkeypatch, typed: dict) -> dict[str, str]:
    """Return what comes back to somebody signed in whose delegation cannot be written."""
    monkeypatch.setattr(Delegation, "save", Mock(side_effect=OperationalError("the server has gone away")))
    page = form_of(client.get(ADD).text)
    return handed(client.post(ADD, page | {"kind": "government", "days": "2019-08-18"} | typed))


def a_row(prefix: str, number: int, **typed) -> dict:
    return {f"{prefix}-TOTAL_FORMS": number + 1} | {f"{prefix}-{number}-{name}": said for name, said in typed.items()}


def test_records_come_back_row_by_row_with_numbers_and_names(editor, monkeypatch):
    person, place = factories.person(name_en="Ada Reed"), factories.place(name_en="Rivermouth")
    member = a_row("appearances", 0, person=person.pk, role="head", printed_en="Mayor")
    with override("en"):
        back = out_of_reach(editor, monkeypatch, {"size": "7"} | member | a_row("senders", 0, place=place.pk))

    assert back["Size"] == "7" and back["Kind"] == "Government delegation"
    assert back["Appearances 1 · Person"] == "Ada Reed" and back["Appearances 1 · Role"] == "head"
    assert back["Senders 1 · Place"] == "Rivermouth"


def test_neither_the_empty_row_nor_one_that_nobody_touched_nor_machinery_comes_back():
    machinery = {
        "appearances-__prefix__-role": "member",
        "appearances-__prefix__-printed_en": "Nobody",
        "appearances-TOTAL_FORMS": "1",
        "appearances-INITIAL_FORMS": "0",
        "appearances-0-id": "3",
        "appearances-0-delegation": "4",
        "appearances-0-role": "member",
        "en-started": "new.0",
        "csrfmiddlewaretoken": "x",
        "password1": "not for eyes",
        "_save": "Save",
    }

    assert signed_out(ADD, machinery | {"size": "7"}) == {"Size": "7"}
    assert Client().post(ADD, machinery).status_code == 302


def test_who_may_not_view_a_record_does_not_learn_its_name():
    hidden, shown = factories.person(name_en="Ada Reed"), factories.person(name_en="Ben Stone")
    factories.published(factories.article(events=[factories.event(factories.pair(), people=(shown,))]))
    rows = a_row("appearances", 0, person=hidden.pk) | a_row("appearances", 1, person=shown.pk)

    back = signed_out(ADD, rows)

    assert list(back.values()) == [str(hidden.pk), "Ben Stone"]


def test_what_the_browser_said_was_picked_goes_back_to_whoever_sent_it():
    person = factories.person(name_en="Ada Reed")
    sent = {"_picked": json.dumps({"appearances-0-person": ["Ada Reed · Mayor"]})}

    assert list(signed_out(ADD, a_row("appearances", 0, person=person.pk) | sent).values()) == ["Ada Reed · Mayor"]


@pytest.mark.parametrize("sent", ["", "[", "[1]", '{"appearances-0-person": "x"}', '{"appearances-0-person": []}'])
def test_a_browser_that_says_nonsense_about_what_was_picked_breaks_nothing(sent):
    assert list(signed_out(ADD, a_row("appearances", 0, person="12") | {"_picked": sent}).values()) == ["12"]


@pytest.mark.parametrize("key", ["x", "9" * 40, "-1", "\x00"])
def test_a_key_that_cannot_be_one_comes_back_as_it_came(key):
    assert list(signed_out(ADD, a_row("appearances", 0, person=key)).values()) == [key]


def test_words_of_both_editions_are_told_apart():
    back = signed_out("/admin/articles/article/add/", {"en-headline": "Two cities", "zh-hans-headline": "两市"})

    assert back == {"English · Headline": "Two cities", "Chinese · Headline": "两市"}


def test_the_note_on_a_deed_s_page_comes_back_by_its_label():
    version = factories.submitted()

    back = signed_out(f"/admin/articles/article/return/{version.pk}/", {"note": "The second is missing"})

    assert back == {"What has to be changed": "The second is missing"}


def test_the_page_leads_back_to_the_form():
    page = Client(headers={"accept-language": "en"}).post(ADD, {"size": "7"}).content.decode()

    assert f'href="{ADD}"' in page


def test_what_was_ticked_comes_back_by_the_name_that_was_shown():
    version = factories.submitted()
    sent = {"take_along": "cooperation.event:3", "hide_headline": "on", "reason": "Postponed"}
    picked = {"_picked": json.dumps({"take_along": ["The visit"]})}

    back = signed_out(f"/admin/articles/article/withdraw/{version.pk}/", sent | picked)

    assert back == {
        "Records that nothing else keeps": "The visit",
        "Hide the headline too": "yes",
        "Reason, for readers": "Postponed",
    }


def test_picks_come_back_where_the_database_is_lost_altogether(editor, monkeypatch):
    monkeypatch.setattr("newsroom.desk.handed_back._visible", Mock(side_effect=OperationalError("gone")))
    member = a_row("appearances", 0, person=factories.person().pk, role="head")

    assert "7" in out_of_reach(editor, monkeypatch, {"size": "7"} | member).values()
