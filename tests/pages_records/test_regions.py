"""Hong Kong, Macao and Taiwan are named, listed and counted as the office chose, on every public page."""

import json
import re
from types import SimpleNamespace

import pytest
from django.urls import reverse

from newsroom.languages import EN, LANGUAGES, ZH, prefix_of
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Place
from newsroom.places.regions import ISO, MAINLAND
from tests import factories
from tests.leak import addresses
from tests.pages_records.conftest import released, text_of

OWN_NAMES = {
    "hong-kong": ("香港", "Hong Kong"),
    "macao": ("澳门", "Macao"),
    "taiwan": ("台湾", "Taiwan"),
}
PLACES = {  # address word: names, level, parent, country
    "china": ("中国", "China", "country", "", "CN"),
    "hong-kong": ("香港特别行政区", "Hong Kong", "province", "china", "HK"),
    "macao": ("澳门", "Macau", "country", "china", ""),
    "taiwan": ("台湾", "Taiwan", "province", "china", "TW"),
    "taipei": ("台北", "Taipei", "city", "taiwan", ""),
    "kowloon": ("九龙", "Kowloon", "city", "hong-kong", "CN"),
    "mong-kok": ("旺角", "Mong Kok", "district", "kowloon", ""),
    "bute-street": ("弼街", "Bute Street", "town", "mong-kok", ""),
    "farhaven": ("远港", "Farhaven", "city", "", ""),
    "far-quay": ("远港码头", "Far Quay", "district", "farhaven", ""),
    "aachen": ("亚琛", "Aachen", "city", "", "DE"),
}
CONVENTIONS = (MAINLAND, ISO)
# What a page never holds, whatever the convention.
NO_COUNTRY_ALONE = (r"\b[Cc]ountr(?:y|ies)\b(?! (?:and|or) regions?)", "国家(?!(?:和|或)地区)", '"Country"')
NOT_KNOWN = (
    r"(?i)(?:countr|region)[^.<>]{0,20}(?:not known|unknown|unspecified)",
    "(?:国家|地区)[^。<>]{0,6}(?:不详|未知)",
)
# What it never holds in one convention: a region without China, or China at all.
WITHOUT_CHINA = [f"(?<!中国){zh}|{en}(?!, China)" for zh, en in OWN_NAMES.values()]
FORBIDDEN = {
    MAINLAND: [*WITHOUT_CHINA, "特别行政区", "Macau"],
    ISO: ["China", "中国", "特别行政区", "Macau"],
}


def entered() -> dict[str, Place]:
    """Enter the places; return them by their address words."""
    SiteSettings.objects.create(pk=1, name_en="Harbour Desk", name_zh="海港站", home="haimen")
    known = {"": None, "haimen": factories.place("Haimen", name_zh="海门", slug="haimen", country="CN")}
    for slug, (zh, en, level, parent, country) in PLACES.items():
        where = {"level": level, "parent": known[parent], "country": country}
        known[slug] = factories.place(en, name_zh=zh, slug=slug, longitude="10", latitude="50", **where)
    del known[""]
    return known


def told_of(home: Place, place: Place) -> dict[str, list]:
    """Release a pair of two places with everything that can stand on its page, and a story."""
    pair = factories.pair(home, place)
    body = factories.institution(place=place)
    somebody = factories.person()
    event = factories.event(
        pair, delegation=factories.delegation(place, body), people=(somebody,), name_en="", name_zh=""
    )
    event.places.set([place])
    agreement = factories.agreement(home, place, pairs=(pair,), event=event, signed_in=place)
    released(factories.stage(pair, "contact"))
    article = factories.article(events=[event], agreements=[agreement])
    for language in LANGUAGES:
        factories.published(article, language)
    return {
        "pair": [pair],
        "place": [place],
        "institution": [body],
        "person": [somebody],
        "event": [event],
        "delegation": [event.received()[0]],
        "agreement": [agreement],
        "article": [article],
    }


@pytest.fixture(scope="module")
def world(built_once):
    """Return the places, and every record by its kind, as `tests.leak.addresses` reads them."""
    places = entered()
    records: dict[str, list] = {}
    for slug, place in places.items():
        if slug not in {"haimen", "china"}:
            for kind, made in told_of(places["haimen"], place).items():
                records.setdefault(kind, []).extend(made)
    return SimpleNamespace(places=places, records=records)


@pytest.fixture
def chosen(world, db, monkeypatch):
    """Return a callable that lets the office choose a convention; a poster is then its words."""
    monkeypatch.setattr("newsroom.articles.poster.rendered", lambda said: json.dumps(said, ensure_ascii=False).encode())

    def choose(convention: str) -> None:
        SiteSettings.objects.update(regions=convention)

    return choose


