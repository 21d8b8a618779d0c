"""The register of agreements, and the page of one."""

from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.cooperation.filters import AgreementFilters
from newsroom.cooperation.models import AgreementCitation, Event
from newsroom.languages import EN
from newsroom.pages.table import LIST, of_kind
from tests import factories
from tests.pages_records.conftest import released, text_of


def titles(response) -> set[str]:
    return {row["title"] for row in response.context["agreements"]}


FOUND = [
    ("", {"Framework Agreement", "Exchange of Staff"}),
    ("pair=haimen-anbei", {"Framework Agreement", "Exchange of Staff"}),
    ("place=anbei", {"Framework Agreement"}),
    ("party=haimen-institute", {"Exchange of Staff"}),
    ("field=culture", {"Framework Agreement"}),
    ("kind=framework", {"Framework Agreement"}),
    ("status=expired", {"Exchange of Staff"}),
    ("status=no-end", {"Framework Agreement"}),
    ("status=in-force", set()),
    ("year=2019&kind=framework", {"Framework Agreement"}),
]


@pytest.mark.parametrize(("question", "found"), FOUND)
def test_the_register_is_narrowed_by(client, visit, question, found):
    assert titles(client.get(f"/en/agreements/?{question}")) == found


def test_the_register_is_asked_by_every_filter():
    assert {name for question, _found in FOUND for name in parse_qs(question)} == set(AgreementFilters.base_filters)


@pytest.mark.parametrize("question", ["kind=nonsense", "year=99999", "pair=never-was", "status=%F0%9F%98%80"])
def test_a_filter_that_is_not_known_shows_the_whole_list_and_says_so(client, visit, question):
    response = client.get(f"/en/agreements/?{question}")

    assert response.status_code == 200
    assert titles(response) == {"Framework Agreement", "Exchange of Staff"}
    assert "the whole list is shown" in text_of(response)


def test_the_register_says_what_it_is_narrowed_to_and_how_many_there_are(client, visit):
    page = text_of(client.get("/en/agreements/?kind=framework&status=no-end"))

    assert "<p>1 agreement " in page
    assert '<a href="?status=no-end"><span class="quiet">Kind</span> Framework agreement' in page
    assert '<a href="?kind=framework"><span class="quiet">Status</span> No end stated' in page
    assert "/en/agreements.csv?kind=framework&amp;status=no-end" in page


@pytest.mark.parametrize("page", ["0", "-1", "2", "1e9", "x", "9" * 30])
def test_a_page_that_is_not_there_is_a_404(client, visit, page):
    assert client.get(f"/en/agreements/?page={page}").status_code == 404
    assert client.get(f"/en/delegations/?page={page}").status_code == 404


def test_a_long_list_offers_the_names_that_its_newest_rows_have(client, visit, monkeypatch):
    monkeypatch.setattr("newsroom.lists.filter_panel.NEAR", 1)
    released(factories.agreement(factories.place("Newest"), signed="2025"))

    def offered():
        (names,) = [way["names"] for way in client.get("/en/agreements/").context["ways"] if way["name"] == "place"]
        return set(names)

    assert offered() > {"Newest"}, "a short one is counted whole"

    monkeypatch.setattr("newsroom.lists.pagination.COUNTED", 2)
    assert offered() == {"Newest"}


def test_what_is_offered_to_choose_from_names_nothing_hidden(client, visit):
    secret = factories.place("Secret Harbour", slug="secret")
    factories.agreement(secret, factories.institution("Secret Works"), pairs=(factories.pair(secret, visit.haimen),))

    assert "Secret" not in text_of(client.get("/en/agreements/"))


def test_an_agreement_says_who_signed_for_whom_and_as_what(client, visit):
    page = " ".join(text_of(client.get("/en/agreements/framework/")).split())

    assert page.index("/en/places/haimen/") < page.index("/en/places/anbei/")
    assert 'signed by <a href="/en/people/lin-yue/">Lin Yue</a>' in page and "signed as: For the city" in page


def test_the_event_of_an_agreement_is_named_only_where_readers_may_see_it(client, visit):
    hidden = factories.event(visit.pair, name_en="Secret meeting")
    released(factories.agreement(visit.haimen, event=hidden, slug="alone"))

    assert "Secret meeting" not in text_of(client.get("/en/agreements/alone/"))
    assert "Visit of a delegation" in text_of(client.get("/en/agreements/framework/"))


def test_what_an_agreement_follows_and_what_follows_it_is_named_when_public(client, visit):
    renewal = factories.agreement(
        visit.haimen, title_en="Renewal", slug="renewal", follows=visit.framework, following="renews"
    )
    assert "Renewal" not in text_of(client.get("/en/agreements/framework/"))

    released(renewal)

    assert "/en/agreements/renewal/" in text_of(client.get("/en/agreements/framework/"))
    assert "/en/agreements/framework/" in text_of(client.get("/en/agreements/renewal/"))


