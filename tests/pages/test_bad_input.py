"""Whatever stands in an address or a query, the answer is a page of the site and never a fault of ours."""

import pytest
from django.urls import reverse

from newsroom.articles.models import Version
from newsroom.languages import EN
from newsroom.lists.pagination import numbered_page
from newsroom.pages.table import LIST, of_kind
from tests import factories
from tests.leak.addresses import of_the_language, patterns

pytestmark = pytest.mark.django_db

QUERIES = [
    "page=-1", "page=0", "page=1e9", "page=%00", "page=", "page=1.5", "page=²", "page=999999999999999999999",
    "page=1&page=2", "page[]=1", "year=-1", "year=99999999999999999999", "year=2019-02-30", "year=%F0%9F%92%A9",
    "pair=nowhere", "place=%27%20OR%201=1", "kind=unknown", "field=%ED%A0%80", "section=%FF", "status=nonsense",
    "party=%EF%BF%BF", "q=%00", "q=%ED%A0%80", "q=%25_%5C", "q=" + "a" * 201, "q=" + "%E5%AE%81" * 201,
    "before=nonsense", "after=2019-13-45", "unknown=<script>", "a=" + "b" * 10_000, "&&&===", "%", "q=%E2%80%AE",
]  # fmt: skip
# The pages that understand questions: those that know the word are asked each, of the others each run takes some.
ASKED = {reverse(row.name, args=[EN]): row.filters for row in of_kind(LIST)} | {"/zh/": ()}
WORDS = {
    "year": 2019,
    "slug": "nothing-here",
    "token": "x" * 22,
    "form": "csv",
    "width": 640,
    "ending": "jpg",
    "name": "a.pdf",
    "content_hash": "a-digest",
    "colour": "a3262a",
    "kind": "stories",
    "number": 9,
    "article": 10**20,
    "cut": "row-50-50",
    "photo": "y" * 22,
}


def public_addresses():
    """Return an address of every public view, of records that never were."""
    made = []
    for _where, pattern in patterns():
        start = ["en"] if of_the_language(pattern.name) else []
        made.append(reverse(pattern.name, args=start + [WORDS[word] for word in pattern.pattern.converters]))
    return made


@pytest.fixture(scope="module", autouse=True)
def _a_story(built_once):
    factories.published(factories.article(events=[factories.event(factories.pair())]))


def page_of_the_site(response, address):
    assert response.status_code in (200, 301, 302, 400, 404), address
    if response.status_code >= 400:
        assert "<h1>" in response.text, address


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query[:24])
def test_no_query_breaks_a_page(client, query, thoroughness):
    knowing = [address for address, filters in ASKED.items() if query.partition("=")[0] in filters]
    lists = [address for address in ASKED if address not in knowing]
    others = [
        address
        for some, size in ((lists, 4), (public_addresses(), 3))
        for address in thoroughness.sample(some, size, key=lambda address: f"{query} {address}")
    ]
    for address in [*knowing, *others]:
        response = client.get(f"{address}?{query}")

        page_of_the_site(response, address)
        assert "<script>" not in (b"" if response.streaming else response.content).decode()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "path",
    ["news/99999999999999999999/x/", "news/0/x/", f"news/2019/{'x' * 3000}/", "people/%FF/", "pairs/%ED%A0%80/",
     "news/2019/%E5%AE%81/", "%00/", "a%0Ab/", "../../etc/passwd", "news/-1/x/", "NEWS/", "places/%2e%2e/"],
)  # fmt: skip
def test_no_path_breaks_the_site(client, language, path):
    page_of_the_site(client.get(f"/{language}/{path}", follow=True), path)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_every_public_address_can_only_be_read(client, method):
    for address in public_addresses():
        response = getattr(client, method)(address)

        assert response.status_code == 405, address
        assert response.headers["Allow"] == "GET, HEAD"


def test_every_public_address_answers_to_head(client):
    for address in public_addresses():
        assert client.head(address).status_code == client.get(address).status_code


@pytest.mark.parametrize("asked", ["-1", "0", "1e9", "1.5", "²", "abc", "2", "1000000"])
def test_a_page_that_is_not_there_is_not_found(client, asked):
    assert client.get("/en/news/", {"page": asked}).status_code == 404


def test_an_unknown_choice_is_said_and_the_whole_list_is_shown(client):
    response = client.get("/en/news/", {"pair": "nowhere", "unknown": "word"})

    assert response.status_code == 200
    assert "the whole list is shown" in response.text
    assert "1 story" in response.text
    assert "nowhere" not in response.text
    assert "word" not in response.text.split("<main")[0]


def test_a_search_that_is_too_long_is_refused_politely(client):
    response = client.get("/en/search/", {"q": "a" * 201})

    assert response.status_code == 400
    assert "at most 200 characters" in response.text


def test_the_count_of_a_list_is_exact_to_a_thousand(monkeypatch):
    monkeypatch.setattr("newsroom.lists.pagination.COUNTED", 3)
    monkeypatch.setattr("newsroom.lists.pagination.SIZE", 2)
    article = factories.article()
    versions = Version.objects.order_by("pk")
    for language in ("en", "zh-hans"):
        factories.draft(article, language)
    assert (numbered_page(versions, "1").count, numbered_page(versions, "1").exact) == (3, True)
    factories.draft()

    assert not numbered_page(versions, "1").exact
    assert numbered_page(versions, "2").rows == list(versions)[2:4]
