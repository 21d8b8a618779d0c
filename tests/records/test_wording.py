"""What events and delegations are called where nobody has named them."""

import pytest
from django.utils.translation import override

from newsroom.cooperation.models import Delegation, Event
from newsroom.cooperation.wording import listed
from newsroom.languages import EN, ZH
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def ganzhou():
    return factories.place("Ganzhou", name_zh="赣州")


@pytest.fixture
def ningbo():
    return factories.place("Ningbo", name_zh="宁波")


def named(event):
    return Event.objects.with_names().get(pk=event.pk)


def test_an_event_is_called_by_its_own_name_where_it_has_one():
    event = factories.event(name_en="Ningbo Week in Aachen")

    assert named(event).name_in(EN) == "Ningbo Week in Aachen"


def test_an_own_name_known_in_one_script_is_shown_in_that_script():
    name = named(factories.event(name_zh="宁波周")).name_in(EN)

    assert (name, name.lang) == ("宁波周", "zh-Hans")


def test_an_event_that_received_a_delegation_is_a_visit(ganzhou, ningbo):
    event = factories.event(delegation=factories.delegation(ganzhou))
    event.places.add(ningbo)

    assert named(event).name_in(EN) == "Visit of a delegation from Ganzhou to Ningbo"


def test_a_visit_is_named_in_chinese_with_the_chinese_names(ganzhou, ningbo):
    event = factories.event(delegation=factories.delegation(ganzhou))
    event.places.add(ningbo)

    name = named(event).name_in(ZH)

    assert "赣州" in name and "宁波" in name and name.lang == "zh-Hans"


def test_an_event_without_a_delegation_is_named_by_its_first_kind_and_its_place(ningbo):
    event = factories.event(kinds=["opening", "meeting"])
    event.places.add(ningbo)

    assert named(event).name_in(EN) == "Meeting in Ningbo"


@pytest.mark.parametrize(
    ("mode", "name"),
    [("online", "Forum of Ningbo, online"), ("apart", "Forum of Ningbo"), ("hybrid", "Forum in Ningbo")],
)
def test_the_name_says_how_people_met(ningbo, mode, name):
    event = factories.event(kinds=["forum"], mode=mode)
    event.places.add(ningbo)

    assert named(event).name_in(EN) == name


def test_an_event_of_which_nothing_is_known_still_has_a_name():
    assert named(factories.event(kinds=[])).name_in(EN) == "Occasion"


def test_a_delegation_is_named_by_its_kind_and_its_senders(ganzhou):
    institute = factories.institution("Institute of Materials", short_en="CNITECH")
    delegation = factories.delegation(ganzhou, institute)

    assert delegation.name_in(EN) == "Government delegation of Ganzhou and CNITECH"


def test_a_delegation_without_senders_is_named_by_its_kind():
    assert factories.delegation(kind="media").name_in(EN) == "Media delegation"


@pytest.mark.parametrize(
    ("kind", "chinese", "english"),
    [
        ("congress", "赣州人大代表团", "People’s congress delegation of Ganzhou"),
        ("cppcc", "赣州政协代表团", "CPPCC delegation of Ganzhou"),
        ("party", "赣州党代表团", "Party delegation of Ganzhou"),
        ("party-government", "赣州党政代表团", "Party and government delegation of Ganzhou"),
        ("council", "赣州议会代表团", "Delegation of councillors of Ganzhou"),
    ],
)
def test_congress_cppcc_party_and_council_are_told_apart(ganzhou, kind, chinese, english):
    delegation = factories.delegation(ganzhou, kind=kind)

    assert (delegation.name_in(ZH), delegation.name_in(EN)) == (chinese, english)


def test_three_names_are_listed_with_a_comma_and_an_and():
    with override(EN):
        names = listed(["Ningbo", "Aachen", "Auckland"])

    assert names == "Ningbo, Aachen and Auckland"


def test_names_are_made_without_a_question_to_the_database(ganzhou, ningbo, django_assert_num_queries):
    delegation = factories.delegation(ganzhou)
    event = factories.event(delegation=delegation)
    event.places.add(ningbo)
    event, delegation = named(event), Delegation.objects.with_names().get(pk=delegation.pk)

    with django_assert_num_queries(0):
        event.name_in(EN)
        delegation.name_in(ZH)
