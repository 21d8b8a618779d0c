"""What is a visit of one place to another, and what is contact: each condition, and what is none without it."""

from types import SimpleNamespace

import pytest

from newsroom.cooperation import contacts
from newsroom.cooperation.models import Agreement, Appearance, Event
from newsroom.cooperation.of_pairs import agreements_of, events_of
from newsroom.publishing import clock
from tests import factories
from tests.pages_records.conftest import released

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    """Harbourton and Rivermouth, a district and an embassy in Harbourton, an institute of Rivermouth."""
    it = SimpleNamespace(home=factories.place("Harbourton"), partner=factories.place("Rivermouth"))
    it.pair = factories.pair(it.home, it.partner)
    it.state = factories.place("Riverland", level="province")
    type(it.partner).objects.filter(pk=it.partner.pk).update(parent=it.state)
    it.district = factories.place("Docks", level="district", parent=it.home)
    it.institute = factories.institution(place=it.partner)
    it.embassy = factories.institution(place=it.partner, kind="embassy")
    it.network = factories.institution(place=it.partner, kind="network")
    it.elsewhere = factories.place("Lakeside")
    return it


def held(at, *, of=None, guest=None, stood=None, parts=("attended",), side="guest", **facts) -> Event:
    """A public event at these places: somebody travelled for `of`, holds an office of `guest`, or stood for `stood`."""
    sent = factories.delegation(of) if of else None
    event = factories.event(delegation=sent, **facts)
    event.places.set(at)
    if guest:
        name = "place" if isinstance(guest, type(at[0])) else "institution"
        somebody = Appearance.objects.create(event=event, person=factories.person(), side=side, parts=parts)
        somebody.offices.add(factories.office(**{name: guest}))
    if stood:
        name = "place" if isinstance(stood, type(at[0])) else "institution"
        Appearance.objects.create(event=event, person=factories.person(), parts=parts, **{name: stood})
    return released(event)


@pytest.mark.parametrize(
    ("to", "of", "guest", "facts", "is_visit"),
    [
        ("home", "partner", None, {}, True),
        ("home", "institute", None, {}, True),
        ("district", "partner", None, {}, True),
        ("home", None, "partner", {}, True),
        ("home", None, "institute", {}, True),
        ("home", "partner", None, {"mode": "hybrid"}, True),
        ("home", "partner", None, {"mode": "online"}, False),
        ("home", "partner", None, {"state": "announced"}, False),
        ("home", "partner", None, {"state": "called-off"}, False),
        ("elsewhere", "partner", None, {}, False),
        ("home", "embassy", None, {}, False),
        ("home", "network", None, {}, False),
        ("home", "state", None, {}, False),
        ("home", "elsewhere", None, {}, False),
        ("home", None, None, {}, False),
        ("home", None, "partner", {"parts": ["message"]}, False),
        ("home", None, "partner", {"side": "neither"}, False),
        ("home", None, None, {"stood": "partner"}, True),
        ("home", None, None, {"stood": "institute"}, True),
        ("district", None, None, {"stood": "partner"}, True),
        ("home", "elsewhere", None, {"stood": "partner"}, True),
        ("home", None, None, {"stood": "partner", "parts": ["message", "spoke"]}, True),
        ("home", None, None, {"stood": "partner", "parts": ["message"]}, False),
        ("home", None, None, {"stood": "partner", "parts": ["represented"]}, False),
        ("home", None, None, {"stood": "partner", "parts": ["message", "represented"]}, False),
        ("home", None, None, {"stood": "partner", "mode": "online"}, False),
        ("home", None, None, {"stood": "partner", "state": "announced"}, False),
        ("elsewhere", None, None, {"stood": "partner"}, False),
        ("home", None, None, {"stood": "embassy"}, False),
        ("home", None, None, {"stood": "network"}, False),
        ("home", None, None, {"stood": "home"}, False),
    ],
)
def test_a_visit_took_place_in_person_there_by_somebody_who_came_for_the_other(two, to, of, guest, facts, is_visit):
    facts = facts | ({"stood": getattr(two, facts["stood"])} if "stood" in facts else {})
    held([getattr(two, to)], of=of and getattr(two, of), guest=guest and getattr(two, guest), **facts)
    events = Event.objects.public(clock.moment())

    assert contacts.visits(events, of=two.partner.pk, to=two.home.pk).exists() is is_visit
    assert not contacts.visits(events, of=two.home.pk, to=two.partner.pk).exists()


