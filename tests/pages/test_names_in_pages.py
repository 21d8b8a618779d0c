"""Long lists by initial are cut into pages, turned by the names at their ends."""

import pytest

from newsroom.languages.sorting import sort_key
from newsroom.lists import initials
from newsroom.people.models import Person
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db

NAMES = ["Łódź Anna", "lodge Ben", "Mo Cai", "Mu Dan", "Zhu Eva"]


@pytest.fixture
def people(monkeypatch):
    """Five names and one in Chinese alone, of which a page holds two; a hidden one among them."""
    monkeypatch.setattr(initials, "SIZE", 2)
    monkeypatch.setattr(initials, "STRETCH", 3)
    here = [factories.person(name, slug=name.split()[1].lower()) for name in NAMES]
    here.append(factories.person(name_en="", name_zh="郑宁", slug="ning"))
    release(factories.event(factories.pair(), people=here), by=factories.user("publisher"))
    factories.person("Mi Hidden", slug="hidden")


def names(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return [str(row["name"]) for _initial, rows in answer.context["groups"] for row in rows]


@pytest.mark.parametrize(
    ("latin", "key"),
    [("Łódź", "lodz"), ("Ürümqi", "urumqi"), ("3M", "~3m"), ("", "~郑宁"), ("O’Neill Mary", "oneill mary")],
)
def test_a_name_is_sorted_by_its_letters_without_marks(latin, key):
    assert sort_key(latin, "郑宁") == key


def test_a_person_is_sorted_by_the_surname_and_again_when_it_changes(db):
    person = factories.person("Eva Zander", surname_en="Zander")
    assert person.sort_key == "zander eva zander"

    person.surname_en, person.name_en = "Ander", "Eva Ander"
    person.save()
    assert Person.objects.get(pk=person.pk).sort_key == "ander eva ander"


def test_the_pages_lead_on_and_back_through_all_names(client, people):
    forward, address = [], "/en/people/"
    while address:
        forward.append(names(client, address))
        address = client.get(address).context["roster"].older

    assert forward == [["lodge Ben", "Łódź Anna"], ["Mo Cai", "Mu Dan"], ["Zhu Eva", "郑宁"]]
    assert names(client, "/en/people/?before=eva") == ["Mo Cai", "Mu Dan"]
    assert names(client, "/en/people/?before=cai") == ["lodge Ben", "Łódź Anna"]


def test_an_initial_is_a_list_of_its_own(client, people):
    assert names(client, "/en/people/?initial=m") == ["Mo Cai", "Mu Dan"]
    assert names(client, "/en/people/?initial=other") == ["郑宁"]
    assert names(client, "/zh/people/?initial=other") == []
    assert "郑宁" in names(client, "/zh/people/?initial=z")
    assert "No name here begins with that letter." in client.get("/en/people/?initial=x").text
    assert (
        'rel="canonical" href="http://testserver/en/people/?initial=m"' in client.get("/en/people/?initial=m&x=1").text
    )


@pytest.mark.parametrize("question", ["initial=xx", "initial=%E9", "after=nobody", "after=hidden", "before=hidden"])
def test_what_there_is_not_is_not_found(client, people, question):
    assert client.get(f"/en/people/?{question}").status_code == 404


def test_a_list_that_fits_a_page_asks_for_no_initial(client):
    release(factories.event(factories.pair(), people=[factories.person()]), by=factories.user("publisher"))

    assert client.get("/en/people/").context["roster"].initials == ()


def test_a_page_of_names_asks_as_much_for_three_as_for_thirty(client, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(initials, "SIZE", 10)
    people = [factories.person(f"Ng {number}") for number in range(30)]
    release(factories.event(factories.pair(), people=people), by=factories.user("publisher"))

    with django_assert_max_num_queries(8):
        client.get("/en/people/")


def test_back_through_names_that_are_sorted_alike_none_stands_twice_and_none_is_missing(client, monkeypatch):
    monkeypatch.setattr(initials, "SIZE", 2)
    monkeypatch.setattr(initials, "STRETCH", 3)
    people = [factories.person("Ng Mei", slug=f"ng-{number}") for number in range(7)]
    release(factories.event(factories.pair(), people=people), by=factories.user("publisher"))

    back = [page_of(client, "/en/people/?after=ng-5")]
    while back[-1].newer:
        back.append(page_of(client, back[-1].newer))

    assert [page.keys for page in back] == [
        [people[6].pk],
        *([people[first].pk, people[first + 1].pk] for first in (4, 2, 0)),
    ]


def page_of(client, address):
    return client.get(address).context["roster"]
