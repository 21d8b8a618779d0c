"""What machines are told of days and states is asserted by value, not by form: a wrong value looks like a right one."""

import json
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.publishing import clock
from newsroom.publishing.release import release
from tests import factories
from tests.machines.test_schema import BLOCK

pytestmark = pytest.mark.django_db

LOC, LASTMOD = (f"{{http://www.sitemaps.org/schemas/sitemap/0.9}}{name}" for name in ("loc", "lastmod"))


def said(client, address: str, kind: str) -> dict:
    """Return what a page says of itself as a thing of this kind."""
    things = (json.loads(block) for block in BLOCK.findall(client.get(address).text))
    return next(thing for thing in things if thing["@type"] == kind)


def moment_in(text: str) -> datetime:
    return datetime.fromisoformat(text)


def to_the_second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def days_ago(days: int):
    return clock.moment() - timedelta(days=days)


@pytest.fixture
def corrected():
    """Return the first and the corrected version of a story, two days apart."""
    first = factories.published(at=days_ago(5))
    draft = deeds.correct(first.edition, by=factories.user("editor"))
    deeds.write(draft, by=factories.user("editor"), headline="Better", change_note="A name was wrong.")
    deeds.submit(draft, by=factories.user("editor"))
    deeds.approve(draft, by=factories.user("publisher"))
    return Version.objects.get(pk=first.pk), Version.objects.get(pk=draft.pk)


def test_a_corrected_story_says_when_it_was_published_and_when_changed(client, corrected):
    first, second = corrected

    story = said(client, first.edition.article.address_in(EN), "NewsArticle")

    assert moment_in(story["datePublished"]) == to_the_second(first.public_from)
    assert moment_in(story["dateModified"]) == to_the_second(second.public_from)
    assert [moment_in(one["datePublished"]) for one in story["correction"]] == [to_the_second(second.public_from)]


def test_a_story_that_was_never_corrected_changed_when_it_was_published(client):
    version = factories.published(at=days_ago(5))

    story = said(client, version.edition.article.address_in(EN), "NewsArticle")

    assert story["dateModified"] == story["datePublished"]
    assert moment_in(story["dateModified"]) == to_the_second(version.public_from)


def test_a_story_of_which_the_day_alone_is_known_is_told_without_an_hour(client):
    version = factories.published(at=datetime(2019, 8, 18, 16, tzinfo=UTC))

    assert said(client, version.edition.article.address_in(EN), "NewsArticle")["datePublished"] == "2019-08-19"


def test_the_sitemap_says_when_either_edition_changed_last(client):
    article = factories.article()
    older = factories.published(article, EN, at=days_ago(5))
    newer = factories.published(article, ZH, at=days_ago(2))
    addresses = {f"http://testserver{article.address_in(language)}" for language in LANGUAGES}

    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    parts = [part.findtext(LOC) for part in index if "stories" in part.findtext(LOC)]
    urls = [url for part in parts for url in ElementTree.fromstring(client.get(part).content)]
    told = {url.findtext(LOC): url.findtext(LASTMOD) for url in urls}

    assert set(told) == addresses
    assert older.public_from < newer.public_from
    assert {moment_in(moment) for moment in told.values()} == {to_the_second(newer.public_from)}


@pytest.mark.parametrize(
    ("state", "status"),
    [("announced", "EventScheduled"), ("took-place", "EventScheduled"), ("called-off", "EventCancelled")],
)
def test_an_event_says_what_became_of_it(client, state, status):
    event = factories.event(factories.pair(), state=state)
    release(event, by=factories.user("publisher"))

    assert said(client, event.address_in(EN), "Event")["eventStatus"] == f"https://schema.org/{status}"


@pytest.mark.parametrize(
    ("mode", "attendance"),
    [("in-person", "Offline"), ("online", "Online"), ("hybrid", "Mixed"), ("apart", None)],
)
def test_an_event_says_how_it_was_attended(client, mode, attendance):
    event = factories.event(factories.pair(), mode=mode)
    release(event, by=factories.user("publisher"))

    told = said(client, event.address_in(EN), "Event")

    expected = attendance and f"https://schema.org/{attendance}EventAttendanceMode"
    assert told.get("eventAttendanceMode") == expected
    assert told["startDate"] == "2019-08-18"
