"""What comes with the house: places, terms and fields, laid in once."""

import re

import pytest
from django.core.management import call_command

from newsroom.articles.install import install as install_sections
from newsroom.cooperation.install import install as install_fields
from newsroom.cooperation.models import Field
from newsroom.masthead.models import SiteSettings
from newsroom.places import install as places
from newsroom.places.models import Place
from newsroom.tables import rows_of
from newsroom.terms import install as terms
from newsroom.terms.models import Term
from tests import factories

HAN = re.compile("[\u3400-\u9fff]")


def rows(name: str) -> list[dict]:
    return list(rows_of(places.DATA / name))


def every_place() -> list[dict]:
    return [row for name in places.LISTS for row in rows(name)]


def test_the_lists_hold_every_division_they_promise():
    assert len(rows("countries.tsv")) == 239
    assert len(rows("provinces.tsv")) == 34
    assert len(rows("cities.tsv")) == 333
    assert [row["parent"] for row in rows("districts.tsv")] == ["ningbo"] * 10


def test_no_two_places_share_an_address_word():
    slugs = [row["slug"] for row in every_place()]
    assert len(slugs) == len(set(slugs))


def test_every_place_stands_in_one_that_comes_before_it():
    known = {""}
    for row in every_place():
        assert row["parent"] in known
        known.add(row["slug"])


def test_every_country_has_its_own_two_letters():
    codes = [row["country"] for row in rows("countries.tsv")]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch("[A-Z]{2}", code) for code in codes)


def test_every_place_has_a_name_in_each_script():
    for row in every_place():
        assert HAN.search(row["name_zh"]) and not re.search("[A-Za-z]", row["name_zh"])
        assert row["name_en"] and not HAN.search(row["name_en"])


def test_places_of_china_bear_their_names_without_the_word_for_their_level():
    for row in rows("provinces.tsv") + rows("cities.tsv"):
        assert not re.search("(省|市|地区|盟|自治.|特别行政区)$", row["name_zh"])
        assert any(other.startswith(row["name_zh"]) for other in row["other_names"].splitlines())


@pytest.mark.parametrize("name_en", ["Suzhou", "Yichun", "Taizhou", "Fuzhou", "Yulin"])
def test_namesakes_bear_their_province(name_en):
    namesakes = [row for row in rows("cities.tsv") if row["name_en"] == name_en]
    assert len(namesakes) == 2
    assert all(row["slug"] == f"{name_en.lower()}-{row['parent']}" for row in namesakes)


@pytest.mark.parametrize("slug", ["taiwan", "hong-kong", "macao"])
def test_a_region_of_china_is_part_of_china_and_no_country(slug):
    (region,) = [row for row in every_place() if row["slug"] == slug]
    assert (region["parent"], region["level"]) == ("china", "province")


@pytest.mark.django_db
def test_every_place_of_the_lists_satisfies_the_rules_of_a_place():
    assert places.install() == 239 + 34 + 333 + 10
    for place in Place.objects.select_related("parent"):
        place.clean_fields()


@pytest.mark.django_db
def test_ningbo_is_found_by_all_its_names():
    places.install()
    ningbo = Place.objects.get(slug="ningbo")
    assert (ningbo.name_zh, ningbo.name_en, ningbo.parent.slug) == ("宁波", "Ningbo", "zhejiang")
    assert {"甬", "寧波", "Nimgbo"} <= set(ningbo.other_names.splitlines())


@pytest.mark.django_db
def test_lists_are_laid_into_an_empty_house_once():
    for install in (places.install, terms.install, install_fields, install_sections):
        assert install() > 0
        assert install() == 0


@pytest.mark.django_db
def test_an_empty_site_is_set_up_with_its_lists_before_its_home_is_looked_for(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    names = {"name_zh": "虚构站点", "name_en": "Fictional Desk"}
    account = {"username": "first", "password": "a long enough secret"}
    call_command("setup", home="ningbo", language="zh", time_zone="Asia/Shanghai", **names, **account)
    assert SiteSettings.current().home == "ningbo"
    assert Term.objects.exists() and Field.objects.exists()


@pytest.mark.django_db
def test_a_list_in_use_is_left_as_it_is():
    factories.place("Fictional Port")
    assert places.install() == 0
    assert Place.objects.count() == 1


@pytest.mark.django_db
def test_a_term_that_the_publisher_took_out_does_not_come_back():
    terms.install()
    Term.objects.filter(name_zh="意向书").delete()
    terms.install()
    assert not Term.objects.filter(name_zh="意向书").exists()


@pytest.mark.django_db
def test_fifteen_fields_of_cooperation_come_in_their_order():
    install_fields()
    slugs = list(Field.objects.values_list("slug", flat=True))
    assert (len(slugs), slugs[0], slugs[-1]) == (15, "education", "government-exchange")


@pytest.mark.django_db
def test_every_term_satisfies_the_rules_of_a_term():
    terms.install()
    for term in Term.objects.all():
        term.full_clean()


def test_a_pattern_names_the_place_in_both_languages():
    for row in rows_of(terms.LIST):
        assert ("{place}" in row["name_zh"]) == ("{place}" in row["name_en"])


def test_no_term_is_listed_twice():
    listed = [(row["category"], row["name_zh"]) for row in rows_of(terms.LIST)]
    assert len(listed) == len(set(listed))


def test_no_approved_word_is_listed_as_another_form_of_itself():
    for row in rows_of(terms.LIST):
        assert not {row["name_zh"], row["name_en"]} & set(row["other_names"].splitlines())


@pytest.mark.parametrize("row", ["one\ttwo\tthree", "one"])
def test_a_row_without_a_cell_for_every_column_is_refused(tmp_path, row):
    file = tmp_path / "list.tsv"
    file.write_text(f"# remark\nslug\tname_en\n{row}\n", "utf-8")
    with pytest.raises(ValueError, match="a cell for every column"):
        list(rows_of(file))
