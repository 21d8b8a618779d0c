"""What machines are told of days and states is asserted by value, not by form: a wrong value looks like a right one."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from urllib.parse import parse_qs
from xml.etree import ElementTree

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.cooperation.models import Agreement
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import amend, propose
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


def test_the_sitemap_says_that_an_edition_went_of_its_story_and_of_its_part(client):
    article = factories.article()
    for language in LANGUAGES:
        factories.published(article, language, at=days_ago(5))
    other = factories.published(factories.article(), at=days_ago(4))
    deeds.withdraw(article.editions.get(language=ZH), by=factories.user("publisher"), reason="An error.")
    went = to_the_second(article.editions.get(language=ZH).withdrawn_at)

    parts, urls = told_changes(client)

    assert urls == {
        article.address_in(EN): went,
        other.edition.article.address_in(EN): to_the_second(other.public_from),
    }
    assert parts == {"/sitemaps/stories-1.xml": went}


def told_changes(client) -> tuple[dict, dict]:
    """Return {path: last change} of the parts that say one, and of all that stands in any part and says one."""

    def changes(address: str) -> dict:
        found = ElementTree.fromstring(client.get(address).content)
        paths = {one.findtext(LOC).removeprefix("http://testserver"): one.findtext(LASTMOD) for one in found}
        return {path: moment_in(change) if change else None for path, change in paths.items()}

    parts = changes("/sitemap.xml")
    urls = {path: change for part in parts for path, change in changes(part).items()}
    return tuple({path: change for path, change in rows.items() if change} for rows in (parts, urls))


def test_the_sitemap_says_no_change_of_a_record_whose_page_follows_from_others(client, reported):
    agreement = Agreement.objects.get()
    before = told_changes(client)
    propose_and_amend(agreement)

    assert "Renamed" in client.get("/en/agreements/text/").text and "Renamed" in client.get("/en/events/meeting/").text
    assert told_changes(client) == before and set(before[1]) == {"/en/news/2019/told/"}


def propose_and_amend(agreement: Agreement) -> None:
    def change() -> None:
        agreement.title_en = "Renamed"
        agreement.save()

    amend(propose(agreement, change, by=factories.user("editor")), by=factories.user("publisher"), minor=True)


@pytest.mark.parametrize("licence", ["", "https://licence.example/open/"])
@pytest.mark.parametrize("register", ["agreements", "delegations"])
def test_data_has_the_licence_that_the_office_states_for_readers_as_for_machines(client, reported, register, licence):
    SiteSettings.objects.create(pk=1, name_en="Harbour News", data_licence=licence)
    pair = factories.pair()
    release(factories.event(pair, delegation=factories.delegation(pair.first)), by=factories.user("publisher"))
    address = f"/en/{register}/"

    told = said(client, address, "Dataset")

    stated = re.findall('<a rel="license" href="([^"]+)">Licence</a>', client.get(address).text)
    assert stated == ([licence] if licence else [])
    assert told.get("license") == (licence or None) and "dateModified" not in told


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


@pytest.fixture
def reported():
    """A story of a meeting at which Ada Reed, who has a page, and somebody hidden signed a text."""
    ada, hidden = factories.person("Ada Reed", slug="ada-reed"), factories.person("Ben Holt", slug="ben-holt")
    event = factories.event(factories.pair(), people=(ada, hidden), slug="meeting", held="2019-08")
    agreement = factories.agreement(*event.pairs.get().in_order("en"), slug="text", title_en="Text", event=event)
    for party, signatory in zip(agreement.parties.all(), (ada, hidden), strict=True):
        type(party).objects.filter(pk=party.pk).update(signatory=signatory)
    factories.published(factories.article(events=[event], slug="told"))
    type(hidden).objects.filter(pk=hidden.pk).update(hidden_at=clock.moment())


def test_a_story_says_what_it_reports_and_who_was_there(client, reported):
    story = said(client, "/en/news/2019/told/", "NewsArticle")

    mentions = [(one["@type"], one["url"].removeprefix("http://testserver")) for one in story["mentions"]]
    assert mentions == [
        ("Event", "/en/events/meeting/"),
        ("CreativeWork", "/en/agreements/text/"),
        ("Person", "/en/people/ada-reed/"),
    ]
    assert story["mentions"][0]["startDate"] == "2019-08"


def test_an_event_says_what_was_signed_there_and_a_text_who_signed_it(client, reported):
    event = said(client, "/en/events/meeting/", "Event")
    agreement = said(client, "/en/agreements/text/", "CreativeWork")

    assert [one["url"] for one in event["about"]] == ["http://testserver/en/agreements/text/"]
    signatories = [(one["name"], one.get("url")) for one in agreement["contributor"]]
    assert signatories == [("Ada Reed", "http://testserver/en/people/ada-reed/"), ("Ben Holt", None)]


def test_the_office_is_one_publisher_with_one_address_in_both_languages(client, reported):
    SiteSettings.objects.create(pk=1, organiser_en="Harbour Office", organiser_zh="港务办")
    pages = [said(client, f"/{prefix}/", "WebSite")["publisher"] for prefix in ("en", "zh")]
    data = said(client, "/en/agreements/", "Dataset")["creator"]

    assert [page["name"] for page in pages] == ["Harbour Office", "港务办"]
    assert {page["url"] for page in pages} == {"http://testserver/"} and data == pages[0]


@pytest.mark.parametrize(("prefix", "subject"), [("en", "An error on Harbour News"), ("zh", "“港务”网站内容有误")])
def test_who_reports_an_error_need_not_say_on_which_page(client, prefix, subject):
    SiteSettings.objects.create(pk=1, name_en="Harbour News", name_zh="港务", error_report="errors@harbour.example")

    page = client.get(f"/{prefix}/news/").text

    address = unescape(re.search(r'href="mailto:([^"]*)"', page)[1])
    to, _mark, asked = address.partition("?")
    assert to == "errors@harbour.example"
    assert parse_qs(asked) == {"subject": [subject], "body": [f"http://testserver/{prefix}/news/"]}
    assert " " not in address and "+" not in address  # which a letter would show as it stands
