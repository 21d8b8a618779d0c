"""Ties of three and more, and of bodies: an institution's partners, a network's members, what the desk tells."""

import pytest
from django.utils.translation import override

from newsroom.cooperation.filling import untied
from newsroom.cooperation.in_step import keep_in_step
from newsroom.cooperation.models import Agreement, Appearance, Party
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Pair
from newsroom.publishing import clock
from tests import factories
from tests.pages_records.conftest import released, text_of

pytestmark = pytest.mark.django_db


def context(client, body) -> dict:
    return client.get(f"/en/institutions/{body.slug}/").context


def rows(client, body, name="ties") -> list[tuple[str, str, int]]:
    return sorted((str(row["name"]), row["first"], row["number"]) for row in context(client, body)[name])


def test_an_institution_lists_its_partners_once_with_the_earliest_day(client):
    port, partner, third = (factories.institution(name) for name in ("Port", "Partner port", "Third port"))
    released(factories.agreement(port, partner, signed="2004", kind="sector"))
    released(factories.agreement(port, partner, third, signed="1998", signed_inferred=True, kind="sector"))

    assert rows(client, port) == [("Partner port", "1998 (inferred)", 2), ("Third port", "1998 (inferred)", 1)]
    assert "first on record 1998 (inferred)" in text_of(client.get(f"/en/institutions/{port.slug}/"))


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({}, [("Partner port", "2019", 1)]),
        ({"signed": None}, [("Partner port", "", 1)]),
        ({"state": "planned"}, []),
        ({"kind": "notice"}, []),
        ({"kind": "statement"}, []),
        ({"kind": "intent"}, []),
    ],
)
def test_a_tie_is_a_signed_text_that_ties(client, facts, shown):
    port, partner = factories.institution("Port"), factories.institution("Partner port")
    released(factories.agreement(port, partner, **({"signed": "2019", "kind": "contract"} | facts)))

    assert rows(client, port) == shown


def test_a_text_that_ends_another_ties_nobody(client):
    port, partner = factories.institution("Port"), factories.institution("Partner port")
    first = released(factories.agreement(port, partner, signed="2019", kind="sector"))
    released(factories.agreement(port, partner, signed="2022", kind="sector", follows=first, following="ends"))

    assert rows(client, port) == [("Partner port", "2019", 1)]


def test_a_day_that_is_not_known_may_be_the_earliest(client):
    port, partner = factories.institution("Port"), factories.institution("Partner port")
    for day in ("2019", None):
        released(factories.agreement(port, partner, signed=day, kind="sector"))

    assert rows(client, port) == [("Partner port", "", 2)]


@pytest.mark.parametrize(
    ("kind", "body", "members"),
    [("accession", "network", 1), ("sector", "network", 0), ("accession", "association", 0)],
)
def test_who_joined_a_network_by_an_accession_is_a_member(client, kind, body, members):
    network = factories.institution("League of ports", kind=body)
    city = factories.place("Harbourton")
    released(factories.agreement(network, city, signed="2012", kind=kind))

    assert len(rows(client, network, "members")) == members
    assert len(rows(client, network)) == 1 - members


def test_a_notice_ties_no_institution_to_a_pair(client, visit):
    office = factories.institution("Leading group", place=visit.haimen)
    text = released(factories.agreement(office, pairs=(visit.pair,), kind="notice"))
    page = "/en/pairs/haimen-anbei/"
    assert "Leading group" not in [one["name"] for one in client.get(page).context["institutions"]]

    Agreement.objects.filter(pk=text.pk).update(kind="contract")
    assert "Leading group" in [one["name"] for one in client.get(page).context["institutions"]]


@pytest.fixture
def home():
    SiteSettings.objects.update_or_create(pk=1, defaults={"name_en": "Harbourton", "home": "harbourton"})
    return factories.place("Harbourton", slug="harbourton")


def proposed(agreement) -> set[str]:
    keep_in_step([agreement], clock.moment(), by=None)
    return {pair.slug for pair in agreement.pairs.all()}


def test_an_agreement_of_three_is_proposed_for_the_pairs_of_home_and_those_that_exist(home):
    a, b, c = (factories.place(name, slug=name) for name in ("a", "b", "c"))
    factories.pair(a, b)

    assert proposed(factories.agreement(home, a, b, c)) == {"harbourton-a", "harbourton-b", "harbourton-c", "a-b"}
    assert not Pair.objects.between([b], [c]).exists()


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (lambda: [factories.place()], ""),
        (lambda: [factories.institution(place=factories.place())], ""),
        (lambda: [factories.institution(kind="network")], ""),
        (lambda: [], ""),
        (lambda: [factories.institution("Port of two states")], "Port of two states"),
        (lambda: [factories.place(), factories.place()], "Three or more places"),
    ],
)
def test_the_desk_says_which_parties_propose_no_pair(home, others, told):
    with override("en"):
        sentence = untied(factories.agreement(home, *others()))

    assert (told in sentence) if told else sentence == ""


def test_a_party_in_words_is_named_in_the_desk(home):
    text = factories.agreement(home)
    Party.objects.create(agreement=text, words_en="CEE cities", order=1)

    with override("en"):
        assert "CEE cities" in untied(text) and "by hand" in untied(text)


def office_is_missing(client, somebody) -> bool:
    return "No office is on record." in text_of(client.get(f"/en/people/{somebody.slug}/"))


def test_who_signed_as_something_held_an_office(client, home):
    mayor = factories.person("A mayor")
    text = released(factories.agreement(home))
    party = text.parties.get()
    Party.objects.filter(pk=party.pk).update(signatory=mayor)
    assert office_is_missing(client, mayor)

    Party.objects.filter(pk=party.pk).update(signed_as_en="Mayor of Harbourton")
    assert not office_is_missing(client, mayor)
    assert "Mayor of Harbourton" in text_of(client.get(f"/en/people/{mayor.slug}/"))


def test_who_appeared_with_an_office_that_was_not_printed_held_one(client):
    mayor = factories.person("A mayor")
    released(factories.event(people=(mayor,)))
    assert office_is_missing(client, mayor)

    Appearance.objects.get(person=mayor).offices.add(factories.office())
    assert not office_is_missing(client, mayor)


def test_an_agreement_says_what_became_of_a_pair_by_it(client, visit):
    released(factories.stage(visit.pair, "ended", agreement=visit.framework))

    page = text_of(client.get("/en/agreements/framework/"))
    assert "Relations that it ended" in page and "Relations it established" not in page
