"""Part and presence are different things: what a page says of who was there follows from state, delegation and part."""

import json
import re
from html import unescape

import pytest
from django.utils.translation import override

from newsroom.articles.card import record_card
from newsroom.articles.page import _occasion
from newsroom.cooperation.attendance import groups, present
from newsroom.cooperation.models import Agreement, Appearance, Event
from newsroom.publishing.clock import day_of, moment
from tests import factories
from tests.machines.test_values import said
from tests.pages_records.conftest import released, text_of

pytestmark = pytest.mark.django_db

COMPANY, NOBODY = 1, 0


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def appear(event: Event, name: str, *parts: str, **facts) -> Appearance:
    facts = {"parts": parts or ["attended"], "order": event.appearances.count()} | facts
    return Appearance.objects.create(event=event, person=factories.person(name), **facts)


def occasion(*, received: int, state: str = "took-place", **facts) -> Event:
    event = factories.event(factories.pair(), state=state, **facts)
    for _number in range(received):
        factories.stop(factories.delegation(factories.place()), event)
    return event


def everybody_at(event: Event):
    return event.appearances.with_people()


def told_at(event: Event, travelled=()) -> list[str]:
    """Return the headings with the names beneath."""
    told = groups(event, everybody_at(event), travelled, "en")
    return [f"{group['title']}: {' '.join(names(group))}" for group in told]


ABSENT = ["Sent a message: M", "Represented: R"]
# state, how many delegations were received → the headings over a host, a guest, one of neither and two of the absent
HEADINGS = [
    ("took-place", 1, ["Received by: H", "Guests: G", "Also present: N", *ABSENT]),
    ("took-place", 2, ["Hosts: H", "Guests: G", "Also present: N", *ABSENT]),
    ("took-place", 0, ["Taking part: H G N", *ABSENT]),
    ("announced", 1, ["Named beforehand: H G N", *ABSENT]),
    ("announced", 0, ["Named beforehand: H G N", *ABSENT]),
    ("called-off", 1, ["Named beforehand: H G N", *ABSENT]),
]


@pytest.mark.parametrize(("state", "received", "headings"), HEADINGS)
def test_a_heading_says_no_more_than_the_records_do(state, received, headings):
    event = occasion(received=received, state=state)
    appear(event, "H", "attended", "hosted")
    appear(event, "G", "spoke", side="guest")
    appear(event, "N", "witnessed", side="neither")
    appear(event, "M", "message")
    appear(event, "R", "represented")

    assert told_at(event) == headings
    there = [one.person.name_en for one in present(event, everybody_at(event))]
    assert there == (["H", "G", "N"] if state == "took-place" else [])


# for whom four people stood, "" for nobody known → the headings over them where nobody was received
ORIGINS = [
    ("h r h r", ["From Harbourton: 1 3", "From Rivermouth: 2 4"]),
    ("office r - -", ["From Harbourton: 1", "From Rivermouth: 2", "Also present: 3 4"]),
    ("h office embassy network", ["From Harbourton: 1 2", "From Embassy: 3", "From League: 4"]),
    ("alone - - -", ["From Institute: 1", "Also present: 2 3 4"]),
    ("- - - -", ["Taking part: 1 2 3 4"]),
]


@pytest.mark.parametrize(("stood", "headings"), ORIGINS)
def test_where_nobody_was_received_people_stand_under_the_place_that_they_came_for(stood, headings):
    harbourton, rivermouth = factories.place("Harbourton"), factories.place("Rivermouth")
    bodies = {
        "-": {},
        "h": {"place": harbourton},
        "r": {"place": rivermouth},
        "office": {"institution": factories.institution("Port Office", place=harbourton)},
        "embassy": {"institution": factories.institution("Embassy", place=harbourton, kind="embassy")},
        "network": {"institution": factories.institution("League", place=harbourton, kind="network")},
        "alone": {"institution": factories.institution("Institute")},
    }
    event = occasion(received=NOBODY)
    for number, whom in enumerate(stood.split(), 1):
        appear(event, str(number), **bodies[whom])

    assert told_at(event) == headings


def test_under_the_heading_of_a_place_only_the_bodies_of_it_are_printed_beside_the_people():
    harbourton, event = factories.place("Harbourton"), occasion(received=NOBODY)
    appear(event, "Mayor", place=harbourton)
    appear(event, "Director", institution=factories.institution("Port Office", place=harbourton))

    assert [one["stands_for"] and str(one["stands_for"]["name"]) for one in entries_at(event)] == [None, "Port Office"]


def entries_at(event: Event) -> list[dict]:
    told = groups(event, everybody_at(event), (), "en")
    return [one for group in told for one in (*group["heads"], *group["members"])]


# the parts of somebody, and how many delegations were received → the words beside the name
PARTS = [
    (["attended"], 0, ""),
    (["presided"], 0, "presided"),
    (["attended", "spoke"], 0, "spoke"),
    (["witnessed", "spoke", "accompanied"], 0, "accompanied, spoke, witnessed"),
    (["hosted"], 0, "hosted"),
    (["hosted", "spoke"], 1, "spoke"),
    (["message"], 0, ""),
    (["represented"], 0, ""),
    (["message", "represented"], 0, "was represented"),
    (["message", "attended"], 0, "sent a message"),
]


