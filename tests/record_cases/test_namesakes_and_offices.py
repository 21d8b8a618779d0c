"""Two people of one name; one person under several names; somebody whose offices change.

The cases are 王勇, chairman of Ningbo's people's congress and, another one, member of a delegation from Haixi; the
ambassador of Grenada, 马岩 in Chinese and Ian Marshall in English; and Liu Qi, mayor of Ningbo and later secretary.
"""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Delegation, Event
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.people.models import Tenure
from tests.records.reading import in_order


@pytest.fixture
def wangs(house):
    """One Wang Yong received a delegation in 2015; another one came with a delegation years later."""
    it = SimpleNamespace(ningbo=house.city("宁波", "Ningbo"), haixi=house.city("海西州", "Haixi"))
    zhoushan = house.city("舟山", "Zhoushan")
    it.host, it.guest = (house.person("王勇", "Wang Yong") for _time in range(2))
    chairman = {"person": it.host, "side": "host", "part": "attended", "printed_zh": "宁波市人大常委会主任"}
    from_zhoushan = house.enter(Delegation, kind="party-government", rows={"senders": [{"place": zhoushan}]})
    it.received = house.enter(
        Event, places=[it.ningbo], held="2015-09-15", delegation=from_zhoushan, rows={"appearances": [chairman]}
    )
    travellers = [{"person": it.guest, "role": "member"}]
    it.company = house.enter(Delegation, rows={"senders": [{"place": it.haixi}], "appearances": travellers})
    it.came = house.enter(Event, places=[it.ningbo], held="2019", held_inferred=True, delegation=it.company)
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
    assert "stands on the delegation already" in house.desk.send(Delegation, rows=twice, slug="twice").text


@pytest.fixture
def ambassador(house):
    """A guest with an adopted Chinese name that sounds like nothing of his own, written in several ways."""
    it = SimpleNamespace(ningbo=house.city("宁波", "Ningbo"))
    it.guest = house.person(
        *("马岩", "Ian Marshall"), surname_zh="马", surname_en="Marshall", other_names="Ian Marchall\r\n伊恩·马歇尔"
    )
    printed = {"printed_zh": "格林纳达驻华大使", "printed_en": "Ambassador of Grenada to China"}
    company = {"appearances": [{"person": it.guest, "role": "head", **printed}]}
    it.company = house.enter(Delegation, kind="diplomatic", days="2024-11-06/2024-11-08", rows=company)
    it.event = house.enter(Event, places=[it.ningbo], held="2024-11-07下午", delegation=it.company)
    it.story = house.publish(zh="马岩大使访问宁波", en="Ambassador of Grenada visits Ningbo", events=[it.event])
    return it


@pytest.mark.parametrize("words", ["马岩", "Ian Marshall", "marshall", "Marchall", "伊恩·马歇尔"])
def test_every_spelling_finds_the_one_person_and_none_but_the_name_is_shown(house, ambassador, words):
    for language, name in ((EN, "Ian Marshall"), (ZH, "马岩")):
        found = house.reader.get(f"/{language[:2]}/search/", {"q": words}).text.partition("<main")[2]
        assert ambassador.guest.address_in(language) in found and name in found
    assert [text.split(" · ")[0] for text in house.offered("cooperation.party", "signatory", words)] == [
        "马岩 Ian Marshall"
    ]
    for language, name in ((EN, "Ian Marshall"), (ZH, "马岩")):
        for record in (ambassador.guest, ambassador.event, ambassador.company, ambassador.story):
            page = house.read(record, language)
            assert name in page and "Marchall" not in page and "伊恩" not in page


OVER_THE_YEARS = [
    ("2012-07-19", "宁波市委副书记、市长", "", "大邱", "Daegu"),
    ("2013", "", "Mayor of Ningbo", "", "Havana"),
    ("2015-09-15", "浙江省委常委、宁波市委书记", "", "舟山", "Zhoushan"),
]


@pytest.fixture
def liu_qi(house):
    """Three pages of three years, each entered when it came, and then his terms of office."""
    it = SimpleNamespace(
        person=house.person("刘奇", "Liu Qi", surname_zh="刘", surname_en="Liu"), events=[], stories=[]
    )
    for day, zh, en, place_zh, place_en in OVER_THE_YEARS:
        place = house.city(place_zh, place_en)
        row = {"person": it.person, "side": "guest", "part": "attended", "printed_zh": zh, "printed_en": en}
        it.events.append(house.enter(Event, places=[place], held=day, kinds=["meeting"], rows={"appearances": [row]}))
        it.stories.append(house.publish(zh=f"{place_zh}会谈", en=f"Talks in {place_en}", events=[it.events[-1]]))
    mayor = house.office("宁波市市长", "Mayor of Ningbo")
    secretary = house.office("宁波市委书记", "Secretary, CPC Ningbo Municipal Committee")
    rows = [{"office": mayor, "began": "2011", "ended": "2013"}, {"office": secretary, "began": "2013"}]
    it.person = house.amend(it.person, rows={"tenures": rows})
    return it


def test_every_old_page_still_shows_the_office_of_its_day(house, liu_qi):
    printed = [{ZH: zh or en, EN: en or zh} for _day, zh, en, *_ in OVER_THE_YEARS]
    for language in LANGUAGES:
        for kind in (liu_qi.events, liu_qi.stories):
            for shown, record in zip(printed, kind, strict=True):
                page = house.read(record, language)
                assert shown[language] in page
                assert not [other[language] for other in printed if other != shown and other[language] in page]


def test_the_person_s_page_tells_the_offices_by_time(house, liu_qi):
    english, chinese = house.read(liu_qi.person, EN), house.read(liu_qi.person, ZH)

    assert in_order(english, "浙江省委常委、宁波市委书记", "Mayor of Ningbo", "宁波市委副书记、市长")
    assert in_order(english.partition("Offices")[2], "2013", "Secretary, CPC Ningbo", "2011", "2013", "Mayor of Ningbo")
    assert in_order(chinese.partition("职务")[2], "2013年", "宁波市委书记", "2011年", "宁波市市长")
    assert Tenure.objects.count() == 2


def test_a_term_that_ends_before_it_begins_is_refused_at_its_field(house, liu_qi):
    answer = house.propose(liu_qi.person, **{"tenures-0-began": "2014"})

    assert "does not end before it begins" in answer.text
