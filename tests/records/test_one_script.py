"""A name known in one script only: entered so, shown so in both languages, marked, never blank, never guessed."""

import pytest

from newsroom.cooperation.models import Event
from newsroom.languages import EN, ZH
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from tests.records.reading import publish, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(desk):
    """An event at a place known in Latin alone; one host known in Chinese, one in Latin; a site known in Chinese."""
    chinese = desk.enter(Person, name_zh="褚银良", surname_zh="褚", slug="chu-yinliang")
    latin = desk.enter(Person, name_en="Lan Yun", surname_en="Lan")
    place = desk.enter(Place, name_en="Waitakere", country="NZ")
    site = desk.enter(Institution, name_zh="宁波博物馆", kind="museum", slug="ningbo-museum")
    hosts = [{"person": person, "parts": ["attended", "hosted"]} for person in (chinese, latin)]
    rows = {"appearances": hosts, "visited": [{"institution": site}]}
    return desk.enter(Event, held="2019-08-18", places=[place], kinds=["meeting"], rows=rows)


@pytest.mark.parametrize(
    ("language", "marked", "plain"),
    [(EN, [("zh-Hans", "褚银良")], ["Lan Yun"]), (ZH, [("en", "Lan Yun")], ["褚银良"])],
    ids=["en", "zh"],
)
def test_it_is_shown_in_that_script_and_marked_with_its_language(client, event, language, marked, plain):
    publish(events=[event])

    page = client.get(event.address_in(language)).text

    for lang, name in marked:
        assert f'<span lang="{lang}">{name}</span>' in page
    for name in plain:
        assert name in page and f">{name}</span>" not in page


@pytest.mark.parametrize("language", [EN, ZH])
def test_its_own_page_bears_it_in_both_languages(client, event, language):
    publish(events=[event])

    for record in (*Person.objects.all(), *Place.objects.all(), *Institution.objects.all()):
        assert (record.name_zh or record.name_en) in read(client, record.address_in(language))


def test_the_script_that_is_not_known_stays_empty(event):
    assert Person.objects.get(slug="lan-yun").name_zh == ""
    assert Person.objects.get(slug="chu-yinliang").name_en == ""
    assert str(Place.objects.get().name_in(ZH)) == "Waitakere"
