"""A city that ended and the one that carried its relation on; two cities of one name.

The cases are Waitakere, which became part of Auckland in 2010, and Wilmington, which stands in Delaware and, another
one, in North Carolina.
"""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Event, Stage
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.places.models import Pair, Place
from tests.records.reading import in_order


@pytest.fixture
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
        (EN, "It ended on 2010", "It passed into Auckland", "Before it: Waitakere", ("Sister cities", "since 2011")),
        (ZH, "2010年", "奥克兰", "怀特克里", ("友好城市", "2011年")),
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

    assert in_order(english, "Relation", "Taken over", "since 2011")
    assert in_order(chinese, "关系", "关系承接", "2011年")
    assert "Sister cities" in english and "友好城市" in chinese


def test_a_place_and_a_pair_that_go_in_a_circle_are_refused_at_their_fields(house, carried_on):
    answer = house.propose(carried_on.auckland, rows={"passed_into": [{"successor": carried_on.waitakere}]})
    assert "circle" in answer.text
    answer = house.propose(carried_on.before, continues=carried_on.after)
    assert "circle" in answer.text


@pytest.fixture
def wilmingtons(house):
    """Two cities of one name, each with a pair, an event and a story of its own."""
    it = SimpleNamespace(ningbo=house.city("宁波", "Ningbo"), cities=[], pairs=[], stories=[], events=[])
    states = (("特拉华州", "Delaware"), ("北卡罗来纳州", "North Carolina"))
    for zh, en in states:
        state = house.enter(Place, name_zh=zh, name_en=en, level="province", country="US")
        city = house.city("威尔明顿", "Wilmington", parent=state, country="US")
        venue = {"venue_zh": f"{zh}会场", "venue_en": f"{en} Hall"}
        event = house.enter(
            Event, places=[it.ningbo, city], held="2022-09-08", kinds=["meeting"], mode="online", **venue
        )
        it.stories.append(house.publish(zh=f"与{zh}会谈", en=f"Talks with {en}", events=[event]))
        it.cities.append(city)
        it.events.append(event)
        it.pairs.append(event.pairs.get())
    return it


def test_they_have_two_addresses_and_two_pairs(wilmingtons):
    assert [city.slug for city in wilmingtons.cities] == ["wilmington", "wilmington-north-carolina"]
    assert [pair.slug for pair in wilmingtons.pairs] == ["ningbo-wilmington", "ningbo-wilmington-north-carolina"]


def test_whoever_chooses_one_in_the_desk_sees_which_it_is(house, wilmingtons):
    places = house.offered("cooperation.event", "places", "Wilm")
    pairs = house.offered("cooperation.event", "pairs", "威尔明顿")

    for found in (places, pairs):
        assert len(found) == 2 and all(any(state in one for one in found) for state in ("Delaware", "North Carolina"))


@pytest.mark.parametrize(("language", "states"), [(EN, ("Delaware", "North Carolina")), (ZH, ("特拉华", "北卡罗来纳"))])
def test_lists_filters_and_search_say_which_is_which(house, wilmingtons, language, states):
    for address in ("/places/", "/pairs/", "/search/?q=Wilmington", "/search/?q=威尔明顿", "/news/"):
        page = house.read(address, language)
        assert all(state in page for state in states), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_page_tells_of_the_other(house, wilmingtons, language):
    for kind in ("cities", "pairs", "events", "stories"):
        for mine, other in ((0, 1), (1, 0)):
            page = house.read(getattr(wilmingtons, kind)[mine], language)
            words = {
                EN: ["Talks with Delaware", "Talks with North Carolina"],
                ZH: ["与特拉华州会谈", "与北卡罗来纳州会谈"],
            }
            assert words[language][mine] in page and words[language][other] not in page, kind


@pytest.mark.parametrize(("language", "states"), [(EN, ("Delaware", "North Carolina")), (ZH, ("特拉华", "北卡罗来纳"))])
def test_the_page_of_each_city_and_pair_says_where_it_lies(house, wilmingtons, language, states):
    for kind in ("cities", "pairs"):
        for state, record in zip(states, getattr(wilmingtons, kind), strict=True):
            page = house.reader.get(record.address_in(language)).text
            assert state in page.partition("</header>")[2].partition("<footer")[0].split('class="stories')[0], kind


def test_a_filter_asks_for_one_of_them_alone(house, wilmingtons):
    for number, city in enumerate(wilmingtons.cities):
        page = house.read(f"/news/?place={city.slug}", EN)
        shown = ["Talks with Delaware" in page, "Talks with North Carolina" in page]
        assert shown == [number == 0, number == 1]


def test_a_city_of_one_name_alone_is_not_explained(house, wilmingtons):
    """Ningbo has no namesake: what it is part of stands on its own page, not in every list."""
    province = house.enter(Place, name_zh="浙江", name_en="Zhejiang", level="province")
    house.amend(wilmingtons.ningbo, parent=province)

    assert "Zhejiang" not in house.read("/places/", EN)
    assert "Zhejiang" in house.read(wilmingtons.ningbo, EN)
