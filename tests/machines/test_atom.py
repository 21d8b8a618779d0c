"""Feeds keep RFC 4287, are found from the pages, cost little when nothing is new, and know the other language."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from newsroom.articles import deeds
from newsroom.languages import EN, ZH
from newsroom.publishing import clock
from newsroom.publishing.addresses import remember
from tests import factories
from tests.machines.atom import ATOM, faults
from tests.machines.conftest import HOST

pytestmark = pytest.mark.django_db
FEED = re.compile(r'<link rel="alternate" type="application/atom\+xml" href="([^"]+)"')


def entries(client, address="/en/feed/"):
    return ElementTree.fromstring(client.get(address).content).findall(f"{ATOM}entry")


def by_address(client, slug):
    return [entry for entry in entries(client) if f"/{slug}/" in entry.find(f"{ATOM}link").get("href")]


def links(element):
    """Return {(type, hreflang): address} of the alternates."""
    found = element.findall(f"{ATOM}link")
    return {(link.get("type"), link.get("hreflang")): link.get("href") for link in found if link.get("rel") != "self"}


def test_every_feed_that_a_page_names_keeps_the_rules(client, pages):
    named = {address for text in pages.values() for address in FEED.findall(text)}

    assert {f"/{prefix}/feed/" for prefix in ("en", "zh")} < named
    for prefix in ("en", "zh"):
        assert any(address.startswith(f"/{prefix}/pairs/") for address in named)
        assert any(address.startswith(f"/{prefix}/places/") for address in named)
    for address in sorted(named):
        assert not list(faults(client.get(address).content)), address


def test_a_feed_of_nothing_is_a_feed(client):
    first, again = client.get("/en/feed/"), client.get("/en/feed/")

    assert not list(faults(first.content))
    assert first.content == again.content


def test_who_has_the_feed_already_is_told_so(client, world):
    first = client.get("/en/feed/")
    again = client.get("/en/feed/", headers={"if-none-match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Content-Language"] == "en"


def test_a_feed_and_its_stories_lead_to_the_other_language(client, world):
    factories.published(factories.article(slug="alone"), EN, headline="English alone")
    feed = ElementTree.fromstring(client.get("/en/feed/").content)
    alone, both = feed.findall(f"{ATOM}entry")

    assert links(feed)["application/atom+xml", "zh-Hans"] == f"{HOST}/zh/feed/"
    slug = world.shown.article.slug
    assert links(both)["text/html", "zh-Hans"] == f"{HOST}/zh/news/2019/{slug}/"
    assert list(links(alone).values()) == [f"{HOST}/en/news/2019/alone/"]


def test_a_story_keeps_its_identity_at_another_address(client):
    article = factories.article(slug="before")
    for language in (EN, ZH):
        factories.published(article, language, byline="Lin Yue")
    before, *_older = entries(client)
    remember(article.path(), article)
    type(article).objects.filter(pk=article.pk).update(slug="after")
    after, *_older = entries(client)

    assert before.findtext(f"{ATOM}id") == after.findtext(f"{ATOM}id")
    assert before.findtext(f"{ATOM}id") != entries(client, "/zh/feed/")[0].findtext(f"{ATOM}id")
    assert after.find(f"{ATOM}author").findtext(f"{ATOM}name") == "Lin Yue"


def test_a_correction_moves_what_says_when_it_was_changed_and_nothing_else(client):
    article = factories.article(slug="corrected")
    factories.published(article, at=clock.moment() - timedelta(days=3), headline="Forty guests")
    (before,) = by_address(client, "corrected")
    version = deeds.correct(article.editions.get(), by=factories.user("editor"))
    deeds.write(version, by=version.changed_by, headline="Fourteen guests", change_note="A number was wrong.")
    deeds.submit(version, by=version.changed_by)
    deeds.approve(version, by=factories.user("publisher"))
    (after,) = by_address(client, "corrected")

    texts = ("id", "published", "updated", "title")
    same = [name for name in texts if before.findtext(ATOM + name) == after.findtext(ATOM + name)]
    assert same == ["id", "published"]
    assert after.findtext(f"{ATOM}updated") > before.findtext(f"{ATOM}updated")


@pytest.mark.parametrize(
    ("piece", "instead", "fault"),
    [
        ("<id>tag:", "<id>", "no address of any kind"),
        ("</title>", "</title><title>x</title>", "not one title"),
        ("</updated>", " yesterday</updated>", "written wrongly"),
        ("<name>", "<nobody>", None),
        ('rel="self"', 'rel="related"', "where it stands"),
        ('href="http://testserver', 'href="', "without a whole address"),
        (' xml:lang="en"', "", "its language"),
    ],
)
def test_the_proof_sees(client, world, piece, instead, fault):
    content = client.get("/en/feed/").text
    assert piece in content
    broken = content.replace(piece, instead).replace("</name>", "</nobody>" if fault is None else "</name>")

    assert any((fault or "an author without a name") in said for said in faults(broken.encode()))
