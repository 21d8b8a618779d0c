"""People, institutions and places as data: their names with all that is known of them, in the order of the page."""

import csv
import io
import json
from decimal import Decimal

import pytest

from newsroom.cooperation import registers
from newsroom.masthead.models import SiteSettings
from newsroom.profiles.registers import Institutions, People, Places
from newsroom.publishing import clock
from tests import factories
from tests.pages_records.conftest import released, text_of

pytestmark = pytest.mark.django_db

LISTS = {"people": People, "institutions": Institutions, "places": Places}


def rows_of(client, name: str, form: str, prefix: str = "en") -> dict[str, dict]:
    """Return {path: row} of a list as CSV or JSON."""
    text = text_of(client.get(f"/{prefix}/{name}.{form}")).removeprefix(registers.BOM)
    rows = json.loads(text) if form == "json" else list(csv.DictReader(io.StringIO(text)))
    return {row.pop("address").removeprefix("http://testserver"): row for row in rows}


@pytest.fixture
def known():
    """A visit to Harbourton whose names are known in all ways in which one can be known."""
    home = factories.place(
        "Harbourton",
        name_zh="海州",
        slug="harbourton",
        latin="pinyin",
        longitude=Decimal("121.55"),
        latitude=Decimal("29.87"),
        ended="2019-11",
    )
    town = factories.place("Hafen", slug="hafen", latin="own", name_original="Häfen", original_language="de")
    people = (
        factories.person(
            *("Li Hai",),
            **{"name_zh": "李海", "surname_zh": "李", "surname_en": "Li", "slug": "li-hai"},
            **{"latin": "official", "honorific_en": "Professor"},
        ),
        factories.person(
            "", name_en="", name_zh="金海", slug="kim", latin="pinyin", name_original="김해", original_language="ko"
        ),
        factories.person("Ada Holt", slug="ada-holt"),
    )
    event = factories.event(factories.pair(home, town), people=people)
    body = factories.institution(
        "", name_en="", name_zh="海州港", slug="port", kind="port", place=home, gloss_en="Port of Harbourton"
    )
    factories.site(event, body)
    return released(event)


NAMES = {
    "people": {
        "li-hai": ("李海", "Li Hai", "official", "", ""),
        "kim": ("金海", "", "", "김해", "ko"),
        "ada-holt": ("", "Ada Holt", "", "", ""),
    },
    "institutions": {"port": ("海州港", "", "", "", "")},
    "places": {
        "harbourton": ("海州", "Harbourton", "pinyin", "", ""),
        "hafen": ("", "Hafen", "as its bearer writes it", "Häfen", "de"),
    },
}
MORE = {
    "people": {"li-hai": {"surname_zh": "李", "surname_en": "Li", "honorific_zh": "教授", "honorific_en": "Professor"}},
    "institutions": {
        "port": {"gloss_zh": "", "gloss_en": "Port of Harbourton", "kind": "port", "place": "Harbourton"},
    },
    "places": {
        "harbourton": {"level": "city", "longitude": "121.55", "latitude": "29.87", "ended": "2019-11", "wikidata": ""},
        "hafen": {"longitude": "", "latitude": "", "ended": ""},
    },
}


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("name", LISTS)
def test_data_say_how_a_latin_form_is_known_the_original_with_its_tag_and_the_gloss(client, known, name, form):
    rows = rows_of(client, name, form)

    columns = ("name_zh", "name_en", "latin", "name_original", "original_language")
    told = {path.split("/")[3]: tuple(row[column] for column in columns) for path, row in rows.items()}
    assert told == NAMES[name]
    for slug, expected in MORE[name].items():
        row = {column: "" if cell is None else str(cell) for column, cell in rows[f"/en/{name}/{slug}/"].items()}
        assert row | expected == row
    assert all({"address", *row} == set(LISTS[name].columns) for row in rows.values())


def test_data_say_it_in_the_language_of_their_address(client, known):
    assert rows_of(client, "people", "csv", "zh")["/zh/people/li-hai/"]["latin"] == "官方写法"
    assert rows_of(client, "institutions", "csv", "zh")["/zh/institutions/port/"]["place"] == "海州"


@pytest.mark.parametrize("prefix", ["en", "zh"])
@pytest.mark.parametrize("name", LISTS)
def test_data_hold_the_rows_of_the_page_in_its_order_and_nobody_hidden(client, known, monkeypatch, name, prefix):
    monkeypatch.setattr("newsroom.profiles.registers.CHUNK", 2)
    hidden = factories.person("Secret Somebody", slug="secret")
    factories.event(known.pairs.get(), people=(hidden,), slug="secret-meeting")

    def listed() -> list[str]:
        groups = client.get(f"/{prefix}/{name}/").context["groups"]
        return [row["address"] for _initial, rows in groups for row in rows]

    assert list(rows_of(client, name, "csv", prefix)) == listed() == list(rows_of(client, name, "json", prefix))
    people = known.appearances.get(person__slug="li-hai").person
    type(people).objects.filter(pk=people.pk).update(hidden_at=clock.moment())
    assert list(rows_of(client, name, "csv", prefix)) == listed()
    assert not any("secret" in path or "li-hai" in path for path in rows_of(client, name, "csv", prefix))


@pytest.mark.parametrize("name", LISTS)
def test_the_page_leads_to_its_data(client, known, name):
    page = client.get(f"/zh/{name}/").text
    assert f'<a href="/zh/{name}.csv">CSV</a>' in page and f'<a href="/zh/{name}.json">JSON</a>' in page


@pytest.mark.parametrize(("regions", "english"), [("mainland", "Hong Kong, China"), ("iso", "Hong Kong")])
def test_regions_are_named_in_data_as_the_office_has_it(client, known, regions, english):
    SiteSettings.objects.create(pk=1, regions=regions)
    place = factories.place("Hong Kong", name_zh="香港", slug="hong-kong", country="HK", level="province")
    released(factories.event(factories.pair(place)))

    assert rows_of(client, "places", "csv")["/en/places/hong-kong/"]["name_en"] == english
