"""One person under several names: the ambassador of Grenada, 马岩 in Chinese and Ian Marshall in English."""

from types import SimpleNamespace

import pytest

from newsroom.cooperation.models import Delegation, Event
from newsroom.languages import EN, ZH

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def ambassador(house):
    """A guest with an adopted Chinese name that sounds like nothing of his own, written in several ways."""
    it = SimpleNamespace(ningbo=house.city("宁波", "Ningbo"))
    it.guest = house.person(
        *("马岩", "Ian Marshall"), surname_zh="马", surname_en="Marshall", other_names="Ian Marchall\r\n伊恩·马歇尔"
    )
    printed = {"printed_zh": "格林纳达驻华大使", "printed_en": "Ambassador of Grenada to China"}
    company = {"appearances": [{"person": it.guest, "role": "head", **printed}]}
    it.company = house.enter(Delegation, kind="diplomatic", days="2024-11-06/2024-11-08", rows=company)
    it.event = house.enter(
        Event, places=[it.ningbo], held="2024-11-07下午", rows={"stops": [{"delegation": it.company}]}
    )
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
