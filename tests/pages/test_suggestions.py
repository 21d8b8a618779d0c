"""What is suggested while a name is typed: public, few, the likeliest first, in any spelling on record."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(built_once):
    port = factories.place("Port", slug="port", name_zh="宁港", other_names="寧港\nPoort\n甬")
    hill = factories.place("Veszhély", slug="veszhely", name_zh="")
    event = factories.event(factories.pair(port, hill), people=(factories.person("Lin Port", slug="lin-port"),))
    agreement = factories.agreement(factories.institution("Institute of Ports", slug="institute-of-ports"))
    article = factories.article(events=[event], agreements=[agreement])
    for language in ("en", "zh-hans"):
        factories.published(article, language)


def suggested(client, words, prefix="en"):
    answer = client.get(f"/{prefix}/search/suggest/", {"q": words})
    assert answer.status_code == 200
    return [(one["kind"], one["name"]["text"]) for one in answer.json()["suggestions"]]


@pytest.mark.parametrize("words", ["宁港", "寧港", "甬", "Port", "poort", "ＰＯＲＴ", "port", " po "])
def test_a_place_is_found_by_every_name_it_bears(client, site, words):
    assert ("Place", "Port") in suggested(client, words)


@pytest.mark.parametrize("words", ["veszhely", "Veszhély", "VESZHÉLY", "vesz hel", "hely"])
def test_accents_and_capitals_do_not_matter(client, site, words):
    assert ("Place", "Veszhély") in suggested(client, words)


def test_what_begins_so_comes_first(client, site):
    found = suggested(client, "port")

    assert found[0] == ("Place", "Port")
    assert found.index(("Person", "Lin Port")) > 0
    assert {"Place", "Pair", "Person", "Institution"} == {kind for kind, _name in found}


def test_the_page_s_language_names_them_and_a_foreign_name_says_so(client, site):
    assert ("地方", "宁港") in suggested(client, "port", "zh")
    (one, *_pair) = client.get("/zh/search/suggest/", {"q": "veszhely"}).json()["suggestions"]
    assert (one["name"], one["address"]) == ({"text": "Veszhély", "lang": "en"}, "/zh/places/veszhely/")


@pytest.mark.parametrize("words", ["", " ", "p", "%", "_", "\\", "'; drop table", "<b>", "🚢", "a " * 99])
def test_nothing_is_suggested_for_no_name(client, site, words):
    assert suggested(client, words) == []


def test_how_many_there_are_is_said_in_the_page_s_language(client, site):
    assert client.get("/zh/search/suggest/", {"q": "veszhely"}).json()["said"] == "2条建议"
    assert client.get("/en/search/suggest/", {"q": "lin port"}).json()["said"] == "1 suggestion"
    assert client.get("/en/search/suggest/", {"q": "nobody"}).json()["said"] == ""


def test_nothing_that_is_hidden_is_suggested(client):
    factories.person("Secret Person")
    factories.pair(factories.place("Secret Harbour"))
    factories.institution("Secret Service")

    assert suggested(client, "Secret") == []


def test_a_question_that_is_too_long_is_refused_as_in_the_search(client):
    answer = client.get("/zh/search/suggest/", {"q": "长" * 201})

    assert answer.status_code == 400
    assert "搜索内容最多200个字符，请缩短。" in answer.text


def test_two_places_of_one_name_are_told_apart(client):
    west, east = (factories.place(name, level="province") for name in ("West", "East"))
    for whole in (west, east):
        town = factories.place("Newtown", slug=f"newtown-{whole.slug}", parent=whole)
        factories.published(factories.article(events=[factories.event(factories.pair(whole, town))]))

    found = client.get("/zh/search/suggest/", {"q": "newtown"}).json()["suggestions"]
    small = [one["small"] for one in found if one["kind"] == "地方"]
    assert sorted(one["text"] for one in small) == ["East", "West"]
    assert {one["lang"] for one in small} == {"en"}


def test_among_very_many_what_begins_so_is_still_first(client, monkeypatch):
    monkeypatch.setattr("newsroom.search.suggesting.MANY", 3)
    home = factories.place("Harbour", slug="harbour")
    for name in ("New Quay", "Old Quay", "West Quay", "East Quay", "Quay"):
        factories.published(factories.article(events=[factories.event(factories.pair(home, factories.place(name)))]))

    found = [name for kind, name in suggested(client, "quay") if kind == "Place"]
    assert found[0] == "Quay"
    assert len(found) == 4


def test_they_are_few_and_cost_the_same_for_many(client, site):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert len(suggested(client, "port")) <= 8
        return len(queries)

    few = cost()
    for number in range(20):
        pair = factories.pair(factories.place(f"Port Town {number}"), factories.place(f"Port Hill {number}"))
        factories.published(factories.article(events=[factories.event(pair)]))
    assert cost() <= few + 4 <= 14


def test_the_search_itself_finds_folded_names_and_says_what_was_asked(client, site):
    page = client.get("/en/search/", {"q": "veszhely"}).text

    assert "Veszhély" in page
    assert "Found for “veszhely”" in page
    assert "<title>Search: veszhely" in page
    assert 'href="#place">Places 1<' in page
