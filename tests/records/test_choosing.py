"""Namesakes are told apart where a record is chosen."""

import pytest
from django.urls import reverse

from newsroom.cooperation.models import Appearance, Event
from tests import factories

pytestmark = pytest.mark.django_db


def offered(desk, model: str, field: str, words: str) -> list[str]:
    app, name = model.split(".")
    asked = {"app_label": app, "model_name": name, "field_name": field, "term": words}
    answer = desk.client.get(reverse("admin:autocomplete"), asked)
    return [result["text"] for result in answer.json()["results"]]


def test_people_of_one_name_show_their_office_and_their_last_event(desk):
    ningbo = factories.place("Ningbo")
    for office, day in (("Vice Mayor", "2018-05-01"), ("Mayor", "2019-08-18")):
        person = factories.person("Wang Yong")
        event = factories.event(held=day)
        event.places.add(ningbo)
        Appearance.objects.create(event=event, person=person, parts=["spoke", "hosted"], printed_en=office)
    factories.event(held="2010", people=(person,))

    assert sorted(offered(desk, "cooperation.appearance", "person", "wang")) == [
        "Wang Yong · Mayor, Meeting in Ningbo 18 August 2019",
        "Wang Yong · Vice Mayor, Meeting in Ningbo 1 May 2018",
    ]


def test_somebody_who_travelled_shows_the_last_stop_of_the_journey(desk):
    person = factories.person("Li Bingjun")
    delegation = factories.delegation(factories.place("Ganzhou"), members=(person,))
    for day, where in (("2019-08-17", "Hangzhou"), ("2019-08-18", "Ningbo")):
        factories.event(held=day, delegation=delegation).places.add(factories.place(where))

    assert offered(desk, "cooperation.appearance", "person", "Li B") == [
        "Li Bingjun · Visit of a delegation from Ganzhou to Ningbo 18 August 2019"
    ]


def test_somebody_who_has_appeared_nowhere_shows_the_name_alone(desk):
    factories.person("Lan Yun")

    assert offered(desk, "cooperation.appearance", "person", "Lan") == ["Lan Yun"]


def test_places_of_one_name_show_what_they_are_part_of(desk):
    for state in ("Delaware", "North Carolina"):
        factories.place("Wilmington", parent=factories.place(state))

    assert sorted(offered(desk, "cooperation.party", "place", "Wilm")) == [
        "Wilmington · city, Delaware",
        "Wilmington · city, North Carolina",
    ]


def test_institutions_show_where_they_stand(desk):
    factories.institution("First Hospital", kind="hospital", place=factories.place("Ningbo"))

    assert offered(desk, "cooperation.party", "institution", "First") == ["First Hospital · hospital, Ningbo"]


def test_an_event_shows_its_name_and_day(desk):
    event = factories.event(slug="2019-08-18-ningbo-meeting")
    event.places.add(factories.place("Ningbo"))

    assert offered(desk, "cooperation.agreement", "event", "2019") == ["Meeting in Ningbo 18 August 2019"]


def test_a_place_is_found_by_its_other_names(desk):
    factories.place("Ningbo", other_names="甬\n寧波")

    assert offered(desk, "cooperation.party", "place", "寧波") == ["Ningbo · city"]


def test_a_page_of_choices_costs_the_same_for_one_and_for_many(desk, django_assert_max_num_queries):
    for number in range(12):
        factories.event(people=(factories.person(f"Wang {number}"),), held=f"20{number + 10}")

    with django_assert_max_num_queries(16):
        assert len(offered(desk, "cooperation.appearance", "person", "Wang")) == 12


def test_a_list_of_events_costs_the_same_for_one_and_for_many(desk, django_assert_max_num_queries):
    for number in range(12):
        factories.event(held=f"20{number + 10}").places.add(factories.place())

    with django_assert_max_num_queries(16):
        desk.client.get(reverse("admin:cooperation_event_changelist"))

    assert Event.objects.count() == 12