@pytest.mark.parametrize(("parts", "received", "words"), PARTS)
def test_every_part_that_somebody_took_is_printed_unless_the_heading_says_it(parts, received, words):
    event = occasion(received=received)
    appear(event, "Ada Reed", *parts)

    assert [one["part"] for one in entries_at(event)] == [words]


def test_of_an_event_that_did_not_take_place_no_part_is_told():
    event = occasion(received=NOBODY, state="announced")
    appear(event, "Ada Reed", "spoke", "hosted")

    assert [one["part"] for one in entries_at(event)] == [""]


def test_it_is_printed_for_whom_somebody_stood_and_who_stood_for_the_absent(client):
    event = released(occasion(received=1, slug="talks"))
    appear(event, "Ada Reed", "hosted", place=factories.place("Harbourton", name_zh="海州"))
    deputy = factories.person("Ben Holt", name_zh="乙武")
    appear(event, "Cal Ford", "represented", represented_by=deputy)

    english, chinese = (plain(client.get(f"/{prefix}/events/talks/")) for prefix in ("en", "zh"))

    assert "Ada Reed for Harbourton" in english and "Cal Ford represented by Ben Holt" in english
    assert "代表海州" in chinese and "委托乙武出席" in chinese
    assert client.get(deputy.address_in("en")).status_code == 200


