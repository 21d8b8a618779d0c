"""Pinyin is offered for the Chinese name of whom or what stands for a place where it is read so, never filled in."""

import pytest

from newsroom.people.forms import PersonForm
from newsroom.people.models import Person
from newsroom.places.forms import PlaceForm
from newsroom.places.models import Place
from newsroom.publishing.addresses import Facts
from tests import factories

pytestmark = pytest.mark.django_db


def province(**facts) -> Place:
    country, _made = Place.objects.get_or_create(
        slug="china", defaults={"name_en": "China", "name_zh": "中国", "level": "country", "country": "CN"}
    )
    return factories.place(parent=country, **({"country": "CN", "level": "province"} | facts))


def somebody(name_zh: str, *places: Place, **facts) -> Person:
    person = factories.person(name_en="", name_zh=name_zh, **facts)
    for place in places:
        factories.delegation(place, members=(person,))
    return person


def offered(form) -> str:
    return str(form.fields["name_en"].help_text)


@pytest.mark.parametrize(
    ("name_zh", "where", "forms"),
    [
        ("王小明", [{}], ["Wang Xiaoming"]),
        ("单雄", [{}], ["Shan Xiong"]),
        ("欧阳安", [{}], ["Ouyang An"]),
        ("简·史密斯", [{}], []),  # a transcription
        ("王小明", [], []),  # for whom is not known
        ("王小明", [{"country": "JP"}], []),
        ("王小明", [{}, {"country": "JP"}], []),
        ("王小明", [{"name_zh": "新疆", "slug": "xinjiang"}], []),
        ("王小明", [{"name_zh": "河口", "other_names": "河口瑶族自治县"}], []),
        ("王小明", [{"name_zh": "香港", "name_en": "Hong Kong"}], []),
    ],
)
def test_pinyin_is_offered_for_people_of_the_mainland_only(name_zh, where, forms):
    person = somebody(name_zh, *(province(**facts) for facts in where))
    said = offered(PersonForm(instance=person))
    assert all(form in said for form in forms) and bool(forms) == ("拼音" in said)
    assert Person.objects.get(pk=person.pk).name_en == ""


def test_what_an_editor_confirmed_is_not_offered_again():
    person = somebody("王小明", province())
    person.name_en = "Wang Xiaoming"
    assert "拼音" not in offered(PersonForm(instance=person))


@pytest.mark.parametrize(
    ("name_zh", "facts", "said"),
    [("河口", {}, "Hekou"), ("河口", {"country": "JP"}, ""), ("河口", {"other_names": "河口瑶族自治县"}, "")],
)
def test_pinyin_is_offered_for_places_of_the_mainland_only(name_zh, facts, said):
    above = None if facts.get("country") else province()
    place = factories.place(name_zh=name_zh, **({"parent": above} | facts))
    place.name_en = ""
    assert (said in offered(PlaceForm(instance=place))) and bool(said) == ("拼音" in offered(PlaceForm(instance=place)))


@pytest.mark.parametrize(("name_zh", "slug"), [("王小明", "wang-xiaoming"), ("金乐", "")])
def test_an_address_is_proposed_from_a_single_reading(name_zh, slug):
    person = somebody(name_zh, province())
    assert Person.slug_from(Facts(person), person) == slug
