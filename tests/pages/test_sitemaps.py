"""The sitemaps name every public page and nothing else, in parts that stay what they are."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.articles.models import Article
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.pages.table import LIST, of_kind
from newsroom.publishing import clock
from newsroom.website import sitemaps
from newsroom.website.models import Page
from tests import factories
from tests.leak.world import World

pytestmark = pytest.mark.django_db

SITE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
HOST = "http://testserver"
INSIDE = re.compile(r'<a [^>]*href="(/(?:en|zh)/[^"#?]*)')
NOT_PAGES = re.compile(r"feed/$|\.(csv|json|svg|png)$")


def parsed(client, address):
    answer = client.get(address.removeprefix(HOST))
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/xml")
    return ElementTree.fromstring(answer.content)


def parts(client):
    """Return the addresses of the parts that the index names, with their last changes."""
    listed = parsed(client, "/sitemap.xml").findall(f"{SITE}sitemap")
    return {one.find(f"{SITE}loc").text: one.findtext(f"{SITE}lastmod") for one in listed}


def pages(client):
    """Return {address: {hreflang: address}} of everything that the parts name; each once."""
    urls = [url for part in parts(client) for url in parsed(client, part).findall(f"{SITE}url")]
    named = {
        url.find(f"{SITE}loc").text: {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}
        for url in urls
    }
    assert len(named) == len(urls)
    return named


@pytest.fixture
def both():
    article = factories.article(events=[factories.event(factories.pair())], slug="both")
    factories.published(article, EN, headline="Signed & sealed")
    factories.published(article, ZH, headline="两市签约")
    return article


def test_they_name_every_page_that_can_be_reached_and_no_other(client):
    World()
    waiting, reached, unlisted = ["/en/", "/zh/"], set(), set()
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        reached.add(address)
        if 'name="robots" content="noindex"' in answer.text:
            unlisted.add(address)
        found = {link for link in INSIDE.findall(answer.text) if not NOT_PAGES.search(link)}
        waiting += found - reached - set(waiting)

    named = {address.removeprefix(HOST) for address in pages(client)}
    lists = {reverse(row.name, args=[language]) for language in LANGUAGES for row in of_kind(LIST) if row.indexed}
    assert named - lists == reached - unlisted - lists  # nothing need lead to a list yet
    assert lists <= named - unlisted


def test_each_page_names_its_languages_as_the_page_itself_does(client, both):
    Page.objects.create(slug="about", title_en="About", title_zh="关于", body_en="<p>Us.</p>")
    named = pages(client)

    assert f"{HOST}/zh/about/" not in named
    for address, alternates in named.items():
        links = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', client.get(address).text)
        assert dict(links) == alternates, address


def test_a_story_in_one_language_has_one_address(client):
    factories.published(factories.article(slug="chinese"), ZH)

    assert pages(client)[f"{HOST}/zh/news/2019/chinese/"].keys() == {"zh-Hans", "x-default"}
    assert f"{HOST}/en/news/2019/chinese/" not in pages(client)


def test_a_record_stays_in_its_part_and_no_part_is_larger_than_its_stretch(client, both, monkeypatch):
    monkeypatch.setattr("newsroom.website.sitemaps.STRETCH", 2)
    later = [factories.article(slug=f"later-{number}") for number in range(5)]
    factories.published(later[-1], EN)
    first, last = (f"{HOST}/sitemaps/stories-{(one.pk - 1) // 2 + 1}.xml" for one in (both, later[-1]))

    stories = [address for address in parts(client) if "stories" in address]

    assert stories == [first, last]
    assert len(parsed(client, last).findall(f"{SITE}url")) == 1
    assert client.get(last.replace(last[-5:-4], "9999999")).status_code == 404


def test_no_file_can_hold_more_than_its_protocol_allows():
    assert sitemaps.STRETCH * len(LANGUAGES) <= 50_000
    assert sitemaps.MOST_PARTS <= 50_000
    assert sitemaps.MOST_NEWS <= 1_000


def test_a_part_costs_the_same_for_one_story_and_for_many(client, both):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get("/sitemaps/stories-1.xml")
        return len(queries)

    one = cost()
    for number in range(5):
        factories.published(factories.article(slug=f"more-{number}"), EN)
    assert Article.objects.latest("pk").pk <= 5_000
    assert cost() == one <= 4


def test_a_story_says_when_it_was_changed_last(client, both):
    (part, changed) = next(item for item in parts(client).items() if "stories" in item[0])
    (one, _other) = parsed(client, part).findall(f"{SITE}url")

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", one.findtext(f"{SITE}lastmod"))
    assert one.findtext(f"{SITE}lastmod") <= changed


@pytest.mark.parametrize("address", ["pages-2", "nothing-1", "stories-0", "stories-99999999999999999999", "people-1"])
def test_a_part_that_holds_nothing_is_not_there(client, address):
    assert client.get(f"/sitemaps/{address}.xml").status_code == 404


def test_news_of_two_days_is_told_with_the_name_of_the_paper_in_its_language(client, both):
    SiteSettings.objects.create(pk=1, name_en="Port & Hill", name_zh="港山网")
    old = factories.article(slug="old")
    factories.published(old, EN, at=clock.moment() - timedelta(days=3))

    told = {url.findtext(f"{SITE}loc"): url.find(f"{NEWS}news") for url in parsed(client, "/news-sitemap.xml")}

    assert set(told) == {f"{HOST}/en/news/2019/both/", f"{HOST}/zh/news/2019/both/"}
    english, chinese = (told[f"{HOST}/{prefix}/news/2019/both/"] for prefix in ("en", "zh"))
    assert english.findtext(f"{NEWS}title") == "Signed & sealed"
    assert [one.text for one in english.find(f"{NEWS}publication")] == ["Port & Hill", "en"]
    assert [one.text for one in chinese.find(f"{NEWS}publication")] == ["港山网", "zh-cn"]
    assert re.fullmatch(r"[\d-]+T[\d:]+\+08:00", chinese.findtext(f"{NEWS}publication_date"))


def test_of_much_news_the_newest_is_told(client, both, monkeypatch):
    monkeypatch.setattr("newsroom.website.sitemaps.MOST_NEWS", 1)
    factories.published(factories.article(slug="newest"), EN)

    (url,) = parsed(client, "/news-sitemap.xml")
    assert url.findtext(f"{SITE}loc") == f"{HOST}/en/news/2019/newest/"


def test_robots_are_led_to_the_sitemaps_and_away_from_the_desk(client):
    words = client.get("/robots.txt").text

    assert f"Sitemap: {HOST}/sitemap.xml\nSitemap: {HOST}/news-sitemap.xml" in words
    for closed in ("/admin/", "/preview/", "/en/search/", "/zh/search/"):
        assert f"Disallow: {closed}\n" in words
