"""Offices are made from the patterns of the term base when they are first used."""

import pytest

from newsroom.people.models import Office
from newsroom.terms.models import Term
from tests import factories
from tests.records.entering import complaints

pytestmark = pytest.mark.django_db


@pytest.fixture
def mayor() -> Term:
    return Term.objects.create(category="office", name_zh="{place}市市长", name_en="Mayor of {place}")


@pytest.fixture
def ningbo():
    return factories.place("Ningbo", name_zh="宁波")


def test_a_pattern_and_a_place_make_an_office_in_both_languages(desk, mayor, ningbo):
    office = desk.enter(Office, pattern=mayor, place=ningbo)

    assert (office.name_zh, office.name_en, office.place) == ("宁波市市长", "Mayor of Ningbo", ningbo)


def test_a_name_typed_by_hand_is_kept(desk, mayor, ningbo):
    office = desk.enter(Office, pattern=mayor, place=ningbo, name_en="Lord Mayor of Ningbo")

    assert (office.name_zh, office.name_en) == ("宁波市市长", "Lord Mayor of Ningbo")


def test_a_place_known_in_one_script_makes_the_office_in_that_script_alone(desk, mayor):
    office = desk.enter(Office, pattern=mayor, place=factories.place("Waitakere"))

    assert (office.name_zh, office.name_en) == ("", "Mayor of Waitakere")


def test_a_pattern_without_a_place_comes_back(desk, mayor):
    answer = desk.send(Office, pattern=mayor)

    assert "A pattern is filled with a place" in str(complaints(answer))


def test_one_office_does_not_stand_twice(desk, mayor, ningbo):
    desk.enter(Office, pattern=mayor, place=ningbo)

    assert "is in the records already" in str(complaints(desk.send(Office, pattern=mayor, place=ningbo)))
