"""One order of names for all lists: pinyin on Chinese pages, Latin letters on English ones."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from newsroom.cooperation.models import Agreement
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
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.publishing.amending.merging import merge
from newsroom.publishing.refused import Refused
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


@pytest.mark.parametrize(
    ("typed", "is_taken"),
    [
        ("Yueqing", True),
        ("Yuèqīng", True),
        ("Xī’ān", True),
        ("Lǚ shùn", True),
        ("ＹＵＥＱＩＮＧ", True),
        ("Yue4qing1", True),
        ("Łódź", True),
        ("", True),
        ("乐清", False),
        ("Yue清", False),
        ("ㄩㄝˋ", False),
        ("Юэцин", False),
        ("1 hao", False),
        ("’", False),
    ],
)
@pytest.mark.parametrize("model", [Place, Institution])
def test_how_a_name_is_read_is_written_in_letters(model, typed, is_taken):
    record = model(name_zh="乐清", slug="yueqing", sort_as=typed)
    if is_taken:
        record.full_clean()
    else:
        with pytest.raises(ValidationError) as refused:
            record.full_clean()
        assert refused.value.message_dict == {"sort_as": ["请用拉丁字母填写名称的读音，声调可标可不标，例如Yueqing。"]}


def test_a_reading_in_characters_is_refused_in_the_desk_and_in_an_amendment(client):
    place = factories.place("Harmony", name_zh="乐港")
    release.release(factories.event(factories.pair(place)), by=factories.user("publisher"))
    amendment = propose(
        place, lambda: Place.objects.filter(pk=place.pk).update(sort_as="乐港"), by=factories.user("editor")
    )
    with pytest.raises(Refused, match="请用拉丁字母填写名称的读音"):
        amend(amendment, by=factories.user("publisher"), minor=True)

    client.force_login(factories.user("editor"))
    page = client.post(
        "/admin/places/place/add/", {"name_zh": "乐清", "slug": "yueqing", "sort_as": "乐清", "level": "city"}
    )
    assert page.context["adminform"].form.errors["sort_as"] == [
        "请用拉丁字母填写名称的读音，声调可标可不标，例如Yueqing。"
    ]


def test_a_latin_name_that_is_the_pinyin_decides_and_another_does_not():
    assert factories.place("Yuegang", name_zh="乐港").sort_key_zh.startswith("yue4")
    assert factories.place("Harmony", name_zh="乐港").sort_key_zh.startswith("le4")
    assert factories.institution("Zhang", name_zh="").sort_key_zh == "zhang"
    assert factories.person("", name_en="", name_zh="123").sort_key_zh == "~123"


# Surnames and places that are read otherwise than their characters elsewhere; traditional characters as simplified.
READ = {
    "单海": "shan4",
    "曾海": "zeng1",
    "解海": "xie4",
    "單海": "shan4",
    "歐陽海": "ou1",
    "长海": "chang2",
    "長海": "chang2",
}


@pytest.mark.parametrize("name", READ)
def test_a_person_stands_where_the_surname_is_read_as_one_in_either_script(name):
    assert factories.person("", name_en="", name_zh=name).sort_key_zh.startswith(READ[name])


@pytest.mark.parametrize(
    ("name", "read"), [("長沙", "chang2長sha1沙"), ("廈門", "xia4廈men2門"), ("臺灣", "tai2臺wan1灣")]
)
def test_a_place_in_traditional_characters_stands_where_the_simplified_ones_do(name, read):
    assert factories.place("Harmony", name_zh=name).sort_key_zh == read


def test_where_our_translation_is_printed_it_is_sorted_by():
    abroad = factories.institution("Zeehaven", gloss_zh="东津港务局")
    at_home = factories.institution("", name_en="", name_zh="海州港", gloss_en="Port of Harbourton")
    assert (abroad.sort_key_zh[:5], abroad.sort_key) == ("dong1", "zeehaven")
    assert (at_home.sort_key_zh[:4], at_home.sort_key) == ("hai3", "port of harbourton")
    abroad.short_zh = "北港"
    abroad.save()
    assert abroad.sort_key_zh.startswith("bei3")


def test_a_name_that_is_amended_moves_the_record():
    place = factories.place("Northport", name_zh="东津")
    editor, publisher = factories.user("editor"), factories.user("publisher")
    release.release(factories.event(factories.pair(place)), by=publisher)

    def renamed() -> None:
        place.name_zh = "北港"
        place.save()

    amend(propose(place, renamed, by=editor), by=publisher, minor=True)

    assert Place.objects.get(pk=place.pk).sort_key_zh == "bei3北gang3港"


@pytest.mark.parametrize("make", [factories.institution, factories.person])
def test_merging_writes_the_key_of_the_name_that_was_taken_over(make):
    into, record = make("Harbour"), make("", name_en="", name_zh="海港")
    merge(record, into, by=factories.user("publisher"))

    assert type(into).objects.get(pk=into.pk).sort_key_zh == "hai3海gang3港"


def test_merging_takes_over_how_that_name_is_read():
    into, record = factories.institution("Harmony"), factories.institution("", name_en="", name_zh="乐港")
    record.sort_as = "Yuegang"
    record.save()
    other = factories.institution("", name_en="", name_zh="乐港", sort_as="Legang")
    for body in (into, other):
        merge(factories.institution("Y", name_zh="乐港", sort_as="Yuegang"), body, by=factories.user("publisher"))

    assert Institution.objects.get(pk=into.pk).sort_key_zh.startswith("yue4")
    assert Institution.objects.get(pk=other.pk).sort_key_zh.startswith("le4")


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


@pytest.mark.parametrize(("prefix", "order"), [("zh", IN_CHINESE), ("en", IN_ENGLISH)])
def test_names_offered_beside_a_register_follow_the_same_order(client, home, prefix, order):
    for number, (zh, en) in enumerate(NAMES[1:]):
        place = factories.place(en, name_zh=zh, country="CN")
        for _time in range(number + 1):
            agreement = factories.agreement(home, place, pairs=(factories.pair(home, place),))
            release.release(agreement, by=factories.user("publisher"))

    (way,) = [way for way in client.get(f"/{prefix}/agreements/").context["ways"] if way["name"] == "place"]

    assert [name for name in way["names"] if name in order] == order
    assert [link["count"] for link in way["links"]] == [6, 3, 2, 1]  # the most frequent first


@pytest.mark.parametrize(("prefix", "order"), [("zh", IN_CHINESE), ("en", IN_ENGLISH)])
def test_several_of_one_name_are_offered_in_the_same_order(client, home, prefix, order):
    for zh, en in NAMES[1:]:
        place = factories.place(en, name_zh=zh, other_names="Haven", country="CN")
        release.release(factories.event(factories.pair(home, place)), by=factories.user("publisher"))

    (complaint,) = client.get(f"/{prefix}/agreements/?place=Haven").context["complaints"]

    assert [label for label, _address in complaint["choices"]] == order


@pytest.mark.parametrize(("prefix", "order"), [("zh", IN_CHINESE), ("en", IN_ENGLISH)])
def test_whom_an_institution_signed_with_stands_in_the_same_order(client, home, prefix, order):
    body = factories.institution("Harbour Board", name_zh="港务局", slug="board")
    for zh, en in NAMES[1:]:
        partner = factories.place(en, name_zh=zh, country="CN")
        signed = factories.agreement(body, partner, kind=Agreement.Kind.CONTRACT)
        release.release(signed, by=factories.user("publisher"))

    ties = client.get(f"/{prefix}/institutions/board/").context["ties"]

    assert [tie["name"] for tie in ties] == order
