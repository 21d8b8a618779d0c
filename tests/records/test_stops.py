"""Stops tie delegations to events: in the order of the journey, several at an event, entered as rows of the event."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from newsroom.cooperation.models import Appearance, Delegation, Event, Stop
from newsroom.languages import EN, ZH
from newsroom.publishing import clock, release
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.publishing.refused import Refused
from tests import factories
from tests.records.entering import refused

pytestmark = pytest.mark.django_db

# (number, day) of stops as they were entered → the places in their order in the journey
JOURNEYS = [
    ({"A": (1, "2019-06-03"), "B": (2, "2019-06"), "C": (3, "2019-06-05"), "D": (4, "2019-06")}, "ABCD"),
    ({"A": (None, "2019-06-03"), "B": (None, "2019-06"), "C": (None, "2019-06-05")}, "BAC"),
    ({"A": (2, "2019-06-01"), "B": (1, "2019-06-09")}, "BA"),
    ({"A": (None, "2019-06-01"), "B": (1, "2019-06-09")}, "BA"),
    ({"A": (1, None), "B": (2, "2019-06-01"), "C": (3, None)}, "ABC"),
    ({"A": (None, None), "B": (None, "2019-06-01")}, "BA"),
    ({"A": (1, "2019-06-02"), "B": (1, "2019-06-01")}, "BA"),
]


@pytest.mark.parametrize(("stops", "order"), JOURNEYS)
def test_stops_stand_by_number_and_then_by_day(stops, order):
    delegation = factories.delegation()
    for place, (number, held) in stops.items():
        event = factories.event(held=held, name_en=place)
        factories.stop(delegation, event, number)
        release.release(event, by=factories.user("publisher"))

    (loaded,) = Delegation.objects.with_stops(at := clock.moment(), clock.day_of(at))

    assert "".join(event.name_en for event in loaded.itinerary()) == order


# senders of each delegation, places → the name of the event in either language
NAMED = [
    (
        ["B", "CB"],
        "A",
        "Visits of delegations from Rivermouth and Eastford to Harbourton",
        "来自河口和东津的多个代表团访问海州",
    ),
    (["BC"], "A", "Visit of a delegation from Rivermouth and Eastford to Harbourton", "河口和东津代表团访问海州"),
    (["B", "B"], "A", "Visits of delegations from Rivermouth to Harbourton", "来自河口的多个代表团访问海州"),
    (["B", "A"], "A", "Visit of a delegation from Rivermouth to Harbourton", "河口代表团访问海州"),
    (["", ""], "A", "Visits of delegations to Harbourton", "多个代表团访问海州"),
    (["B", "C"], "", "Visits of delegations from Rivermouth and Eastford", "来自河口和东津的多个代表团出访"),
    (["", ""], "", "Visits of delegations", "多个代表团访问"),
    (["A", "A"], "A", "Delegations from Harbourton in Harbourton", "来自海州的多个代表团在海州参加活动"),
]


@pytest.mark.parametrize(("delegations", "places", "english", "chinese"), NAMED)
def test_a_visit_is_named_by_all_who_came_from_elsewhere_each_once(delegations, places, english, chinese):
    known = {"A": ("Harbourton", "海州"), "B": ("Rivermouth", "河口"), "C": ("Eastford", "东津")}
    known = {letter: factories.place(en, name_zh=zh) for letter, (en, zh) in known.items()}
    event = factories.event(kinds=[])
    for senders in delegations:
        factories.stop(factories.delegation(*(known[one] for one in senders)), event)
    event.places.set([known[one] for one in places])

    named = Event.objects.with_names().get()

    assert (named.name_in(EN), named.name_in(ZH)) == (english, chinese)


def test_an_editor_enters_the_delegations_of_an_event_and_sees_the_numbered_stops_of_each(desk):
    one, other = factories.delegation(), factories.delegation()
    stops = [{"delegation": one, "number": 2}, {"delegation": other}]
    where = factories.place("Harbourton", slug="harbourton")

    event = desk.enter(Event, held="2030-05-04", places=[where], rows={"stops": stops})

    assert event.slug == "2030-05-04-harbourton-visit"
    assert list(event.stops.values_list("delegation", "number")) == [(one.pk, 2), (other.pk, None)]
    page = desk.client.get(f"/admin/cooperation/delegation/{one.pk}/change/").text
    assert f'href="/admin/cooperation/event/{event.pk}/change/"' in page
    assert re.search(r'class="field-number">\s*<p>\s*2\s*</p>', page)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [([("one", 0)], "greater than or equal to 1"), ([("one", 1), ("one", 2)], "is listed at the event already")],
)
def test_a_stop_that_cannot_be_comes_back(desk, rows, sentence):
    sent = {"one": factories.delegation()}
    stops = [{"delegation": sent[name], "number": number} for name, number in rows]

    with override("en"):
        answer = desk.send(Event, held="2030-05-04", rows={"stops": stops})

    assert sentence in " ".join(refused(answer).values())


def test_an_event_without_pairs_is_given_those_of_all_its_senders_and_of_whom_people_stood_for(desk):
    home, *others = (factories.place(name) for name in ("Harbourton", "Rivermouth", "Eastford", "Northport"))
    one, other, third = others
    body = factories.institution(place=third)
    rows = {
        "stops": [{"delegation": factories.delegation(place)} for place in (one, other)],
        "appearances": [
            {"person": factories.person(), "institution": body, "parts": ["spoke"]},
            {"person": factories.person(), "place": factories.place(), "parts": ["message"]},
        ],
    }

    event = desk.enter(Event, held="2030-05-04", places=[home], rows=rows)

    assert {frozenset((pair.first, pair.second)) for pair in event.pairs.all()} == {
        frozenset((home, place)) for place in (one, other, third)
    }


def traveller_at(event_facts: dict, **row) -> tuple:
    person = factories.person()
    delegation = factories.delegation(members=(person,))
    event = factories.event(**event_facts)
    return person, delegation, event, {"person": person, "parts": ["spoke"], **row}


def test_who_came_with_a_delegation_may_have_a_row_of_parts_at_its_stop(desk):
    person, delegation, event, row = traveller_at({})
    factories.stop(delegation, event)

    desk.change(event, rows={"appearances": [row]})

    assert event.appearances.get(person=person).parts == ("spoke",)


@pytest.mark.parametrize("more", ["side", "place", "institution", "printed_en", "offices"])
def test_who_came_with_a_delegation_has_nothing_but_parts_at_its_stop(desk, more):
    said = {"side": "guest", "printed_en": "Mayor"}
    row_facts = {more: said[more]} if more in said else {}
    if more not in said:
        row_facts[more] = [factories.office()] if more == "offices" else getattr(factories, more)()
    _person, delegation, event, row = traveller_at({}, **row_facts)
    factories.stop(delegation, event)

    assert "only the parts" in refused(desk.send(Event, event, rows={"appearances": [row]}))["person"]


def test_a_delegation_is_not_added_while_somebody_on_it_stands_at_the_event_with_more_than_parts(desk):
    person, delegation, event, _row = traveller_at({})
    Appearance.objects.create(event=event, person=person, parts=["spoke"], side="guest")

    answer = desk.send(Event, event, rows={"stops": [{"delegation": delegation}]})
    assert person.name_en in refused(answer)["delegation"]

    event.appearances.update(side="")
    desk.change(event, rows={"stops": [{"delegation": delegation}]})
    assert event.received() == [delegation]


# state, day of an event that readers see → whether a delegation may come to it
LATER = [
    ("announced", "2999-01-01", False),
    ("announced", None, False),
    ("took-place", "2019-01-01", True),
    ("announced", "2019-01-01", True),
    ("called-off", None, True),
]


@pytest.mark.parametrize(("state", "held", "may"), LATER)
def test_an_event_ahead_that_readers_see_is_not_made_a_stop(state, held, may):
    event = factories.event(state=state, held=held)
    release.release(event, by=factories.user("publisher"))
    delegation, editor = factories.delegation(), factories.user("editor")
    waiting = propose(event, lambda: factories.stop(delegation, event), by=editor)

    if may:
        amend(waiting, by=factories.user("publisher", "another"), minor=True)
        assert event.received() == [delegation]
    else:
        with pytest.raises(Refused, match=r"may still be ahead|可能尚未举行"):
            amend(waiting, by=factories.user("publisher", "another"), minor=True)


@pytest.mark.parametrize(("later", "may"), [(False, False), (True, True)])
def test_whether_it_is_ahead_is_asked_of_the_moment_of_the_save(later, may):
    event = factories.event(state="announced", held="2999-01-01")
    release.release(event, by=factories.user("publisher"))
    event.refresh_from_db()
    stop = Stop(event=event, delegation=factories.delegation())
    clock.check_at(stop, clock.start_of(event.held_latest) if later else clock.moment())

    if may:
        stop.full_clean()
    else:
        with pytest.raises(ValidationError, match=r"may still be ahead|可能尚未举行"):
            stop.full_clean()


def test_the_desk_and_an_approval_ask_of_their_own_moment(desk, monkeypatch):
    asked = []
    monkeypatch.setattr(Stop, "clean", lambda stop: asked.append(stop.checked_at))
    event, delegation = factories.event(state="announced", held="2999-01-01"), factories.delegation()

    desk.change(event, rows={"stops": [{"delegation": delegation}]})
    Stop.objects.all().delete()
    release.release(event, by=factories.user("publisher"))
    waiting = propose(event, lambda: factories.stop(delegation, event), by=factories.user("editor"))
    amend(waiting, by=factories.user("publisher", "another"), minor=True)

    assert len(asked) == 2 and None not in asked


def test_an_event_ahead_that_is_approved_for_later_waits_until_its_new_delegation_has_come():
    at = clock.moment()
    event = factories.event(state="announced", held="2999-01-01")
    release.release(event, by=factories.user("publisher"), at=at.replace(year=at.year + 1))
    delegation, editor = factories.delegation(), factories.user("editor")
    waiting = propose(event, lambda: factories.stop(delegation, event), by=editor)

    amend(waiting, by=factories.user("publisher", "another"), minor=True)

    event.refresh_from_db()
    assert event.public_from == event.not_before() and event.public_from.year >= 2998


@pytest.mark.parametrize("name", ["place", "institution", "represented_by"])
def test_who_is_named_at_an_event_becomes_public_with_it_and_not_before(name):
    record = {"represented_by": factories.person}.get(name, getattr(factories, name, None))()
    event = factories.event(state="announced", held="2999-01-01", delegation=factories.delegation())
    parts = ["represented"] if name == "represented_by" else ["spoke"]
    Appearance.objects.create(event=event, person=factories.person(), parts=parts, **{name: record})
    at = clock.moment()

    release.release(event, by=factories.user("publisher"))
    assert not record.is_public(at)

    Stop.objects.all().delete()
    Event.objects.update(public_from=at)
    assert record.is_public(at)


@pytest.mark.parametrize(
    ("part", "english", "chinese"),
    [
        ("attended", "attended", "出席"),
        ("hosted", "hosted", "主方"),
        ("accompanied", "accompanied", "陪同"),
        ("presided", "presided", "主持"),
        ("spoke", "spoke", "致辞"),
        ("witnessed", "witnessed", "见证"),
        ("message", "sent a message", "致贺信"),
        ("represented", "was represented", "委托他人出席"),
    ],
)
def test_each_part_has_a_word_in_both_languages(part, english, chinese):
    appearance = Appearance(parts=[part])

    for language, word in ((EN, english), (ZH, chinese)):
        with override(language):
            assert appearance.parts_told() == [word]
    assert appearance.is_presence is (part not in ("message", "represented"))