def plain(response) -> str:
    """Return the words of a page without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", text_of(response))).split())


def head_with_a_part(*parts: str) -> tuple[Event, Appearance]:
    """Return an event that received Lin Yue, head of a delegation, who took parts there, and one more traveller."""
    event = occasion(received=COMPANY, slug="talks")
    (delegation,) = event.received()
    head = Appearance.objects.create(delegation=delegation, person=factories.person("Lin Yue"), role="head")
    Appearance.objects.create(delegation=delegation, person=factories.person("Tan Bo"), role="member", order=1)
    Appearance.objects.create(event=event, person=head.person, parts=parts)
    return released(event), head


def test_who_came_with_a_delegation_is_told_once_with_the_parts_taken_at_the_stop(client):
    event, _head = head_with_a_part("presided", "spoke")
    card = card_of([Event.objects.with_names().with_sites().get(pk=event.pk)])["events"][0]

    page = text_of(client.get("/en/events/talks/")).partition("<main")[2]

    assert page.count(">Lin Yue<") == 1 and "head, presided, spoke" in page
    assert [names(one) for one in (*card["companies"], *card["groups"])] == [["Lin Yue", "Tan Bo"]]
    assert card["companies"][0]["heads"][0]["part"] == "head, presided, spoke"
    told = said(client, event.address_in("en"), "Event")
    assert [one["name"] for one in told["attendee"]] == ["Lin Yue", "Tan Bo"]


def test_a_traveller_who_was_represented_at_a_stop_was_not_there(client):
    event, _head = head_with_a_part("represented")

    told = said(client, event.address_in("en"), "Event")

    assert [one["name"] for one in told["attendee"]] == ["Tan Bo"]
    assert "head, was represented" in text_of(client.get("/en/events/talks/"))


def test_at_a_later_stop_only_those_of_a_delegation_are_listed_who_took_a_part_there():
    first, head = head_with_a_part("presided")
    second = occasion(received=NOBODY)
    factories.stop(head.delegation, second)
    Appearance.objects.create(event=second, person=head.person, parts=["witnessed"])

    one, other = (block["companies"][0] for block in card_of([first, second])["events"])

    assert (names(one), names(other)) == (["Lin Yue", "Tan Bo"], ["Lin Yue"])
    assert other["heads"][0]["part"] == "head, witnessed"


def test_every_delegation_of_an_event_is_told(client):
    event = released(occasion(received=2, slug="talks"))
    for number, delegation in enumerate(event.received()):
        Appearance.objects.create(delegation=delegation, person=factories.person(f"Head {number}"), role="head")

    page = text_of(client.get("/en/events/talks/"))
    companies = card_of([event])["events"][0]["companies"]

    assert page.count("Delegation received") == 2 and "Head 0" in page and "Head 1" in page
    assert [names(company) for company in companies] == [["Head 0"], ["Head 1"]]


@pytest.mark.parametrize(("state", "number"), [("took-place", 1), ("announced", 0), ("called-off", 0)])
def test_machines_are_told_of_nobody_who_was_not_there(client, state, number):
    event = released(occasion(received=NOBODY, state=state))
    appear(event, "Ada Reed")
    appear(event, "Ben Holt", "message")
    appear(event, "Cal Ford", "message", "represented")

    told = said(client, event.address_in("en"), "Event")

    assert len(told.get("attendee", [])) == number and "organizer" not in told


# the states of two visits → the word over a story of both
KICKERS = [
    (("took-place", "took-place"), "Visit"),
    (("announced", "took-place"), "Visit"),
    (("announced", "announced"), "Visit announced"),
    (("called-off", "called-off"), "Visit called off"),
    (("called-off", "announced"), "Visit announced"),
]


@pytest.mark.parametrize(("states", "words"), KICKERS)
def test_a_story_is_headed_as_a_visit_only_if_one_took_place(states, words):
    assert _occasion([occasion(received=COMPANY, state=state, kinds=[]) for state in states], [], moment()) == words


# whether a delegation came, kinds → the words over the story
KINDS = [
    (NOBODY, ["meeting", "anniversary"], "Anniversary and meeting"),
    (NOBODY, ["signing"], "Signing"),
    (COMPANY, ["meeting"], "Visit"),
    (COMPANY, ["forum", "meeting", "anniversary"], "Visit · Anniversary and forum"),
]


@pytest.mark.parametrize(("received", "kinds", "words"), KINDS)
def test_a_story_is_headed_by_all_kinds_of_its_event(received, kinds, words):
    assert _occasion([occasion(received=received, kinds=kinds)], [], moment()) == words


def test_the_stops_of_a_delegation_say_that_they_were_called_off(client):
    event = released(occasion(received=COMPANY, state="called-off"))

    assert "Called off" in text_of(client.get(event.received()[0].address_in("en")))

    Event.objects.filter(pk=event.pk).update(state="took-place")
    assert "Called off" not in text_of(client.get(event.received()[0].address_in("en")))


def state_in_the_file(client) -> str:
    (row,) = json.loads(client.get("/en/delegations.json").getvalue())
    return row["state"]


def test_a_journey_that_did_not_take_place_says_so_wherever_it_is_listed(client):
    event = released(occasion(received=COMPANY, state="called-off"))
    sender = event.received()[0].senders.get().place
    traveller, guest = factories.person("Lin Yue"), appear(event, "Ada Reed").person
    Appearance.objects.create(delegation=event.received()[0], person=traveller, role="head")
    pages = [record.address_in("en") for record in (sender, traveller, guest)] + ["/en/delegations/"]

    for page in pages:
        assert "called off" in text_of(client.get(page)).lower(), page
    assert "attended" not in text_of(client.get(guest.address_in("en"))).lower()
    assert state_in_the_file(client) == "called-off"

    Event.objects.filter(pk=event.pk).update(state="took-place")
    for page in pages:
        assert "called off" not in text_of(client.get(page)).lower(), page
    assert "attended" in text_of(client.get(guest.address_in("en"))).lower()
    assert state_in_the_file(client) == "took-place"


def test_a_text_that_was_not_signed_does_not_stand_under_signed(client):
    event = released(occasion(received=NOBODY))
    agreement = released(factories.agreement(event=event, title_en="Harbour Accord", state="planned"))
    loaded = Agreement.objects.filter(pk=agreement.pk).with_row(moment())

    card = card_of([event], loaded)
    assert (card["events"][0]["agreements"], len(card["agreements"])) == ([], 1)
    context = client.get(event.address_in("en")).context
    assert (len(context["agreements"]), len(context["unsigned"])) == (0, 1)

    Agreement.objects.filter(pk=agreement.pk).update(state="signed")
    card = card_of([event], loaded.all())
    assert (len(card["events"][0]["agreements"]), card["agreements"]) == (1, [])
    context = client.get(event.address_in("en")).context
    assert (len(context["agreements"]), len(context["unsigned"])) == (1, 0)


def card_of(events, agreements=()) -> dict:
    everybody = Appearance.objects.with_people().order_by("order", "pk")
    return record_card(events, list(everybody), list(agreements), language="en", today=day_of(moment()))


def names(group: dict) -> list[str]:
    return [str(one["name"]) for one in (*group["heads"], *group["members"])]


def test_what_happened_at_an_event_stands_in_its_own_block():
    one, other = occasion(received=COMPANY), occasion(received=COMPANY)
    appear(one, "Ada Reed")
    appear(other, "Ben Holt")

    blocks = card_of([one, other])["events"]

    assert [[names(group) for group in block["groups"]] for block in blocks] == [[["Ada Reed"]], [["Ben Holt"]]]


def test_a_delegation_is_listed_at_the_first_of_its_stops():
    one, other = occasion(received=COMPANY), occasion(received=NOBODY)
    factories.stop(one.received()[0], other)
    traveller = factories.person("Lin Yue")
    Appearance.objects.create(delegation=one.received()[0], person=traveller, role="head")

    first, second = (block["companies"][0] for block in card_of([one, other])["events"])

    assert (names(first), names(second)) == (["Lin Yue"], [])
    assert first["heads"][0]["part"] == "head" and first["name"] == second["name"]


def test_a_text_signed_elsewhere_stands_apart_with_its_day():
    event = occasion(received=NOBODY)
    there = factories.agreement(event=event, title_en="Signed there")
    earlier = factories.agreement(signed="1986", title_en="Signed earlier")

    at = moment()
    loaded = Agreement.objects.filter(pk__in=[there.pk, earlier.pk]).with_row(at).order_by("pk")
    card = card_of([event], loaded)

    assert [str(one["title"]) for one in card["events"][0]["agreements"]] == ["Signed there"]
    assert [(str(one["title"]), str(one["signed_on"])) for one in card["agreements"]] == [("Signed earlier", "1986")]
