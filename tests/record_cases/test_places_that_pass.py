"""A city that ended and the one that carried its relation on: Waitakere, which became part of Auckland in 2010."""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Stage
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.places.models import Pair
from tests.records.reading import in_order

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def carried_on(house):
    """The relation of Ningbo with Waitakere, and what became of both."""
    it = SimpleNamespace(ningbo=house.city("宁波", "Ningbo"), auckland=house.city("奥克兰", "Auckland"))
    it.waitakere = house.city("怀特克里", "Waitakere", ended="2010", rows={"passed_into": [{"successor": it.auckland}]})
    it.before = house.enter(Pair, first=it.ningbo, second=it.waitakere)
    it.after = house.enter(Pair, first=it.auckland, second=it.ningbo, continues=it.before)
    stages = [
        (it.before, "sister-city", "1998-12"),
        (it.before, "taken-over", "2011"),
        (it.after, "sister-city", "2011"),
    ]
    for pair, kind, day in stages:
        house.release(house.enter(Stage, pair=pair, kind=kind, reached=day))
    it.story = house.publish(zh="一座消失的友城", en="A city that is gone", pairs=[it.before, it.after], year=2024)
    return it


@pytest.mark.parametrize(
    ("language", "was", "passed", "came_from", "relation"),
    [
        (
            EN,
            "It ceased to exist in 2010",
            "It passed into Auckland",
            "Before it: Waitakere",
            ("Sister cities", "since December 1998, with Waitakere until 2010"),
        ),
        (ZH, "2010年", "奥克兰", "怀特克里", ("友好城市", "自1998年12月起，至2010年为与怀特克里的结对")),
    ],
)
def test_each_of_the_two_places_tells_what_became_of_it_and_what_it_was(
    house, carried_on, language, was, passed, came_from, relation
):
    ended = house.read(carried_on.waitakere, language)
    assert was in ended and passed in ended
    assert came_from in house.read(carried_on.auckland, language)
    assert in_order(house.read(carried_on.after, language), *relation)


def test_each_pair_leads_to_the_one_before_or_after_it(house, carried_on):
    for language in LANGUAGES:
        before, after = (
            house.reader.get(pair.address_in(language)).text for pair in (carried_on.before, carried_on.after)
        )
        assert carried_on.before.address_in(language) in after
        assert carried_on.after.address_in(language) in before


def test_the_relation_that_was_taken_over_is_no_longer_said_to_stand(house, carried_on):
    english, chinese = house.read(carried_on.before, EN), house.read(carried_on.before, ZH)

    assert in_order(english, "Relation", "Ended", "in 2010, continued by Auckland since 2011")
    assert in_order(chinese, "关系", "已终止", "2010年，自2011年起由奥克兰承接")
    assert "Sister cities" in english and "友好城市" in chinese


def test_a_place_and_a_pair_that_go_in_a_circle_are_refused_at_their_fields(house, carried_on):
    answer = house.propose(carried_on.auckland, rows={"passed_into": [{"successor": carried_on.waitakere}]})
    assert "circle" in answer.text
    answer = house.propose(carried_on.before, continues=carried_on.after)
    assert "circle" in answer.text
