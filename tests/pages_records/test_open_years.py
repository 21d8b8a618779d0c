"""A range that is open at one end counts in the year of the end that is known, in every list."""

import pytest

from tests import factories
from tests.pages_records.conftest import released

pytestmark = pytest.mark.django_db

OPEN = [("/2005-08-16", 2005), ("2007/", 2007)]


@pytest.fixture(params=["agreements", "delegations"])
def listed(request, client):
    """Return a function that enters something of a day into the list, and one that asks the list of a year."""
    place = factories.place("Harbourton", slug="harbourton")

    def enter(day):
        if request.param == "agreements":
            return released(factories.agreement(place, signed=day))
        return released(factories.event(held=day, delegation=factories.delegation(place)))

    def ask(year=""):
        return client.get(f"/en/{request.param}/?year={year}" if year else f"/en/{request.param}/").context

    return enter, ask


def offered(context) -> list:
    (menu,) = [way["menu"] for way in context["ways"] if way["name"] == "year"]
    return [(choice["value"], choice["count"]) for choice in menu]


@pytest.mark.parametrize(("day", "year"), OPEN)
def test_it_is_offered_and_found_in_that_year_alone(listed, day, year):
    enter, ask = listed
    enter(day)

    assert offered(ask()) == [(str(year), 1)]
    assert [ask(asked)["listing"].count for asked in (year - 1, year, year + 1)] == [0, 1, 0]


@pytest.mark.parametrize(("day", "year"), OPEN)
def test_a_list_too_long_to_count_offers_its_year_too(listed, monkeypatch, day, year):
    enter, ask = listed
    monkeypatch.setattr("newsroom.lists.pagination.COUNTED", 1)
    for one in (day, "2006", "2006-05"):
        enter(one)

    assert {year for year, _count in offered(ask())} == {
        str(one) for one in range(min(year, 2006), max(year, 2006) + 1)
    }


def test_a_hidden_stop_of_another_year_answers_nothing(client):
    delegation = factories.delegation(factories.place("Rivermouth"))
    released(factories.event(held="/2005", delegation=delegation))
    factories.event(held="2003", delegation=delegation)

    assert client.get("/en/delegations/?year=2003").context["listing"].count == 0


def test_an_event_belongs_to_the_pairs_whoever_came(client):
    visit = released(factories.event(held="2005", delegation=factories.delegation(factories.place("Rivermouth"))))
    meeting = released(factories.event(held="2006"))

    for event in (visit, meeting):
        assert [step["address"] for step in client.get(event.address_in("en")).context["trail"]] == ["/en/pairs/"]
