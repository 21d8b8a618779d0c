"""The page of a place and the list of pairs, however many there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.cooperation.models import Event, Stage
from newsroom.places.models import Pair, Place
from newsroom.profiles.views.pairs import LINES
from newsroom.publishing import clock
from tests import factories
from tests.pages_records.conftest import released, text_of
from tests.pages_records.test_pair_in_parts import fill, link, rows_read

MANY = 500


def pairs_of(home: Place, many: int) -> None:
    """Give a place so many sister cities, each with an event."""
    begun = clock.moment()
    partners = Place.objects.bulk_create(
        Place(name_en=f"Port {n}", name_zh=f"第{n}港", slug=f"port-{n}", country="XA") for n in range(many)
    )
    pairs = Pair.objects.bulk_create(
        Pair(first=home, second=one, slug=f"{home.slug}-{one.slug}", reverse_slug=f"{one.slug}-{home.slug}")
        for one in partners
    )
    Stage.objects.bulk_create(Stage(pair=pair, kind="sister-city", reached="2001", public_from=begun) for pair in pairs)
    events = Event.objects.bulk_create(Event(slug=f"of-{n}", held="2010", public_from=begun) for n in range(many))
    link(Event.pairs, zip(events, pairs, strict=True))


@pytest.fixture
def crowded(visit):
    fill(visit, 2_000)
    pairs_of(visit.haimen, MANY)
    for number in range(40):
        part = factories.place(f"Quarter {number}", parent=visit.haimen)
        released(factories.agreement(part, factories.institution(place=visit.haimen)))
    visit.haimen.successors.add(factories.place("New Haimen"))
    return visit


@pytest.mark.parametrize("name", ["haimen", "anbei"])
def test_the_page_of_a_busy_place_costs_few_questions_and_few_rows(client, crowded, name):
    with CaptureQueriesContext(connection) as queries, rows_read() as read:
        response = client.get(f"/en/places/{name}/")
    assert response.status_code == 200
    assert len(queries) <= 14
    assert read.total() <= 700, read


def test_a_busy_place_says_where_the_rest_stands(client, crowded):
    context = client.get("/en/places/haimen/").context
    assert len(context["received"]) == len(context["sent"]) == 10
    assert sum(len(pairs) for _words, pairs in context["relations"]) == 60
    for address in (context["all_delegations"], context["all_pairs"], context["all_institutions"]):
        assert client.get(address).status_code == 200


def test_a_delegation_with_many_stops_is_sent_once(client, visit):
    for day in ("2020-01-05", "2020-01-06"):
        stop = factories.event(visit.pair, held=day, delegation=visit.delegation)
        stop.places.set([factories.place()])
        released(stop)
    assert [str(row["day"]) for row in client.get("/en/places/anbei/").context["sent"]] == ["2020-01-06"]


def test_a_stop_ahead_stands_on_no_page_of_a_place(client, visit):
    ahead = factories.event(visit.pair, held="2999", delegation=visit.delegation, name_en="A day to come")
    Event.objects.filter(pk=ahead.pk).update(public_from=clock.moment())
    for name in ("haimen", "anbei"):
        assert "A day to come" not in text_of(client.get(f"/en/places/{name}/"))


def test_a_place_names_its_public_parts_and_institutions_alone(client, visit):
    parts = [factories.place(name, parent=visit.haimen) for name in ("Old Quarter", "Hidden Quarter")]
    factories.institution("Hidden College", place=visit.haimen)
    released(factories.agreement(parts[0]))
    page = text_of(client.get("/en/places/haimen/"))
    assert "Old Quarter" in page and "Haimen Institute" in page
    assert "Hidden" not in page


def test_five_hundred_pairs_cost_as_many_questions_as_one(client, visit):
    with CaptureQueriesContext(connection) as one:
        client.get("/en/pairs/")
    pairs_of(visit.haimen, MANY)
    with CaptureQueriesContext(connection) as many:
        response = client.get("/en/pairs/")
    assert len(many) == len(one)
    assert response.context["total"] == MANY + 1


def test_a_page_of_pairs_loads_what_it_shows_and_the_pages_together_tell_every_pair_once(client, visit):
    pairs_of(visit.haimen, MANY)
    for order in ("", "by=relation&"):
        told, page = [], 1
        while page:
            with rows_read() as read:
                response = client.get(f"/en/pairs/?{order}page={page}")
            rows = [row["address"] for _heading, group in response.context["groups"] for row in group]
            sorted_by = MANY + 1 if order else 0  # the relation of every pair is worked out
            assert len(rows) <= LINES and read["Pair"] == len(rows) + sorted_by
            told += rows
            page = page + 1 if response.context["listing"].older else None
        assert len(told) == len(set(told)) == MANY + 1 and page is None
        assert response.context["canonical"].endswith("page=3")
    assert client.get("/en/pairs/?page=4").status_code == 404


def test_a_pair_is_found_by_the_name_of_either_place_in_either_script(client, visit):
    pairs_of(visit.haimen, 20)
    Place.objects.filter(slug="port-7").update(other_names="Nimgbo\n老七港")
    for asked in ("port 7", "PORT 7", "第7港", "老七", "nimgb"):
        response = client.get("/en/pairs/", {"q": asked})
        assert [row["partner"] for _country, rows in response.context["groups"] for row in rows] == ["Port 7"]
        assert response.context["found"] == 1
    assert "No pair has a place of this name." in text_of(client.get("/en/pairs/?q=nowhere"))
    assert client.get("/en/pairs/", {"q": "x" * 201}).status_code == 400


def test_a_pair_in_the_list_says_how_much_there_is_and_when_the_last_was(client, visit):
    released(factories.event(visit.pair, held="2999-05"))
    ((_country, (row,)),) = client.get("/en/pairs/").context["groups"]
    assert (row["contacts"].events, row["contacts"].agreements, row["contacts"].last.year) == (2, 2, 2019)
    assert "last contact 2019" in text_of(client.get("/en/pairs/"))