def test_a_bundle_lists_its_parts_and_says_how_many_it_is(client, visit):
    bundle = factories.agreement(visit.haimen, title_en="Projects", slug="projects", count=22)
    released(bundle)
    released(factories.agreement(visit.haimen, title_en="A bridge", part_of=bundle, slug="bridge"))
    factories.agreement(visit.haimen, title_en="Secret tunnel", part_of=bundle)

    page = text_of(client.get("/en/agreements/projects/"))

    assert "<dd>22</dd>" in page and "A bridge" in page and "Secret tunnel" not in page
    assert "/en/agreements/projects/" in text_of(client.get("/en/agreements/bridge/"))


def test_an_agreement_shows_the_stages_it_made(client, visit):
    factories.stage(visit.pair, "friendly-exchange", agreement=visit.framework, word_en="twin ports")
    released(factories.agreement(visit.haimen, slug="other"))
    assert "twin ports" not in text_of(client.get("/en/agreements/framework/"))

    released(visit.framework.stages.get())

    assert "twin ports" in text_of(client.get("/en/agreements/framework/"))


def test_a_source_that_says_something_else_is_quoted(client, visit):
    page = factories.source(title_en="Evening Post", published="2019-08-20")
    AgreementCitation.objects.create(agreement=visit.framework, source=page, says_en="signed in 2004")

    assert "This source says: signed in 2004" in text_of(client.get("/en/agreements/framework/"))


def test_a_source_names_the_field_of_which_it_says_something_else(client, visit):
    page = factories.source(title_en="Evening Post")
    facts = {"says_of": "signing", "says_en": "11 May 2004", "says_zh": "2004年5月11日"}
    AgreementCitation.objects.create(agreement=visit.framework, source=page, **facts)

    assert "Day of signing, by this source: 11 May 2004" in text_of(client.get("/en/agreements/framework/"))
    assert "签署日期，该来源作2004年5月11日" in text_of(client.get("/zh/agreements/framework/"))


@pytest.mark.parametrize("address", [reverse(row.name, args=[EN]) for row in of_kind(LIST) if row.lists])
def test_a_list_costs_the_same_questions_for_one_page_and_many(client, visit, address, monkeypatch):
    monkeypatch.setattr("newsroom.lists.pagination.SIZE", 5)

    def questions():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    few = questions()
    for number in range(12):
        place = factories.place(f"Place {number}")
        pair = factories.pair(visit.haimen, place)
        somebody = factories.person(f"Person {number}")
        event = factories.event(pair, delegation=factories.delegation(place, members=(somebody,)))
        released(event)
        released(factories.agreement(place, factories.institution(f"Body {number}"), pairs=(pair,), event=event))

    assert questions() == few


def test_the_page_of_an_agreement_lists_the_story_of_its_signing(client, db):
    event = factories.event()
    agreement = factories.agreement(event=event)
    factories.published(factories.article(events=[event]), EN, headline="A Signing at the Harbour")

    assert "A Signing at the Harbour" in client.get(agreement.address_in(EN)).text

    Event.objects.update(public_from=None)  # linked past every deed

    assert "A Signing at the Harbour" not in client.get(agreement.address_in(EN)).text


def test_beside_a_pair_an_agreement_headed_by_its_kind_has_its_title_beneath(client, visit):
    released(factories.agreement(pairs=(visit.pair,), title_en="Accord of the ports", kind="sector"))

    told = client.get(visit.pair.address_in("zh-hans")).text
    assert '<span class="where"><span lang="en">Accord of the ports</span></span>' in told


# the title, the source's own term → how often the page says the kind, and the term
@pytest.mark.parametrize(
    ("title", "called", "kinds", "terms"),
    [
        ("Port plan", "accord", 1, 1),
        ("Letter of intent", "accord", 0, 1),
        ("Port plan", "Port Plan", 1, 0),
        ("Port plan", "letter of intent", 1, 0),
        ("", "accord", 0, 1),
    ],
)
def test_the_kind_and_the_term_are_told_where_they_say_more_than_the_title(client, visit, title, called, kinds, terms):
    facts = {"title_en": title, "title_zh": "" if title else "港口意向书", "called_en": called, "kind": "intent"}
    text = released(factories.agreement(visit.haimen, visit.anbei, **facts))

    page = text_of(client.get(text.address_in(EN)))
    row = next(row for row in client.get("/en/agreements/").context["agreements"] if row["address"] in page)

    assert page.count("<span>Letter of intent</span>") == kinds == bool(row["kind"])
    assert page.count("The source calls it") == terms


def title_of(page: str) -> str:
    return page.partition("<title>")[2].partition("</title>")[0]


def test_agreements_of_which_only_the_kind_is_known_have_titles_of_their_own(db, client):
    pair = factories.pair(factories.place("Harbourton"), factories.place("Rivermouth"))
    intents = [
        released(factories.agreement(*places, title_zh="意向书", title_en="", kind="intent", signed=day))
        for places, day in (((pair.first, pair.second), "2012-05"), ((pair.first,), "2012-05"), ((), "2014"))
    ]

    titles = [title_of(text_of(client.get(one.address_in("en")))) for one in intents]

    assert titles[0].startswith("Letter of intent · Harbourton and Rivermouth · May 2012 · ")
    assert titles[1].startswith("Letter of intent · Harbourton · May 2012 · ")
    assert titles[2].startswith("Letter of intent · 2014 · ")
