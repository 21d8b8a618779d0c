"""Whatever tells how much there is between two places tells what the page of the two tells, hidden records or not."""

import csv
import json
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.cooperation.models import Appearance
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import clock, release
from tests import factories
from tests.pages_records.conftest import released, text_of

pytestmark = pytest.mark.django_db

PAIR = "harbourton-rivermouth"


@pytest.fixture
def it():
    """Harbourton, its partner Rivermouth, a third place, a body of each of the two; the pair has a stage."""
    SiteSettings.objects.create(pk=1, name_en="Harbourton Desk", name_zh="海州站", home="harbourton")
    names = ("Harbourton", "Rivermouth", "Northport")
    it = SimpleNamespace(**{name.lower(): factories.place(name, slug=name.lower()) for name in names})
    it.pair, it.other = (factories.pair(it.harbourton, one) for one in (it.rivermouth, it.northport))
    for pair in (it.pair, it.other):
        released(factories.stage(pair, "sister-city", reached="1998"))
    it.port, it.college = (factories.institution(place=one) for one in (it.harbourton, it.rivermouth))
    it.embassy = factories.institution(place=it.rivermouth, kind="embassy")
    it.enter = released
    return it


class Told(NamedTuple):
    """What is told of the pair: events, texts signed, agreements of any state, delegations, year of last contact."""

    events: int = 0
    signed: int = 0
    entries: int = 0
    delegations: int = 0
    last: str = ""


def text(it, *parties, **facts) -> Any:
    return it.enter(factories.agreement(*parties, **({"signed": "2001"} | facts)))


def of_two(it, **facts) -> Any:
    """An agreement that both places signed and that names no pair."""
    return text(it, it.harbourton, it.rivermouth, **facts)


def bundle(it, *named: str) -> None:
    """A bundle of eight, and a text in it; both are of the two, and name their pair where `named` says so."""
    pairs = {name: (it.pair,) for name in named}
    whole = of_two(it, count=8, pairs=pairs.get("bundle", ()))
    of_two(it, part_of=whole, pairs=pairs.get("member", ()))


def visit(it, *senders, pairs=(), held="2003", at=None, **facts) -> Any:
    """A delegation came to Harbourton, or elsewhere, at an event that names no other pairs than these."""
    event = factories.event(*pairs, held=held, delegation=factories.delegation(*senders), **facts)
    event.places.add(at or it.harbourton)
    return it.enter(event)


def guest(it) -> None:
    event = factories.event(held="2003")
    event.places.add(it.harbourton)
    Appearance.objects.create(event=event, person=factories.person(), institution=it.college, parts=["attended"])
    it.enter(event)


RECORDS: dict[str, tuple[Callable, Told]] = {
    "nothing": (lambda it: None, Told()),
    "a text that names them": (lambda it: text(it, it.northport, pairs=(it.pair,)), Told(0, 1, 1)),
    "a text of both": (of_two, Told(0, 1, 1, 0, "2001")),
    "a text of both that names them": (lambda it: of_two(it, pairs=(it.pair,)), Told(0, 1, 1, 0, "2001")),
    "a text of their bodies": (lambda it: text(it, it.port, it.college), Told(0, 1, 1, 0, "2001")),
    "a text of three": (lambda it: of_two(it, pairs=(it.other,)), Told(0, 1, 1, 0, "2001")),
    "a text of an embassy": (lambda it: text(it, it.port, it.embassy), Told()),
    "a text of one side": (lambda it: text(it, it.port, it.harbourton), Told()),
    "a text of the other side": (lambda it: text(it, it.college, it.rivermouth), Told()),
    "a visit elsewhere": (lambda it: visit(it, it.rivermouth, at=it.northport), Told()),
    "a planned text": (lambda it: of_two(it, state="planned", signed="2090"), Told(0, 0, 1)),
    "a bundle": (bundle, Told(0, 8, 2, 0, "2001")),
    "a bundle that alone names them": (lambda it: bundle(it, "bundle"), Told(0, 8, 2, 0, "2001")),
    "a text in a bundle that alone names them": (lambda it: bundle(it, "member"), Told(0, 8, 2, 0, "2001")),
    "texts signed by a year": (
        lambda it: (of_two(it, signed="2008"), of_two(it, signed="/2012")),
        Told(0, 2, 2, 0, "2012"),
    ),
    "a visit": (lambda it: visit(it, it.rivermouth), Told(1, 0, 0, 1, "2003")),
    "a visit of a body": (lambda it: visit(it, it.college), Told(1, 0, 0, 1, "2003")),
    "a visit that names them": (lambda it: visit(it, it.rivermouth, pairs=(it.pair,)), Told(1, 0, 0, 1, "2003")),
    "a visit of an embassy": (lambda it: visit(it, it.embassy), Told()),
    "a visit of both others": (lambda it: visit(it, it.rivermouth, it.northport), Told(1, 0, 0, 1, "2003")),
    "visits by a year": (
        lambda it: (visit(it, it.rivermouth, held="2008"), visit(it, it.college, held="/2012")),
        Told(2, 0, 0, 2, "2012"),
    ),
    "a visit called off": (lambda it: visit(it, it.rivermouth, state="called-off"), Told(0, 0, 0, 1)),
    "a guest": (guest, Told(1, 0, 0, 0, "2003")),
    "a text signed at a meeting": (
        lambda it: of_two(it, event=visit(it, it.northport), signed="2003"),
        Told(1, 1, 1, 1, "2003"),
    ),
}


