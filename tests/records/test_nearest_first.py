"""Where a record is chosen, the exact name comes first, and a record is found by every name under which it is shown."""

import pytest

from newsroom.places.install import install
from newsroom.places.models import Place
from tests import factories
from tests.records.test_choosing import offered

pytestmark = pytest.mark.django_db


def test_the_exact_name_comes_first_then_beginnings_then_words_then_the_rest_and_the_slug_last(desk):
    factories.place("Jiangbei", slug="jiangbei-sudan")
    factories.place("Old", other_names="Kush\nSudan")
    for name in ("Republic of the Sudanese", "South Sudan", "Sudanville", "Sudan", "Besudan"):
        factories.place(name)

    told = [text.partition(" · ")[0] for text in offered(desk, "cooperation.party", "place", "sudan")]

    assert told[:4] == ["Sudan", "Old", "Sudanville", "Republic of the Sudanese"]
    assert (told[4], told[5:]) == ("South Sudan", ["Besudan", "Jiangbei"])


def test_every_place_of_the_house_is_first_under_its_own_names(desk, thoroughness):
    install()
    places = Place.objects.exclude(name_en="").exclude(name_zh="")
    for place in thoroughness.sample(places, 30, key=lambda place: place.slug):
        for name in (place.name_zh, place.name_en):
            namesakes = Place.objects.filter(name_zh=name).count() or Place.objects.filter(name_en=name).count()
            first = offered(desk, "cooperation.party", "place", name)[:namesakes]
            assert any(place.name_zh in text for text in first), (name, first)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_line_of_the_other_names_is_an_exact_name(desk, end):
    factories.place("Sudanville")
    factories.place("Old", other_names=f"Kush{end}Sudan{end}Nubia")
    factories.place("Other", other_names=f"Sudan{end}Kush")
    factories.place("Third", other_names=f"Kush{end}Sudan")

    told = [text.partition(" · ")[0] for text in offered(desk, "cooperation.party", "place", "Sudan")]

    assert (sorted(told[:3]), told[3]) == (["Old", "Other", "Third"], "Sudanville")


@pytest.mark.parametrize(("make", "field"), [(factories.person, "signatory"), (factories.institution, "institution")])
def test_people_and_institutions_are_offered_by_the_nearness_of_their_names_too(desk, make, field):
    for name in ("Alan Reed", "Reedham", "Reed"):
        make(name)

    told = [text.partition(" · ")[0] for text in offered(desk, "cooperation.party", field, "reed")]

    assert told == ["Reed", "Reedham", "Alan Reed"]


def agreement():
    port = factories.institution("Port of Rivermouth", short_en="Rivport")
    return factories.agreement(factories.place("Harbourton", name_zh="海州"), port, title_en="Accord")


@pytest.mark.parametrize("words", ["Harbourton", "海州", "Rivport", "Rivermouth accord"])
def test_an_agreement_is_found_by_its_parties_and_told_with_them(desk, words):
    agreement()
    factories.agreement(factories.place("Eastford"), title_en="Accord")

    (told,) = offered(desk, "cooperation.stage", "agreement", words)

    assert told.startswith("Accord · Harbourton and Port of Rivermouth")


@pytest.mark.parametrize("words", ["Eastford", "Friendship"])
def test_a_delegation_and_its_stops_are_found_by_their_senders(desk, words):
    senders = factories.place("Eastford"), factories.institution("Friendship Society")
    stop = factories.event(factories.pair(), delegation=factories.delegation(*senders))

    assert len(offered(desk, "cooperation.stop", "delegation", words)) == 1
    assert len(offered(desk, "cooperation.agreement", "event", words)) == 1
    assert stop.stops.exists()


def test_an_own_name_is_told_once(desk):
    factories.event(name_en="Harbour Forum", held="2030-05-04")

    assert offered(desk, "cooperation.agreement", "event", "Harbour Forum") == ["Harbour Forum 4 May 2030"]
