"""One order of names for all lists: pinyin on Chinese pages, Latin letters on English ones."""

import pytest
from django.test import Client
from django.utils.translation import override

from newsroom.languages import EN, ZH
from newsroom.languages.sorting import sort_key_zh
from newsroom.lists import initials
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution, Person
from newsroom.places.install import DATA, install
from newsroom.places.listing import Listing
from newsroom.places.models import Pair, Place
from newsroom.places.regions import REGIONS
from newsroom.publishing import release
from newsroom.publishing.amending.merging import merge
from newsroom.tables import rows_of
from tests import factories

pytestmark = pytest.mark.django_db

# Chinese name, English name: by pinyin 北港, 东津, 海州, 河口; by Latin letters Alphaport, Eastford, Northport, Riverm.
NAMES = (("海州", "Alphaport"), ("东津", "Northport"), ("北港", "Rivermouth"), ("河口", "Eastford"))
IN_CHINESE, IN_ENGLISH = ["北港", "东津", "河口"], ["Eastford", "Northport", "Rivermouth"]


@pytest.fixture
def home() -> Place:
    home = factories.place("Alphaport", name_zh="海州", slug="alphaport", country="CN")
    SiteSettings.objects.update_or_create(pk=1, defaults={"home": "alphaport"})
    return home


@pytest.fixture
def partners(home) -> list[Pair]:
    """Return public pairs of the home with three places, each of which has an institution and a person."""
    made = []
    for zh, en in NAMES[1:]:
        place = factories.place(en, name_zh=zh, slug=en.lower(), country="CN")
        body = factories.institution(f"{en} Port", name_zh=f"{zh}港务局", place=home)
        person = factories.person(f"{en} Li", name_zh=zh)
        pair = factories.pair(home, place)
        event = factories.event(pair, people=(person,))
        factories.site(event, of=body)
        release.release(event, by=factories.user("publisher"))
        made.append(pair)
    return made


def shown_in_order(client: Client, address: str, names: list[str]) -> list[str]:
    """Return those of the names that the page prints, as they follow one another in its main part."""
    page = client.get(address).text
    main = page[page.index("<main") :]
    at = {name: main.find(name) for name in names}
    assert -1 not in at.values(), (address, at)
    return sorted(names, key=at.__getitem__)


LISTS = {
    "places/": "{}",
    "institutions/": "{}{port}",
    "people/": "{}{li}",
    "pairs/": "{}",
    "pairs/?by=relation": "{}",
    "places/alphaport/": "{}",
    "": "{}",
}


@pytest.mark.parametrize("address", LISTS)
def test_every_list_of_names_is_by_pinyin_in_chinese_and_by_letters_in_english(client, partners, address):
    chinese = [LISTS[address].format(name, port="港务局", li="") for name in IN_CHINESE]
    english = [LISTS[address].format(name, port=" Port", li=" Li") for name in IN_ENGLISH]

    assert shown_in_order(client, f"/zh/{address}", chinese) == chinese
    assert shown_in_order(client, f"/en/{address}", english) == english


def test_institutions_of_a_place_and_results_of_the_search_follow_the_same_order(client, partners):
    bodies = [f"{name}港务局" for name in IN_CHINESE]
    assert shown_in_order(client, "/zh/places/alphaport/", bodies) == bodies
    assert shown_in_order(client, "/zh/search/?q=港务局", bodies) == bodies
    bodies = [f"{name} Port" for name in IN_ENGLISH]
    assert shown_in_order(client, "/en/search/?q=Port", bodies) == bodies


def test_no_chinese_name_stands_under_other_and_a_latin_one_stands_among_its_letters(client, home):
    names = [
        factories.person("", name_en="", name_zh="司马海"),
        factories.person("Zander"),
        factories.person("", name_en="", name_zh="单海"),
    ]
    release.release(factories.event(factories.pair(), people=names), by=factories.user("publisher"))

    groups = client.get("/zh/people/").context["groups"]

    assert [(initial, [row["name"] for row in rows]) for initial, rows in groups] == [
        ("S", ["单海", "司马海"]),
        ("Z", ["Zander"]),
    ]
    assert [initial for initial, _rows in client.get("/en/people/").context["groups"]] == ["Z", ""]


@pytest.mark.parametrize(("prefix", "order"), [("zh", IN_CHINESE), ("en", IN_ENGLISH)])
def test_the_ways_on_keep_to_the_order_of_their_language(client, monkeypatch, partners, prefix, order):
    monkeypatch.setattr(initials, "SIZE", 1)
    walked, address = [], f"/{prefix}/people/"
    while address:
        roster = client.get(address).context["roster"]
        walked += roster.keys
        address = roster.older

    found = Person.objects.in_bulk(walked)
    assert [found[key].name_zh if prefix == "zh" else found[key].name_en[:-3] for key in walked] == order


def test_how_an_editor_says_that_a_name_is_read_decides():
    place = factories.place("Harmony", name_zh="乐港")
    assert place.sort_key_zh == "le4乐gang3港"
    place.sort_as = "Yuegang"
    place.save()
    assert place.sort_key_zh == "yue4乐gang3港"
    place.sort_as = "Zz"
    place.save()
    assert Place.objects.get(pk=place.pk).sort_key_zh == "zz"