def off(record: Any) -> Any:
    release.retract(released(record), by=factories.user("publisher"), reason="An error.")
    return record


def ahead(record: Any) -> Any:
    release.release(record, by=factories.user("publisher"), at=clock.moment() + timedelta(hours=1))
    return record


HIDDEN = {"never released": lambda record: record, "withdrawn": off, "ahead": ahead}


def told_on_its_page(client) -> Told:
    """Return what the pair's page tells: its facts, and what stands on its timeline."""
    context = client.get(f"/en/pairs/{PAIR}/").context
    facts = {str(row["term"]): str(row["fact"]) for row in context["facts"]}
    entries = [entry for year in context["years"] for entry in year["entries"]]
    kinds = [entry["kind"] for entry in entries]
    took_place = [entry for entry in entries if entry["kind"] in ("visit", "event") and not entry["status"]]
    last = facts.get("Last contact", "not on record")
    year = "" if last == "not on record" else last[-4:]
    return Told(len(took_place), int(facts["Agreements"]), kinds.count("agreement"), kinds.count("visit"), year)


def row_of(client, question: str) -> Any:
    groups = client.get(f"/en/pairs/{question}").context["groups"]
    (row,) = [row for _heading, rows in groups for row in rows if row["address"] == f"/en/pairs/{PAIR}/"]
    return row["contacts"]


def in_the_list(question: str) -> Callable:
    def told(client, page: Told) -> Told:
        row = row_of(client, question)
        return page._replace(events=row.events, signed=row.agreements, last=str(row.last.year) if row.last else "")

    return told


def told_in_words(client, page: Told) -> Told:
    """Return what the line of the list prints."""
    line = text_of(client.get("/en/pairs/?q=rivermouth")).partition('<ul class="lines">')[2].partition("</ul>")[0]
    numbers = {}
    for name, words in (("events", "event"), ("signed", "agreement")):
        before = line.partition(f" {words}")[0] if f" {words}" in line else ">0"
        numbers[name] = int(before.rpartition(">")[2])
    return page._replace(**numbers, last=line.partition("last contact ")[2][:4])


def narrowed(view: str, name: str) -> Callable:
    """Return how many the list narrowed to the pair holds."""
    return lambda client, page: page._replace(
        **{name: client.get(f"/en/{view}/?pair={PAIR}").context["listing"].count or 0}
    )


def offered(view: str, name: str) -> Callable:
    """Return how many the whole list says that it has of the pair."""

    def told(client, page: Told) -> Told:
        (way,) = [way for way in client.get(f"/en/{view}/").context["ways"] if way["name"] == "pair"]
        counts = {link["address"]: link["count"] for link in way["links"]}
        return page._replace(**{name: counts.get(f"?pair={PAIR}", 0)})

    return told


