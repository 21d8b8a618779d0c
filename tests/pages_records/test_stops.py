"""A journey's stops and an event's delegations, wherever pages and files tell them."""

import json
import re

import pytest

from newsroom.articles.index import EVERY_INDEX
from newsroom.cooperation.models import Appearance
from tests import factories
from tests.pages_records.conftest import released, text_of

# The days are partial: by day alone the order would be B, D, A, C.
STOPS = [("Akhar", 1, "2020-06-03"), ("Bahar", 2, "2020-06"), ("Cahar", 3, "2020-06-05"), ("Dahar", 4, "2020-06")]


@pytest.fixture
def journey(visit):
    """A delegation of Anbei at four places, whose stops are numbered."""
    made = factories.delegation(visit.anbei, slug="four-stops")
    for name, number, held in reversed(STOPS):
        event = factories.event(held=held, slug=f"stop-{number}")
        event.places.set([factories.place(name)])
        factories.stop(made, event, number)
        released(event)
    return made


def in_order(page: str) -> bool:
    places = [page.index(name) for name, *_facts in STOPS]
    return places == sorted(places)


def test_the_stops_of_a_journey_are_listed_by_number_where_the_days_do_not_say_their_order(client, journey):
    page = text_of(client.get("/en/delegations/four-stops/")).partition(">Stops<")[2]
    listed = text_of(client.get("/en/delegations/?year=2020")).partition("<main")[2]
    (row,) = json.loads(text_of(client.get("/en/delegations.json?year=2020")))

    assert in_order(page) and in_order(listed.partition('class="rows"')[2])
    assert row["stops"] == [held for _name, _number, held in STOPS]
    assert row["places"] == [name for name, *_facts in STOPS]


def test_a_stop_ahead_is_not_shown_whatever_its_number(client, journey):
    ahead = factories.event(held="2999-01-01", state="announced", name_en="Secret stop")
    factories.stop(journey, ahead, 1)
    released(ahead)

    for address in ("delegations/four-stops/", "delegations/", "delegations.json"):
        page = text_of(client.get(f"/en/{address}"))
        assert "Secret" not in page and "2999" not in page


@pytest.fixture
def two_guests(visit):
    """The visit, to which a delegation of Rivermouth came as well."""
    visit.other = factories.delegation(factories.place("Rivermouth", slug="rivermouth"), slug="from-rivermouth")
    visit.stranger = factories.person("Ben Holt", slug="ben-holt")
    Appearance.objects.create(delegation=visit.other, person=visit.stranger, role="head")
    factories.stop(visit.other, visit.event)
    for index in EVERY_INDEX:
        index.rebuild()
    return visit


def test_an_event_that_received_two_delegations_is_a_stop_of_both(client, two_guests):
    for address in ("delegations/anbei-haimen/", "delegations/from-rivermouth/"):
        assert "/en/events/meeting/" in text_of(client.get(f"/en/{address}"))
    rows = client.get("/en/delegations/").context["delegations"]
    assert {row["address"] for row in rows} == {"/en/delegations/anbei-haimen/", "/en/delegations/from-rivermouth/"}
    assert len(json.loads(text_of(client.get("/en/delegations.json")))) == 2
    found = client.get("/en/delegations/?place=rivermouth").context["delegations"]
    assert [row["address"] for row in found] == ["/en/delegations/from-rivermouth/"]


def test_both_delegations_of_an_event_are_told_on_every_page(client, two_guests):
    title = "Visits of delegations from Anbei and Rivermouth to Haimen"
    for address in ("events/meeting/", "delegations/from-rivermouth/", "people/shen-hai/", "places/haimen/"):
        assert title in text_of(client.get(f"/en/{address}")), address
    story = text_of(client.get("/en/news/2019/signing/"))
    for name in ("Ben Holt", "Lin Yue", "Hosts", "/en/delegations/from-rivermouth/"):
        assert name in story
    assert "Received by" not in story
    assert "/en/news/2019/signing/" in text_of(client.get("/en/people/ben-holt/"))
    sent = client.get("/en/places/rivermouth/").context["sent"]
    assert [row["address"] for row in sent] == ["/en/delegations/from-rivermouth/"]


