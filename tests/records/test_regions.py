"""The rule of countries and regions: the convention, what a region is known by, where a place lies; the desk's form."""

import pytest

from newsroom.languages import EN, ZH
from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings
from newsroom.places import install
from newsroom.places.listing import Listing
from newsroom.places.models import Place
from newsroom.places.regions import ISO, MAINLAND, REGIONS, code_of, convention_of, in_force, region_of
from tests import factories
from tests.records.entering import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def china():
    return factories.place("China", level="country", country="CN")


def home_in(country: str, parent: Place | None = None) -> SiteSettings:
    return SiteSettings(pk=1, home=factories.place("Home", slug="home", country=country, parent=parent).slug)


@pytest.mark.parametrize(
    ("country", "convention"), [("CN", MAINLAND), ("HK", ISO), ("TW", ISO), ("DE", ISO), ("", ISO)]
)
def test_where_the_office_chose_none_its_home_decides(country, convention):
    assert convention_of(home_in(country), Place.objects.at_slug) == convention


def test_a_home_without_a_country_has_that_of_the_places_around_it(china):
    assert convention_of(home_in("", factories.place("Zhejiang", parent=china)), Place.objects.at_slug) == MAINLAND


def test_a_home_in_hong_kong_does_not_lie_in_the_mainland(china):
    hong_kong = factories.place("Hong Kong", level="province", country="HK", parent=china)
    assert convention_of(home_in("CN", hong_kong), Place.objects.at_slug) == ISO


def test_without_a_home_the_names_of_iso_3166_hold():
    assert convention_of(SiteSettings(pk=1), Place.objects.at_slug) == ISO
    assert convention_of(SiteSettings(pk=1, home="gone"), Place.objects.at_slug) == ISO


@pytest.mark.parametrize(("home", "chosen"), [("CN", ISO), ("DE", MAINLAND)])
def test_what_the_office_chose_goes_before_its_home(home, chosen):
    site = home_in(home)
    site.regions = chosen
    assert convention_of(site, Place.objects.at_slug) == chosen


def test_the_convention_is_looked_up_once_while_a_site_is_followed(django_assert_num_queries):
    site = home_in("DE")
    with house_style.apart():
        house_style.follow(site)
        with django_assert_num_queries(1):
            assert [in_force(Place.objects.at_slug) for _time in range(3)] == [ISO] * 3


def test_another_site_is_another_convention():
    with house_style.apart():
        for chosen in (MAINLAND, ISO):
            house_style.follow(SiteSettings(pk=1, regions=chosen))
            assert in_force(Place.objects.at_slug) == chosen


@pytest.mark.parametrize("code", REGIONS)
def test_a_region_that_came_with_the_house_is_known_and_named(code):
    install.install()
    place = Place.objects.get(country=code)
    assert region_of(place) == code
    named = {}
    for convention in (MAINLAND, ISO):
        SiteSettings.objects.update_or_create(pk=1, defaults={"regions": convention})
        named[convention] = (str(place.name_in(ZH)), str(place.name_in(EN)))
    assert named == {MAINLAND: REGIONS[code].of_china, ISO: REGIONS[code].neutral}
    assert str(place) == " ".join(REGIONS[code].neutral)  # the desk shows what was entered


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"name_zh": "香港"}, "HK"),
        ({"name_en": "Macau"}, "MO"),
        ({"name_zh": "臺灣", "name_en": "TAIWAN", "country": "CN"}, "TW"),
        ({"name_en": "Formosa", "level": "country", "country": "TW"}, "TW"),
        ({"name_en": "Macau", "country": "BR"}, ""),
        ({"name_zh": "马考", "name_en": "Macau"}, ""),
        ({"name_en": "Taiwan", "level": "town"}, ""),
        ({"name_zh": "台北", "name_en": "Taipei", "country": "TW"}, ""),
        ({"name_zh": "香港", "name_en": "Macao"}, ""),
    ],
)
def test_a_region_is_known_by_its_names_or_as_a_country_by_its_code(facts, code):
    assert region_of(Place(**({"name_en": "", "level": "city"} | facts))) == code


def test_a_namesake_in_another_country_is_no_region():
    brazil = factories.place("Brazil", level="country", country="BR")
    assert region_of(factories.place("Macau", parent=factories.place("Rio Grande do Norte", parent=brazil))) == ""


def test_a_place_without_a_country_has_that_of_the_nearest_place_above_it(china):
    taiwan = factories.place("Taiwan", level="province", country="TW", parent=china)
    taipei = factories.place("Taipei", parent=taiwan)
    assert code_of(factories.place("Daan", level="district", parent=taipei)) == "TW"
    assert code_of(factories.place("Tamsui", country="CN", parent=taipei)) == "TW"
    assert code_of(factories.place("Ningbo", parent=factories.place("Zhejiang", parent=china))) == "CN"
    assert code_of(factories.place("Nowhere", parent=factories.place("Nomansland"))) == ""
    assert code_of(factories.place("Lowercase", country="tw")) == "TW"


def test_places_that_are_part_of_one_another_in_a_circle_end_the_search():
    one = factories.place("One")
    other = factories.place("Other", parent=one)
    Place.objects.filter(pk=one.pk).update(parent=other)
    assert code_of(Place.objects.get(pk=one.pk)) == ""
    assert str(Listing.of_all(EN).heading(one.pk)) == "Other"


def test_letters_that_no_list_holds_are_no_heading():
    atlantis = factories.place("Atlantis", country="XX")
    listing = Listing.of_all(EN)
    assert (str(listing.heading(atlantis.pk)), listing.count([atlantis.pk])) == ("Atlantis", None)


def test_the_office_s_own_name_of_a_country_goes_before_that_of_the_house():
    berlin = factories.place("Berlin", country="DE")
    assert str(Listing.of_all(ZH).heading(berlin.pk)) == "德国"
    factories.place("Germany", name_zh="德意志", level="country", country="DE")
    assert str(Listing.of_all(ZH).heading(berlin.pk)) == "德意志"


ASKED = "In which country or region is it?"


def test_the_desk_asks_where_a_place_lies(desk, china):
    assert ASKED in refused(desk.send(Place, name_en="Nowhere"))["country"]
    nomansland = factories.place("Nomansland")
    assert ASKED in refused(desk.send(Place, name_en="Nowhere", parent=nomansland))["country"]
    assert ASKED in refused(desk.send(Place, nomansland))["country"]

    assert desk.enter(Place, name_en="Ningbo", country="cn").country == "CN"
    assert desk.enter(Place, name_en="Zhejiang", parent=china).country == ""
    assert desk.enter(Place, name_en="Cities of two rivers", level="group").country == ""


def test_the_desk_refuses_letters_of_no_country_or_region(desk):
    assert "No country or region" in refused(desk.send(Place, name_en="Nowhere", country="XX"))["country"]
    assert desk.enter(Place, name_en="Newland", level="country", country="XX").country == "XX"
    assert desk.enter(Place, name_en="Newport", country="XX").country == "XX"
    assert desk.enter(Place, name_en="Taipei", country="TW").country == "TW"