def number_of_visits(two) -> int:
    events = Event.objects.public(clock.moment())
    rows = contacts.visits_by_year(events, of=two.partner.pk, to=two.home.pk, side="home")
    return sum(number for some in rows for _side, _year, number in some)


def test_a_visit_is_counted_once_for_each_delegation_and_each_event_to_which_somebody_came_otherwise(two):
    first = held([two.home], of=two.partner)
    factories.stop(first.received()[0], held([two.home]))
    assert number_of_visits(two) == 1

    factories.stop(factories.delegation(two.institute), first)
    factories.stop(factories.delegation(two.elsewhere), first)
    assert number_of_visits(two) == 2

    held([two.home], stood=two.partner)
    Appearance.objects.create(event=first, person=factories.person(), parts=["spoke"], place=two.partner)
    assert number_of_visits(two) == 3


def test_a_visit_that_is_not_public_is_none(two):
    Event.objects.filter(pk=held([two.home], of=two.partner).pk).update(public_from=None)

    assert not contacts.visits(Event.objects.public(clock.moment()), of=two.partner.pk, to=two.home.pk).exists()


def both_met(two) -> bool:
    return bool(events_of(two.pair, clock.moment()).both)


def test_contact_needs_both_sides(two):
    event = held([two.home])
    event.pairs.add(two.pair)
    assert not both_met(two)

    event.places.add(two.partner)
    assert both_met(two)


@pytest.mark.parametrize(
    ("body", "is_contact"), [("partner", True), ("institute", True), ("embassy", False), ("state", False)]
)
def test_who_came_as_a_guest_or_on_a_delegation_took_part(two, body, is_contact):
    held([two.home], guest=getattr(two, body))
    assert both_met(two) is is_contact
    Event.objects.update(public_from=None)
    held([two.home], of=getattr(two, body))
    assert both_met(two) is is_contact
    Event.objects.update(public_from=None)
    held([two.home], stood=getattr(two, body))
    assert both_met(two) is is_contact
    Appearance.objects.update(parts=["message"])
    assert not both_met(two)


def test_the_party_of_an_agreement_took_part_where_it_was_signed_once_readers_may_see_the_agreement(two):
    event = held([two.home])
    hidden = factories.agreement(two.home, two.partner, event=event)
    assert not both_met(two)

    released(hidden)
    assert both_met(two)
    Agreement.objects.update(state="planned")
    assert not both_met(two)


def test_a_visited_body_took_part(two):
    event = held([two.elsewhere], of=two.home)
    assert not both_met(two)

    for not_of_the_place in (two.embassy, two.network):
        factories.site(event, not_of_the_place)
    assert not both_met(two)

    factories.site(event, two.institute)
    assert both_met(two)


def test_an_agreement_is_one_of_both_where_each_is_a_party_whoever_else_is(two):
    text = released(factories.agreement(two.home, two.elsewhere))
    seen = Agreement.objects.public(clock.moment())
    assert not agreements_of(two.pair, clock.moment()).both

    factories.Party.objects.create(agreement=text, institution=two.institute)
    assert agreements_of(two.pair, clock.moment()).both == {text.pk}
    assert seen.annotate(others=contacts.with_others(two.pair)).get().others


def test_an_agreement_of_the_two_alone_is_not_one_with_others(two):
    released(factories.agreement(two.home, two.institute))

    assert not Agreement.objects.annotate(others=contacts.with_others(two.pair)).get().others
