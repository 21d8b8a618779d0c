"""Two people of one name: 王勇, chairman of Ningbo's people's congress, and another one, who came from Haixi."""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Delegation, Event
from newsroom.languages import EN, LANGUAGES, ZH

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def wangs(house):
    """One Wang Yong received a delegation in 2015; another one came with a delegation years later."""
    it = SimpleNamespace(ningbo=house.city("宁波", "Ningbo"), haixi=house.city("海西州", "Haixi"))
    zhoushan = house.city("舟山", "Zhoushan")
    it.host, it.guest = (house.person("王勇", "Wang Yong") for _time in range(2))
    chairman = {"person": it.host, "parts": ["attended", "hosted"], "printed_zh": "宁波市人大常委会主任"}
    from_zhoushan = house.enter(Delegation, kind="party-government", rows={"senders": [{"place": zhoushan}]})
    it.received = house.enter(
        Event,
        places=[it.ningbo],
        held="2015-09-15",
        rows={"stops": [{"delegation": from_zhoushan}], "appearances": [chairman]},
    )
    travellers = [{"person": it.guest, "role": "member"}]
    it.company = house.enter(Delegation, rows={"senders": [{"place": it.haixi}], "appearances": travellers})
    it.came = house.enter(
        Event, places=[it.ningbo], held="2019", held_inferred=True, rows={"stops": [{"delegation": it.company}]}
    )
    house.publish(zh="舟山代表团来访", en="Zhoushan came", events=[it.received], year=2015)
    house.publish(zh="海西州代表团来访", en="Haixi came", events=[it.came], year=2019)
    return it


def test_two_people_of_one_name_are_two_pages_that_tell_nothing_of_each_other(house, wangs):
    assert wangs.host.slug != wangs.guest.slug
    for language in LANGUAGES:
        host, guest = house.read(wangs.host, language), house.read(wangs.guest, language)
        assert "宁波市人大常委会主任" in host and "宁波市人大常委会主任" not in guest
        assert {ZH: "舟山", EN: "Zhoushan"}[language] in host and {ZH: "舟山", EN: "Zhoushan"}[language] not in guest
        assert {ZH: "海西州", EN: "Haixi"}[language] in guest and {ZH: "海西州", EN: "Haixi"}[language] not in host
        delegation = house.reader.get(wangs.company.address_in(language)).text
        assert (
            wangs.guest.address_in(language) in delegation and wangs.host.address_in(language) + '"' not in delegation
        )


def test_the_list_of_people_and_the_search_say_which_is_which(house, wangs):
    for language in LANGUAGES:
        for address in ("/people/", "/search/?q=王勇", "/search/?q=wang yong"):
            page = house.read(address, language)
            assert page.count({ZH: "王勇", EN: "Wang Yong"}[language]) >= 2
            assert "宁波市人大常委会主任" in page, address


def test_whoever_chooses_one_in_the_desk_sees_office_place_and_last_event(house, wangs):
    assert sorted(house.offered("cooperation.appearance", "person", "王勇")) == [
        "王勇 Wang Yong · Visit of a delegation from Haixi to Ningbo 2019",
        "王勇 Wang Yong · 宁波市人大常委会主任, Visit of a delegation from Zhoushan to Ningbo 15 September 2015",
    ]


def test_both_stand_on_one_list_but_nobody_twice(house, wangs):
    rows = {"appearances": [{"person": one, "role": "member"} for one in (wangs.host, wangs.guest)]}
    assert (
        house.enter(Delegation, days="2020", rows=rows | {"senders": [{"place": wangs.haixi}]}).appearances.count() == 2
    )

    twice = {"appearances": [{"person": wangs.host, "role": "member"}] * 2}
    assert "is on the delegation already" in house.desk.send(Delegation, rows=twice, slug="twice").text
