"""Somebody whose offices change: Liu Qi, mayor of Ningbo and later secretary."""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Event
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.people.models import Tenure
from tests.records.reading import in_order

pytestmark = pytest.mark.django_db


OVER_THE_YEARS = [
    ("2012-07-19", "宁波市委副书记、市长", "", "大邱", "Daegu"),
    ("2013", "", "Mayor of Ningbo", "", "Havana"),
    ("2015-09-15", "浙江省委常委、宁波市委书记", "", "舟山", "Zhoushan"),
]


@pytest.fixture(scope="module")
def liu_qi(house):
    """Three pages of three years, each entered when it came, and then his terms of office."""
    it = SimpleNamespace(
        person=house.person("刘奇", "Liu Qi", surname_zh="刘", surname_en="Liu"), events=[], stories=[]
    )
    for day, zh, en, place_zh, place_en in OVER_THE_YEARS:
        place = house.city(place_zh, place_en)
        row = {"person": it.person, "side": "guest", "parts": ["attended"], "printed_zh": zh, "printed_en": en}
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
