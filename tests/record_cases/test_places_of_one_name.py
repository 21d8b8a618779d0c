"""Two cities of one name: Wilmington stands in Delaware and, another one, in North Carolina."""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Event
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.places.models import Place

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
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
    province = house.enter(Place, name_zh="浙江", name_en="Zhejiang", level="province", country="CN")
    house.amend(wilmingtons.ningbo, parent=province)

    assert "Zhejiang" not in house.read("/places/", EN)
    assert "Zhejiang" in house.read(wilmingtons.ningbo, EN)
