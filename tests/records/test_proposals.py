"""What is proposed where an editor leaves a field empty."""

import pytest

from newsroom.cooperation.proposals import pairs_of_event, pairs_of_parties, places_of, printed_offices
from newsroom.people.models import Institution, Office
from newsroom.places.models import Place

NINGBO, GANZHOU, AACHEN, ZHEJIANG = (
    Place(pk=number, slug=slug) for number, slug in enumerate(("ningbo", "ganzhou", "aachen", "zhejiang"), 1)
)
NINGBO.parent = ZHEJIANG


def of_event(places, senders=(), agreements=(), standing=()):
    pairs = pairs_of_event(list(places), list(senders), agreements, standing=list(standing), home="ningbo")
    return [(one.slug, other.slug) for one, other in pairs]


def test_a_visit_concerns_who_came_and_where_they_came_to_the_home_place_first():
    assert of_event([NINGBO], senders=[GANZHOU]) == [("ningbo", "ganzhou")]
    assert of_event([GANZHOU], senders=[NINGBO]) == [("ningbo", "ganzhou")]


def test_a_joint_delegation_concerns_each_sender():
    assert of_event([NINGBO], senders=[GANZHOU, AACHEN]) == [("ningbo", "ganzhou"), ("ningbo", "aachen")]


def test_a_signing_concerns_its_parties_wherever_it_was():
    assert of_event([GANZHOU], agreements=[[AACHEN, NINGBO]]) == [("ningbo", "aachen")]


def test_what_is_proposed_twice_stands_once():
    assert of_event([NINGBO], senders=[GANZHOU], agreements=[[GANZHOU, NINGBO]]) == [("ningbo", "ganzhou")]


def test_two_places_that_met_are_a_pair_and_three_are_not():
    assert of_event([AACHEN, NINGBO]) == [("ningbo", "aachen")]
    assert of_event([AACHEN, NINGBO, GANZHOU]) == []


@pytest.mark.parametrize(
    ("places", "standing", "pairs"),
    [
        ([NINGBO], [GANZHOU], [("ningbo", "ganzhou")]),
        ([NINGBO], [GANZHOU, AACHEN], [("ningbo", "ganzhou"), ("ningbo", "aachen")]),
        ([NINGBO], [NINGBO, GANZHOU, AACHEN], [("ningbo", "ganzhou"), ("ningbo", "aachen")]),
        ([AACHEN], [NINGBO, GANZHOU], [("ningbo", "ganzhou")]),
        ([AACHEN], [AACHEN, GANZHOU], [("aachen", "ganzhou")]),
        ([], [NINGBO, GANZHOU], [("ningbo", "ganzhou")]),
        ([NINGBO], [NINGBO], []),
        ([GANZHOU], [GANZHOU, AACHEN, ZHEJIANG], []),
    ],
)
def test_an_event_concerns_those_for_whom_people_stood_and_where_they_met_unless_that_is_a_third_place(
    places, standing, pairs
):
    assert of_event(places, standing=standing) == pairs


def test_a_city_and_its_province_are_no_pair():
    assert of_event([NINGBO], senders=[ZHEJIANG]) == []
    assert of_event([ZHEJIANG], senders=[NINGBO]) == []


# levels of who came and of where they came to → whether they are a pair
LEVELS = [
    ("city", "city", True),
    ("county", "city", True),
    ("province", "city", True),
    ("prefecture", "district", True),
    ("county-city", "town", True),
    ("country", "city", False),
    ("city", "country", False),
    ("country", "country", False),
    ("group", "city", False),
    ("city", "group", False),
]


@pytest.mark.parametrize(("one", "other", "paired"), LEVELS)
def test_no_pair_is_proposed_with_a_country_nor_with_a_group_of_cities(one, other, paired):
    came, there = Place(pk=11, slug="came", level=one), Place(pk=12, slug="there", level=other)
    pairs = [("came", "there")] if paired else []

    assert of_event([there], senders=[came]) == pairs
    assert of_event([there, came]) == pairs
    assert of_event([], agreements=[[came, there]]) == pairs


def test_an_agreement_of_three_places_is_one_of_the_home_place_with_each_of_the_others():
    assert pairs_of_parties([GANZHOU, NINGBO, AACHEN], home="ningbo") == [(NINGBO, GANZHOU), (NINGBO, AACHEN)]
    assert pairs_of_parties([GANZHOU, NINGBO, AACHEN], home="elsewhere") == []


def test_an_agreement_of_two_bodies_of_one_place_is_no_pair():
    bodies = [Institution(place=NINGBO), NINGBO, None, Institution()]

    assert pairs_of_parties(places_of(bodies), home="ningbo") == []


def test_the_seat_of_a_network_ties_no_pair():
    network = Institution(kind=Institution.Kind.NETWORK, place=AACHEN)

    assert places_of([network, NINGBO, Institution(place=GANZHOU)]) == [NINGBO, GANZHOU]


def test_offices_are_printed_as_a_page_would_in_each_language():
    offices = [
        Office(name_zh="宁波市委副书记", name_en="Deputy Secretary"),
        Office(name_zh="宁波市市长", name_en="Mayor"),
    ]

    assert printed_offices(offices, "name_zh") == "宁波市委副书记、宁波市市长"
    assert printed_offices(offices, "name_en") == "Deputy Secretary; Mayor"


def test_offices_of_which_one_has_no_name_in_a_language_are_not_printed_in_it():
    offices = [Office(name_zh="宁波市市长", name_en="Mayor of Ningbo"), Office(name_en="President")]

    assert printed_offices(offices, "name_zh") == ""
