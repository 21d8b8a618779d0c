"""What machines read: feeds and the head of a page."""

import json
import re
from xml.etree import ElementTree

import pytest
from django.db import OperationalError

from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from tests import factories

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
HOST = "http://testserver"


@pytest.fixture
def pair():
    port = factories.place("Port", name_zh="港城", slug="port", longitude="121.55", latitude="29.875")
    return factories.pair(port, factories.place("Hill", slug="hill", level="district"))


@pytest.fixture
def both(pair):
    """A story in both languages, its headline as hostile as words can be."""
    article = factories.article(events=[factories.event(pair)], slug="both")
    headline = 'He said "</script><b>&amp; it was \x0bso" \u2028'
    factories.published(article, EN, headline=headline, standfirst="Two & two.")
    factories.published(article, ZH, headline="两市签约")
    return article


@pytest.fixture
def chinese_alone():
    article = factories.article(slug="chinese")
    factories.published(article, ZH, headline="只有中文")
    return article


def alternates(client, address):
    """Return {hreflang: address} of a page, and its canonical address."""
    page = client.get(address).text
    links = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', page))
    return links, re.search(r'<link rel="canonical" href="([^"]+)">', page)[1]


def linked(client, address):
    page = client.get(address).text
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return {thing["@type"]: thing for thing in map(json.loads, blocks)}


@pytest.mark.parametrize("address", ["/en/feed/", "/en/pairs/port-hill/feed/", "/en/places/hill/feed/"])
def test_a_feed_tells_the_stories_of_its_language(client, both, chinese_alone, pair, address):
    response = client.get(address.replace("port-hill", pair.slug))
    feed = ElementTree.fromstring(response.content)

    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}link").get("href") == f"{HOST}/en/news/2019/both/"
    assert entry.find(f"{ATOM}title").text.startswith('He said "</script>')


def test_there_is_no_feed_of_what_nobody_may_know(client):
    hidden = factories.pair()

    assert client.get(f"/en/pairs/{hidden.slug}/feed/").status_code == 404


@pytest.mark.parametrize("path", ["", "news/", "news/2019/both/", "search/", "corrections/"])
def test_the_two_languages_of_a_page_name_each_other(client, both, path):
    english, canonical = alternates(client, f"/en/{path}")
    chinese, canonical_zh = alternates(client, f"/zh/{path}")

    assert english == chinese
    assert (canonical, canonical_zh) == (english["en"], english["zh-Hans"])
    assert english["x-default"] == (f"{HOST}/" if path == "" else canonical)


def test_a_story_in_one_language_names_no_other(client, chinese_alone):
    links, _canonical = alternates(client, "/zh/news/2019/chinese/")

    assert set(links) == {"zh-Hans", "x-default"}
    assert "暂无英文版" in client.get("/zh/news/2019/chinese/").text


def test_a_filtered_list_has_the_address_of_what_was_understood(client, both):
    _links, canonical = alternates(client, "/en/news/?year=2019&unknown=words&page=1")

    assert canonical == f"{HOST}/en/news/?year=2019"


def test_a_story_says_to_machines_what_it_is(client, both):
    things = linked(client, "/en/news/2019/both/")

    story = things["NewsArticle"]
    assert story["headline"].startswith('He said "</script>')
    assert story["inLanguage"] == "en"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", story["datePublished"])
    assert story["workTranslation"][0]["url"] == f"{HOST}/zh/news/2019/both/"
    assert things["BreadcrumbList"]["itemListElement"][1]["item"] == f"{HOST}/en/news/"


def test_a_story_says_to_machines_where_it_belongs(client, both):
    """Both places of its pair, in order, each with its page and, where that is known, where on earth it lies."""
    places = linked(client, "/en/news/2019/both/")["NewsArticle"]["contentLocation"]

    assert places == [
        {"@type": "AdministrativeArea", "name": "Hill", "url": f"{HOST}/en/places/hill/"},
        {
            "@type": "City",
            "name": "Port",
            "alternateName": "港城",
            "url": f"{HOST}/en/places/port/",
            "geo": {"@type": "GeoCoordinates", "latitude": 29.875, "longitude": 121.55},
        },
    ]
    assert [client.get(place["url"]).status_code for place in places] == [200, 200]


def test_a_place_of_several_pairs_of_a_story_is_said_once(client, pair):
    other = factories.pair(pair.second, factories.place("Isle", slug="isle"))
    article = factories.article(events=[factories.event(pair, other)], slug="three")
    factories.published(article)

    places = linked(client, "/en/news/2019/three/")["NewsArticle"]["contentLocation"]

    assert sorted(place["name"] for place in places) == ["Hill", "Isle", "Port"]


def test_a_page_can_be_shared_and_subscribed_to(client, both):
    page = client.get("/en/news/2019/both/").text

    assert '<meta property="og:type" content="article">' in page
    assert '<meta name="description" content="Two &amp; two.">' in page
    assert '<link rel="alternate" type="application/atom+xml" href="/en/feed/"' in page


def described(client, address: str) -> str:
    """Return how a page describes itself to machines, which it does three times alike."""
    page = client.get(address).text
    (said,) = set(re.findall(r'<meta (?:name="description"|property="og:description") content="([^"]*)">', page))
    assert page.count(said) == 3 and linked(client, address)["WebSite"]["description"] == said
    return said


def test_a_front_page_says_what_the_office_says_of_it(client):
    SiteSettings.objects.create(pk=1, description_en="Port and the world.", description_zh="港城与世界。")

    assert described(client, "/en/") == "Port and the world."
    assert described(client, "/zh/") == "港城与世界。"


def test_a_front_page_that_nobody_described_names_the_site_and_its_home_in_its_own_language(client, pair):
    SiteSettings.objects.create(pk=1, name_en="Port News", name_zh="港城合作", home="port", description_zh="港城。")
    assert described(client, "/en/").startswith("Port News: who visited whom")  # home is on no page yet

    factories.published(factories.article(events=[factories.event(pair)]))
    assert described(client, "/en/").startswith("Port News: what Port and its partner cities")

    SiteSettings.objects.update(description_zh="")
    assert described(client, "/zh/").startswith("港城合作：港城与各合作城市")


def test_the_house_is_healthy_without_its_database_and_not_ready(client, monkeypatch):
    def closed(*_args):
        raise OperationalError("the server has gone away")

    assert client.get("/readyz").status_code == 200
    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", closed)

    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503


def test_who_asks_for_the_icon_without_a_page_is_led_to_it(client):
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/static/icons/favicon.ico")


def test_the_frame_of_the_browser_has_the_colour_of_the_paper_in_both_schemes(client):
    page = client.get("/en/").text

    assert re.findall(r'<meta name="theme-color" media="\(prefers-color-scheme: (\w+)\)" content="(#\w+)">', page) == [
        ("light", "#fbfaf7"),
        ("dark", "#14171a"),
    ]
