"""Part and presence are different things: what a page says of who was there follows from state, delegation and part."""

import json

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

COMPANY, NOBODY = True, False


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def appear(event: Event, name: str, side: str = "host", part: str = "attended", **facts) -> Appearance:
    person = factories.person(name)
    return Appearance.objects.create(
        event=event, person=person, side=side, part=part, order=event.appearances.count(), **facts
    )


def occasion(*, received: bool, state: str = "took-place", **facts) -> Event:
    delegation = factories.delegation(factories.place()) if received else None
    return factories.event(factories.pair(), delegation=delegation, state=state, **facts)


# state, whether a delegation was received → the headings over a host, a guest, one of neither and one who wrote
HEADINGS = [
    ("took-place", COMPANY, ["Received by: H", "Guests: G", "Also there: N", "Sent a message: M"]),
    ("took-place", NOBODY, ["Taking part: H G N", "Sent a message: M"]),
    ("announced", COMPANY, ["Named beforehand: H G N", "Sent a message: M"]),
    ("announced", NOBODY, ["Named beforehand: H G N", "Sent a message: M"]),
    ("called-off", COMPANY, ["Named beforehand: H G N", "Sent a message: M"]),
]


@pytest.mark.parametrize(("state", "received", "headings"), HEADINGS)
def test_a_heading_says_no_more_than_the_records_do(state, received, headings):
    event = occasion(received=received, state=state)
    for name, side, part in (
        ("H", "host", "attended"),
        ("G", "guest", "spoke"),
        ("N", "neither", "witnessed"),
        ("M", "host", "message"),
    ):
        appear(event, name, side, part)

    told = groups(event, event.appearances.all(), "en")

    assert [
        f"{group['title']}: {' '.join(one['name'] for one in (*group['heads'], *group['members']))}" for group in told
    ] == headings
    there = [one.person.name_en for one in present(event, event.appearances.all())]
    assert there == (["H", "G", "N"] if state == "took-place" else [])


@pytest.mark.parametrize(
    ("part", "words"),
    [("attended", ""), ("presided", "presided"), ("spoke", "spoke"), ("witnessed", "witnessed"), ("message", "")],
)
def test_the_part_that_somebody_took_is_printed(part, words):
    event = occasion(received=NOBODY)
    appear(event, "Ada Reed", part=part)

    (group,) = groups(event, event.appearances.all(), "en")

    assert [str(one["part"]) for one in (*group["heads"], *group["members"])] == [words]


@pytest.mark.parametrize(("state", "number"), [("took-place", 1), ("announced", 0), ("called-off", 0)])
def test_machines_are_told_of_nobody_who_was_not_there(client, state, number):
    event = released(occasion(received=NOBODY, state=state))
    appear(event, "Ada Reed")
    appear(event, "Ben Holt", part="message")

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
    assert _occasion([occasion(received=COMPANY, state=state, kinds=[]) for state in states], []) == words


# whether a delegation came, kinds → the words over the story
KINDS = [
    (NOBODY, ["meeting", "anniversary"], "Anniversary and meeting"),
    (NOBODY, ["signing"], "Signing"),
    (COMPANY, ["meeting"], "Visit"),
    (COMPANY, ["forum", "meeting", "anniversary"], "Visit · Anniversary and forum"),
]


@pytest.mark.parametrize(("received", "kinds", "words"), KINDS)
def test_a_story_is_headed_by_all_kinds_of_its_event(received, kinds, words):
    assert _occasion([occasion(received=received, kinds=kinds)], []) == words


def test_the_stops_of_a_delegation_say_that_they_were_called_off(client):
    event = released(occasion(received=COMPANY, state="called-off"))

    assert "Called off" in text_of(client.get(event.delegation.address_in("en")))

    Event.objects.filter(pk=event.pk).update(state="took-place")
    assert "Called off" not in text_of(client.get(event.delegation.address_in("en")))


def state_in_the_file(client) -> str:
    (row,) = json.loads(client.get("/en/delegations.json").getvalue())
    return row["state"]


def test_a_journey_that_did_not_take_place_says_so_wherever_it_is_listed(client):
    event = released(occasion(received=COMPANY, state="called-off"))
    sender = event.delegation.senders.get().place
    traveller, guest = factories.person("Lin Yue"), appear(event, "Ada Reed").person
    Appearance.objects.create(delegation=event.delegation, person=traveller, role="head")
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
    everybody = Appearance.objects.order_by("order", "pk")
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
    Event.objects.filter(pk=other.pk).update(delegation=one.delegation)
    other.refresh_from_db()
    traveller = factories.person("Lin Yue")
    Appearance.objects.create(delegation=one.delegation, person=traveller, role="head")

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