def asked_for(world, language: str) -> list[str]:
    """Return the lists narrowed to each place, and what is searched for."""
    words, prefix = ("Hong", "香", "Tai"), [prefix_of(language)]  # a page repeats what was asked
    lists = [f"{reverse(name, args=prefix)}?place={slug}" for name in ("agreements", "delegations") for slug in PLACES]
    names = ("search", "search-suggest", "pairs")
    found = [f"{reverse(name, args=prefix)}?q={word}" for name in names for word in words]
    return [*lists, *found, f"{reverse('pairs', args=prefix)}?by=relation"]


def every_address(world) -> list[str]:
    asked = (address for language in LANGUAGES for address in asked_for(world, language))
    return list(dict.fromkeys([*addresses.pages(world), *asked]))


def texts_of(client, wanted: list[str]) -> dict[str, str]:
    """Return the text of public pages by their address."""
    answers = {address: client.get(address, follow=True) for address in wanted}
    return {
        address: text_of(answer)
        for address, answer in answers.items()
        if answer.status_code == 200 and not answer.headers["Content-Type"].startswith(("font/", "application/pdf"))
    }


NAMED = ("/en/agreements.csv", "/en/agreements.json", "/en/places/hong-kong/", "/en/pairs/haimen-hong-kong/")
SAMPLE = 60


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_no_public_page_contradicts_the_convention(client, world, chosen, convention, thoroughness):
    chosen(convention)
    every = every_address(world)

    pages = texts_of(client, [*NAMED, *thoroughness.sample(every, SAMPLE, key=lambda address: convention + address)])

    never = [*FORBIDDEN[convention], *NO_COUNTRY_ALONE, *NOT_KNOWN]
    found = {
        (address, text[max(0, hit.start() - 40) : hit.end() + 20])
        for address, text in pages.items()
        for pattern in never
        if not (address.endswith("/words/") and pattern in NO_COUNTRY_ALONE)  # it defines words, and lists no place
        for hit in re.finditer(pattern, text)
    }
    assert not found
    assert len(every) > 200 and set(NAMED) <= set(every) and len(pages) > SAMPLE / 2
    name = "Hong Kong, China" if convention == MAINLAND else "Hong Kong"
    assert [address for address in NAMED if name not in pages[address]] == []


HEADINGS = {
    (MAINLAND, EN): {"China": 7, "Germany": 1, "Farhaven": 2},
    (MAINLAND, ZH): {"中国": 7, "德国": 1, "远港": 2},
    (ISO, EN): {"Germany": 1, "Hong Kong": 4, "Macao": 1, "Taiwan": 2, "Farhaven": 2},
    (ISO, ZH): {"德国": 1, "香港": 4, "澳门": 1, "台湾": 2, "远港": 2},
}


@pytest.mark.parametrize(("convention", "language"), HEADINGS)
def test_pairs_stand_under_a_country_or_region_or_the_topmost_place_above(client, chosen, convention, language):
    chosen(convention)
    groups = client.get(f"/{prefix_of(language)}/pairs/").context["groups"]
    assert {str(heading): len(rows) for heading, rows in groups} == HEADINGS[convention, language]


def test_a_part_of_a_region_that_is_listed_under_china_names_its_region(client, chosen):
    beside = {}
    for convention in CONVENTIONS:
        chosen(convention)
        groups = client.get("/en/pairs/").context["groups"]
        beside[convention] = {row["partner"]: str(row["apart"]) for _heading, rows in groups for row in rows}

    assert beside[MAINLAND]["Bute Street"] == "Hong Kong, China"
    assert beside[MAINLAND]["Taipei"] == "Taiwan, China"
    assert beside[MAINLAND]["Hong Kong, China"] == beside[MAINLAND]["Aachen"] == ""
    assert set(beside[ISO].values()) == {""}


@pytest.mark.parametrize("slug", OWN_NAMES)
@pytest.mark.parametrize(("convention", "part_of"), [(MAINLAND, "China"), (ISO, None)])
def test_a_region_is_a_part_of_china_or_one_of_its_own(client, chosen, slug, convention, part_of):
    chosen(convention)
    context = client.get(f"/en/places/{slug}/").context
    assert context["kind"] == "region"
    assert (context["parent"] and str(context["parent"]["name"])) == part_of


def test_china_lists_the_regions_among_its_parts_in_the_mainland_s_convention_only(client, chosen, world):
    told_of(world.places["aachen"], world.places["china"])
    parts = {}
    for convention in CONVENTIONS:
        chosen(convention)
        parts[convention] = {str(part["name"]) for part in client.get("/en/places/china/").context["parts"]}

    assert parts == {MAINLAND: {"Hong Kong, China", "Macao, China", "Taiwan, China"}, ISO: set()}
