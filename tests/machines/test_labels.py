"""The page labels of Chinese government sites: on the right pages, in Beijing time, and only with a site code."""

import re
import time
from datetime import UTC, datetime
from html import unescape

import pytest

from newsroom.articles.models import Edition
from newsroom.masthead.models import SiteSettings
from tests import factories

pytestmark = pytest.mark.django_db

SITE = ["SiteName", "SiteDomain", "SiteIDCode"]
COLUMN = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
CONTENT = ["ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Image", "Url"]


def labels(client, address):
    """Return the labels of a page in their order, by their names."""
    found = re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', client.get(address).text)
    return {name: unescape(words) for name, words in found}


@pytest.fixture
def coded(world):
    SiteSettings.objects.update(site_code="3302000001", time_zone="America/New_York")
    Edition.objects.filter(article=world.shown.article).update(
        first_public_from=datetime(2019, 8, 19, 17, 18, 20, tzinfo=UTC)
    )
    return world.shown


@pytest.mark.parametrize(
    "address", ["/zh/", "/en/news/", "/zh/news/2019/{0.article.slug}/", "/en/pairs/{0.pair.slug}/"]
)
def test_a_site_without_a_code_has_none(client, world, address):
    assert labels(client, address.format(world.shown)) == {}


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/zh/", SITE),
        ("/en/search/", SITE),
        ("/zh/news/", SITE + COLUMN),
        ("/en/agreements/", SITE + COLUMN),
        ("/zh/about/", SITE + COLUMN),
        ("/zh/pairs/{0.pair.slug}/", SITE + COLUMN),
        ("/en/people/{0.host.slug}/", SITE + COLUMN),
        ("/zh/news/2019/{0.article.slug}/", SITE + COLUMN + CONTENT),
        ("/en/news/2019/{0.article.slug}/", SITE + COLUMN + CONTENT),
    ],
)
def test_each_page_carries_its_groups_and_no_label_is_empty(client, coded, address, names):
    found = labels(client, address.format(coded))

    assert list(found) == names
    assert all(found.values()), found


def test_a_story_is_labelled_in_beijing_time_whatever_the_site_s_own_clock_is(client, coded):
    found = labels(client, f"/zh/news/2019/{coded.article.slug}/")

    assert found["PubDate"] == "2019-08-20 01:18"
    assert (found["SiteName"], found["SiteDomain"], found["SiteIDCode"]) == ("海港合作", "testserver", "3302000001")
    assert (found["ColumnName"], found["ColumnType"]) == ("新闻", "工作动态")
    assert found["Url"] == f"http://testserver/zh/news/2019/{coded.article.slug}/"
    assert found["Image"] == f"http://testserver/og/zh/{coded.article.pk}.png"
    assert found["ArticleTitle"] == "What readers see"
    assert "海港" in found["Keywords"].split(",")


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "Asia/Shanghai"])
def test_neither_the_server_s_clock_nor_the_site_s_moves_the_moment(client, coded, monkeypatch, settings, zone):
    SiteSettings.objects.update(time_zone=zone)
    monkeypatch.setenv("TZ", zone)
    settings.TIME_ZONE = zone
    time.tzset()
    try:
        assert labels(client, f"/en/news/2019/{coded.article.slug}/")["PubDate"] == "2019-08-20 01:18"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("prefix", ["en", "zh"])
def test_a_story_of_which_little_is_known_has_no_empty_label_either(client, coded, prefix):
    article = factories.article(slug="bare")
    for language in ("en", "zh-hans"):
        factories.published(article, language, headline="Bare", standfirst="")

    found = labels(client, f"/{prefix}/news/2019/bare/")
    assert list(found) == SITE + COLUMN + CONTENT
    assert all(found.values()), found


def test_a_standing_column_is_of_another_type_than_the_news(client, coded):
    assert labels(client, "/zh/pairs/")["ColumnType"] == "概况信息"
    assert labels(client, "/zh/agreements/")["ColumnType"] == "工作动态"
