"""Which of its two places a pair names first, in which order pairs are listed, and under which country."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from newsroom.languages import EN, ZH
from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings
from newsroom.places.listing import Listing
from newsroom.places.models import Pair, Place
from newsroom.places.regions import ISO, MAINLAND
from newsroom.profiles.pairs import in_brief, numbers
from newsroom.publishing import release
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Place:
    home = factories.place("Alphaport", name_zh="海州", slug="alphaport", country="CN")
    SiteSettings.objects.update_or_create(pk=1, defaults={"home": "alphaport"})
    return home


# The countries of two places, none of which is the home.
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


@pytest.mark.parametrize(("convention", "names"), [(MAINLAND, ["香港", "东津"]), (ISO, ["东津", "香港"])])
def test_what_is_listed_with_the_home_s_country_stands_as_it_does(home, convention, names):
    SiteSettings.objects.update(regions=convention)
    region = factories.place("Hong Kong", name_zh="香港", country="HK")
    pair = factories.pair(factories.place("Zeehaven", name_zh="东津", country="DE"), region)
    with override("zh-hans"):
        listed = [str(place).split()[0] for place in pair.in_order(ZH)]

    assert listed == names


def test_a_part_lies_where_the_place_around_it_does_without_a_question_for_each(home):
    parts = [factories.place(f"Part {number}", name_zh=f"北区{number}", parent=home) for number in range(3)]
    abroad = factories.place("Eastford", name_zh="东津", country="DE")
    for part in parts:
        factories.pair(abroad, part)
    with house_style.apart():
        house_style.follow(SiteSettings.current())
        list(Pair.objects.by_partner(ZH))  # settles where the home lies
        with CaptureQueriesContext(connection) as queries:
            named = [names_in(pair, ZH) for pair in Pair.objects.by_partner(ZH)]

    assert named == [[f"北区{number}", "东津"] for number in range(3)]
    assert len(queries) == 1


def test_as_many_partners_are_counted_in_either_language(home):
    one, other, third = (
        factories.place(en, name_zh=zh, country="DE")
        for zh, en in (("东津", "Zeehaven"), ("河口", "Eastford"), ("镇港", "Northport"))
    )
    factories.pair(one, other)
    factories.pair(one, third)

    counted = [numbers(in_brief(Pair.objects.all(), listing), listing) for listing in map(Listing.of_all, (ZH, EN))]

    assert counted[0] == counted[1]


# By pinyin 北港, 东津, 河口; by Latin letters Eastford, Northport, Rivermouth.
ABROAD = (("东津", "Northport"), ("北港", "Rivermouth"), ("河口", "Eastford"))
ORDERS = {"zh": ["北港", "东津", "河口"], "en": ["Eastford", "Northport", "Rivermouth"]}


@pytest.fixture
def pairs(home) -> tuple[Pair, ...]:
    return tuple(factories.pair(home, factories.place(en, name_zh=zh, country="DE")) for zh, en in ABROAD)


@pytest.mark.parametrize("prefix", ORDERS)
def test_the_pairs_of_a_record_and_of_a_story_stand_in_the_reader_s_order(client, pairs, prefix):
    agreement = factories.agreement(pairs=pairs, slug="text")
    language = {"zh": ZH, "en": EN}[prefix]
    story = factories.published(factories.article(agreements=[agreement]), language).edition.article

    for page in (f"/{prefix}/agreements/text/", story.address_in(language)):
        assert [pair["partner"] for pair in client.get(page).context["pairs"]] == ORDERS[prefix]
    row = client.get(f"/{prefix}/").context["lead"]
    assert [pair["partner"] for pair in row["pairs"]] == ORDERS[prefix]


@pytest.mark.parametrize("prefix", ORDERS)
def test_pairs_of_parts_stand_in_the_reader_s_order_beside_the_pair(client, home, prefix):
    pair = factories.pair(home, factories.place("Farhaven", name_zh="远港", country="DE"))
    near = [factories.pair(home, factories.place(en, name_zh=zh, parent=pair.other(home))) for zh, en in ABROAD]
    for one in (pair, *near):
        release.release(factories.event(one), by=factories.user("publisher"))

    nearby = client.get(f"/{prefix}/pairs/{pair.slug}/").context["nearby"]

    assert [row["partner"] for row in nearby] == ORDERS[prefix]


@pytest.mark.parametrize("prefix", ORDERS)
def test_the_parts_of_a_place_stand_in_the_reader_s_order(client, home, prefix):
    for zh, en in ABROAD:
        part = factories.place(en, name_zh=zh, parent=home)
        release.release(factories.event(factories.pair(home, part)), by=factories.user("publisher"))

    assert [part["name"] for part in client.get(f"/{prefix}/places/alphaport/").context["parts"]] == ORDERS[prefix]


@pytest.mark.parametrize("prefix", ORDERS)
def test_what_the_search_suggests_of_a_kind_stands_in_the_reader_s_order(client, pairs, prefix):
    for pair in pairs:
        release.release(factories.event(pair), by=factories.user("publisher"))
    Place.objects.exclude(slug="alphaport").update(other_names="Haven")

    rows = client.get(f"/{prefix}/search/suggest/?q=haven").json()["suggestions"]

    places = [row["name"]["text"] for row in rows if row["name"]["text"] in ORDERS[prefix]]
    assert places == ORDERS[prefix]