def test_an_institution_and_a_representative_are_shown_where_they_took_part(client, visit):
    body, deputy = factories.institution(slug="port-office"), factories.person(slug="ben-holt")
    rows = [
        {"parts": ["spoke"], "institution": body},
        {"parts": ["attended"], "institution": body},
        {"parts": ["represented"], "represented_by": deputy},
        {"parts": ["message"], "institution": visit.body},
    ]
    forum = factories.event(held="2021", name_en="Harbour Forum", slug="forum")
    for number, facts in enumerate(rows):
        Appearance.objects.create(event=forum, person=factories.person(f"Guest {number}"), **facts)
    addresses = ["/en/institutions/port-office/", "/en/people/ben-holt/"]
    assert [client.get(address).status_code for address in addresses] == [404, 404]

    released(forum)

    (row,) = client.get(addresses[0]).context["took_part"]
    assert (row["name"], [one["name"] for one in row["people"]]) == ("Harbour Forum", ["Guest 0", "Guest 1"])
    assert ">Guest 0</a>, <a href=" in text_of(client.get(addresses[0]))
    (row,) = client.get(addresses[1]).context["appearances"]
    assert (row["name"], row["as"]) == ("Harbour Forum", "for Guest 2")
    assert client.get("/en/institutions/haimen-institute/").context["took_part"] == []


def test_on_a_persons_page_stand_the_parts_and_for_whom_they_were_there(client, visit):
    forum = released(factories.event(held="2021"))
    facts = {"parts": ["presided", "spoke"], "place": visit.haimen}
    Appearance.objects.create(event=forum, person=visit.host, **facts)

    first = client.get("/en/people/shen-hai/").context["appearances"][0]
    chinese = client.get("/zh/people/shen-hai/").context["appearances"][0]

    assert (first["as"], chinese["as"]) == ("presided, spoke, for Haimen", "主持、致辞、代表海门")


# The places of the stops with their states → the delegation's name in English and in Chinese. Anbei sends it.
GOALS = [
    (["Akhar:took-place"], "Government delegation of Anbei to Akhar", "安北政府代表团赴Akhar"),
    (["Akhar:called-off", "Bahar:took-place"], "Government delegation of Anbei to Bahar", "安北政府代表团赴Bahar"),
    (["Akhar:called-off"], "Government delegation of Anbei to Akhar", "安北政府代表团赴Akhar"),
    (["Anbei:took-place"], "Government delegation of Anbei", "安北政府代表团"),
    (["Anbei:took-place", "Akhar:took-place"], "Government delegation of Anbei to Akhar", "安北政府代表团赴Akhar"),
    (
        [f"{name}:took-place" for name in ("Akhar", "Bahar", "Cahar", "Dahar", "Ehar")],
        "Government delegation of Anbei to Akhar, Bahar, Cahar and elsewhere",
        "安北政府代表团赴Akhar、Bahar、Cahar等地",
    ),
    (
        ["Anbei:took-place", "Akhar:announced"],
        "Government delegation of Anbei",
        "安北政府代表团",
    ),  # still ahead: it tells nothing
]


@pytest.mark.parametrize(("stops", "english", "chinese"), GOALS)
def test_a_delegation_without_a_name_is_called_after_where_it_went(client, visit, stops, english, chinese):
    sent = factories.delegation(visit.anbei, slug="sent")
    places = {"Anbei": visit.anbei}
    for number, stop in enumerate(stops, 1):
        name, state = stop.split(":")
        event = factories.event(held="2999" if state == "announced" else f"2020-06-0{number}", state=state)
        event.places.set([places.get(name) or factories.place(name)])
        factories.stop(sent, event, number)
        released(event)

    for prefix, name in (("en", english), ("zh", chinese)):
        page = text_of(client.get(f"/{prefix}/delegations/sent/"))
        rows = text_of(client.get(f"/{prefix}/delegations/?year=2020"))
        assert f"<h1>{name}</h1>" in page and f'"name":"{name}"' in page.replace('": "', '":"')
        assert f">{name}</a>" in rows


def test_a_delegation_with_a_name_keeps_it_and_says_besides_where_it_went(client, visit):
    sent = factories.delegation(visit.anbei, slug="sent", name_en="Friends of the Sea", name_zh="海友团")
    event = released(factories.event(held="2020-06-01", delegation=sent))
    event.places.set([factories.place("Akhar", name_zh="阿卡")])

    assert "<h1>Friends of the Sea</h1>" in text_of(client.get("/en/delegations/sent/"))
    assert '<p class="small">赴阿卡</p>' in text_of(client.get("/zh/delegations/?year=2020"))


def test_two_journeys_to_one_place_are_described_apart(client, visit):
    said = set()
    for number, held in enumerate(("2020-06-01", "2021-06-01")):
        sent = factories.delegation(visit.anbei, slug=f"sent-{number}")
        released(factories.event(held=held, delegation=sent)).places.set([visit.haimen])
        page = text_of(client.get(f"/en/delegations/sent-{number}/"))
        said.add(re.search(r'name="description" content="([^"]*)"', page)[1])

    assert len(said) == 2