def test_a_latin_name_that_is_the_pinyin_decides_and_another_does_not():
    assert factories.place("Yuegang", name_zh="乐港").sort_key_zh.startswith("yue4")
    assert factories.place("Harmony", name_zh="乐港").sort_key_zh.startswith("le4")
    assert factories.institution("Zhang", name_zh="").sort_key_zh == "zhang"
    assert factories.person("", name_en="", name_zh="123").sort_key_zh == "~123"


def test_merging_writes_the_key_of_the_name_that_was_taken_over():
    into, record = factories.institution("Harbour"), factories.institution("", name_en="", name_zh="海港")
    merge(record, into, by=factories.user("publisher"))

    assert Institution.objects.get(pk=into.pk).sort_key_zh == "hai3海gang3港"


def test_a_country_that_came_with_the_house_is_sorted_by_its_pinyin():
    names = {row["country"]: row["name_zh"] for row in rows_of(DATA / "countries.tsv") if row["country"]}
    names |= {code: region.neutral[0] for code, region in REGIONS.items()}
    keys = {row["country"]: row["sort_key_zh"] for row in rows_of(DATA / "country_keys.tsv")}

    assert keys == {code: sort_key_zh(name, "") for code, name in names.items()}


def test_countries_stand_in_the_order_of_the_page(home):
    germany, russia = factories.place("Hafen", country="DE"), factories.place("Port", country="RU")
    chinese, english = Listing.of_all(ZH), Listing.of_all(EN)

    assert chinese.sort_key(germany.pk) < chinese.sort_key(russia.pk)  # deguo, eluosi
    assert english.sort_key(germany.pk) < english.sort_key(russia.pk)
    own = factories.place("Alemannia", name_zh="阿德", level="country", country="DE")
    assert Listing.of_all(ZH).sort_key(germany.pk) == own.sort_key_zh


def test_what_is_installed_has_its_keys():
    install()
    assert not Place.objects.filter(sort_key_zh="").exists()
    assert Place.objects.get(slug="xian").sort_key_zh == "xi1西an1安"


# Which of two places a pair names first, none of which is the home: (country of one, of the other).
ALIKE = [("CN", "CN"), ("DE", "DE"), ("", "")]


def names_in(pair: Pair, language: str) -> list[str]:
    return [str(place.name_in(language)) for place in pair.in_order(language)]


def test_the_home_stands_first(home):
    pair = factories.pair(factories.place("Aaport", name_zh="阿港", country="CN"), home)
    assert names_in(pair, ZH) == ["海州", "阿港"]
    assert names_in(pair, EN) == ["Alphaport", "Aaport"]


def test_of_a_pair_without_the_home_the_place_in_its_country_stands_first(home):
    chinese = factories.place("Zhenhai", name_zh="镇海", country="CN")
    pair = factories.pair(factories.place("Eastford", name_zh="东津", country="DE"), chinese)

    assert names_in(pair, ZH) == ["镇海", "东津"]
    assert names_in(pair, EN) == ["Zhenhai", "Eastford"]
    listed = Pair.objects.by_partner(ZH)
    assert listed.get() == pair


def test_a_part_of_a_place_in_the_country_lies_in_it(home):
    part = factories.place("Zhenhai", name_zh="镇海", parent=home)
    pair = factories.pair(factories.place("Eastford", name_zh="东津", country="DE"), part)

    assert names_in(pair, ZH)[0] == "镇海"


@pytest.mark.parametrize("countries", ALIKE)
def test_of_two_places_alike_the_readers_order_decides(home, countries):
    one, other = (
        factories.place(en, name_zh=zh, country=country)
        for (zh, en), country in zip((("东津", "Northport"), ("河口", "Eastford")), countries, strict=True)
    )
    pair = factories.pair(one, other)

    assert names_in(pair, ZH) == ["东津", "河口"]
    assert names_in(pair, EN) == ["Eastford", "Northport"]
    with override("en"):
        assert str(pair) == "河口 Eastford – 东津 Northport"


def test_the_list_of_pairs_puts_each_under_the_country_of_the_place_named_second(client, home):
    factories.place("Deutschland", name_zh="德国", level="country", country="DE")
    chinese = factories.place("Zhenhai", name_zh="镇海", slug="zhenhai", country="CN")
    pair = factories.pair(factories.place("Eastford", name_zh="东津", slug="eastford", country="DE"), chinese)
    release.release(factories.event(pair), by=factories.user("publisher"))

    ((heading, rows),) = client.get("/zh/pairs/").context["groups"]

    assert (heading, rows[0]["home"], rows[0]["partner"]) == ("德国", "镇海", "东津")


def test_the_order_in_the_database_is_the_order_in_which_pairs_name_their_places(home):
    places = [
        home,
        *(
            factories.place(en, name_zh=zh, country=country)
            for (zh, en), country in [
                (("东津", "Northport"), "CN"),
                (("北港", "Rivermouth"), "DE"),
                (("河口", "Eastford"), "DE"),
                (("镇海", "Aa"), "CN"),
            ]
        ),
    ]
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            factories.pair(one, other)

    for language in (ZH, EN):
        found = list(Pair.objects.by_partner(language))
        assert found == sorted(found, key=lambda pair: pair.sort_key_in(language))
        mine = list(Pair.objects.of(home).with_places().by_other(home.slug, language))
        assert mine == sorted(mine, key=lambda pair: pair.sort_key_in(language))