def in_the_file(view: str, name: str, form: str) -> Callable:
    """Return how many rows the file of the narrowed list has."""

    def told(client, page: Told) -> Told:
        content = text_of(client.get(f"/en/{view}.{form}?pair={PAIR}"))
        rows = json.loads(content) if form == "json" else list(csv.reader(content.splitlines()))[1:]
        return page._replace(**{name: len(rows)})

    return told


TELLERS: dict[str, Callable] = {
    "the list": in_the_list(""),
    "the list by relation": in_the_list("?by=relation"),
    "the list, searched": in_the_list("?q=rivermouth"),
    "the words of the list": told_in_words,
    **{
        f"the {what} of {view}": make(view, name, *form)
        for view, name in (("agreements", "entries"), ("delegations", "delegations"))
        for what, make, form in (
            ("narrowed list", narrowed, ()),
            ("offers", offered, ()),
            ("CSV", in_the_file, ("csv",)),
            ("JSON", in_the_file, ("json",)),
        )
    },
}


@pytest.mark.sampled(12)
@pytest.mark.parametrize("what", RECORDS)
def test_every_list_and_file_tells_the_numbers_of_the_pair_s_own_page(client, it, what):
    enter, expected = RECORDS[what]
    enter(it)

    page = told_on_its_page(client)
    assert page == expected
    assert {name: told(client, page) for name, told in TELLERS.items()} == dict.fromkeys(TELLERS, page)


@pytest.mark.sampled(10)
@pytest.mark.parametrize("hide", HIDDEN)
@pytest.mark.parametrize("what", RECORDS)
def test_what_readers_do_not_see_is_in_no_number(client, it, what, hide):
    it.enter = HIDDEN[hide]
    enter, _expected = RECORDS[what]
    enter(it)
    it.enter = released
    of_two(it, signed="1999")

    page = told_on_its_page(client)
    assert page == Told(0, 1, 1, 0, "1999")
    assert {name: told(client, page) for name, told in TELLERS.items()} == dict.fromkeys(TELLERS, page)


@pytest.mark.sampled(8)
@pytest.mark.parametrize("what", RECORDS)
def test_it_is_no_other_where_there_is_too_much_to_ask_for_by_keys(client, it, what, monkeypatch):
    monkeypatch.setattr("newsroom.cooperation.of_pairs.FEW", 0)
    it.enter = ahead
    enter, _expected = RECORDS[what]
    enter(it)
    it.enter = released
    of_two(it, signed="1999")

    assert told_on_its_page(client) == Told(0, 1, 1, 0, "1999")


@pytest.mark.parametrize("hide", HIDDEN)
def test_a_text_that_readers_do_not_see_makes_its_meeting_none_of_the_two(client, it, hide):
    meeting = visit(it, it.northport)
    it.enter = HIDDEN[hide]
    of_two(it, event=meeting, signed="2003")

    page = told_on_its_page(client)
    assert page == Told()
    assert {name: told(client, page) for name, told in TELLERS.items()} == dict.fromkeys(TELLERS, page)


def test_the_list_asks_as_much_for_many_pairs_as_for_two(client, it):
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/en/pairs/").status_code == 200
        return len(asked)

    bundle(it)
    visit(it, it.rivermouth)
    few = questions()
    for number in range(12):
        partner = factories.place(f"Port {number}")
        released(factories.stage(factories.pair(it.harbourton, partner)))
        text(it, it.harbourton, partner, it.rivermouth)
        visit(it, partner)
    assert questions() == few


@pytest.mark.parametrize("named", [True, False])
def test_a_delegation_is_of_a_pair_by_stops_that_readers_see_alone(client, it, named):
    """Where the index names the pair, and where it does not: a stop ahead counts in neither."""
    pairs = (it.pair,) if named else ()
    came = visit(it, it.rivermouth, pairs=pairs).delegations.get()
    coming = visit(it, it.rivermouth, at=it.northport).delegations.get()
    ahead = factories.event(*pairs, held="2999", state="announced", delegation=coming)
    ahead.places.set([it.harbourton])
    released(ahead)

    listed = client.get(f"/en/delegations/?pair={PAIR}").context["delegations"]
    assert [row["address"] for row in listed] == [came.address_in("en")]
