"""Lists: what stands on them, in which order, and what they cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.template.backends.django import Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.pages.table import LIST, of_kind
from newsroom.publishing import clock
from newsroom.publishing.release import release
from newsroom.website.models import Page
from tests import factories

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def home():
    SiteSettings.objects.create(pk=1, home="port", name_en="Port Cooperation")
    return factories.place("Port", slug="port", longitude="120", latitude="30")


def story(home, number: int):
    """A story of its own pair, with an event, an agreement and a correction."""
    pair = factories.pair(home, factories.place(f"Partner {number}", longitude=number, latitude=number))
    event = factories.event(pair, people=(factories.person(),))
    agreement = factories.agreement(home, factories.institution(), pairs=(pair,), event=event)
    article = factories.article(events=[event], agreements=[agreement])
    version = factories.published(article, headline=f"Story {number}")
    factories.published(article, ZH, headline=f"第{number}篇")
    draft = deeds.correct(version.edition, by=factories.user("editor"))
    deeds.write(draft, by=factories.user("editor"), change_note=f"Note {number}")
    deeds.submit(draft, by=factories.user("editor"))
    deeds.approve(draft, by=factories.user("publisher"))


LISTS = [reverse(row.name, args=[EN]) for row in of_kind(LIST)]
LISTS += ["/en/search/?q=Story", "/en/search/?q=Partner", "/en/feed/", "/sitemap.xml"]


def cost(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_list_costs_the_same_for_one_row_and_for_twenty(client, home):
    story(home, 1)
    for_one = {address: cost(client, address) for address in LISTS}
    for number in range(2, 21):
        story(home, number)

    assert {address: cost(client, address) for address in LISTS} == for_one
    assert for_one["/en/"] <= 15


def test_the_newest_story_stands_first_and_a_correction_moves_nothing(client, home):
    story(home, 1)
    story(home, 2)

    page = client.get("/en/news/").text

    assert page.index("Story 2") < page.index("Story 1")


def test_a_list_holds_the_stories_of_its_language(client):
    factories.published(language=ZH, headline="只有中文")

    assert "只有中文" not in client.get("/en/news/").text
    assert "只有中文" in client.get("/zh/news/").text


def test_a_story_appears_at_its_moment(client, monkeypatch):
    now = clock.moment()
    factories.published(headline="At its moment", at=now + HOUR)

    assert "At its moment" not in client.get("/en/news/").text
    monkeypatch.setattr("newsroom.publishing.clock.moment", lambda: now + HOUR)
    assert "At its moment" in client.get("/en/news/").text


@pytest.mark.parametrize("question", ["pair", "place", "kind", "field", "year", "section"])
def test_the_news_are_narrowed_by(client, home, question):
    far = factories.place("Far", slug="far")
    pair = factories.pair(home, far)
    event = factories.event(pair, kinds=["forum"])
    agreement = factories.agreement(pairs=(pair,))
    agreement.fields.create(slug="ropes", name_en="Ropes")
    article = factories.article(events=[event], agreements=[agreement], year=2018)
    article.section.pk, article.section.slug = None, "features"
    article.section.save()
    article.section = article.section
    article.save()
    factories.published(article, headline="Wanted")
    other = factories.article(events=[factories.event(factories.pair())])
    factories.published(other, headline="Unwanted")
    asked = {
        "pair": pair.slug,
        "place": "far",
        "kind": "forum",
        "field": "ropes",
        "year": "2018",
        "section": "features",
    }

    page = client.get("/en/news/", {question: asked[question]}).text

    assert "Wanted" in page
    assert "Unwanted" not in page


def test_the_filters_offer_nothing_that_nobody_may_know(client):
    factories.published(factories.article(events=[factories.event(factories.pair())]))
    factories.pair(factories.place("Secret Harbour"))

    assert "Secret Harbour" not in client.get("/en/news/").text


def test_the_way_through_a_long_list_keeps_the_filters(client, home, monkeypatch):
    monkeypatch.setattr("newsroom.lists.pagination.SIZE", 1)
    for _number in range(3):
        factories.published()

    page = client.get("/en/news/?year=2019&page=2&unknown=1").text

    assert 'href="?year=2019&amp;page=3"' in page
    assert 'rel="prev" href="?year=2019"' in page
    assert 'aria-current="page">2<' in page


def test_no_template_asks_the_database(client, home, monkeypatch):
    """What a page prints is loaded before it is printed."""
    story(home, 1)
    Page.objects.create(slug="about", title_en="About", body_en="<p>Us.</p>")
    printed = Template.render
    asked = []

    def refused(_execute, sql, *_args):
        asked.append(sql)
        raise AssertionError(sql)

    def closed(self, context=None, request=None):
        with connection.execute_wrapper(refused):
            return printed(self, context, request)

    monkeypatch.setattr(Template, "render", closed)
    address = factories.Article.objects.get().address_in(EN)
    for page in [*LISTS, address, "/en/about/", "/robots.txt"]:
        assert client.get(page).status_code == 200, page
    assert not asked


def test_the_front_page_of_an_empty_site_says_so(client):
    page = client.get("/en/")

    assert page.status_code == 200
    assert "There is no story here yet." in page.text


def test_an_agreement_that_is_only_planned_does_not_stand_among_the_signed(client):
    planned = factories.agreement(title_en="Planned one", state="planned")
    release(planned, by=factories.user("publisher"))

    assert "Planned one" not in client.get("/en/").text


def test_the_corrections_of_a_withdrawn_story_go_with_it(client, home):
    story(home, 1)
    assert "Note 1" in client.get("/en/corrections/").text
    edition = factories.Article.objects.get().editions.get(language=EN)

    deeds.withdraw(edition, by=factories.user("publisher"), reason="Wrong.")

    assert "Note 1" not in client.get("/en/corrections/").text


def test_the_list_of_news_gives_each_story_its_standfirst(client):
    factories.published(factories.article(), headline="Port signs", standfirst="After ten years of talks.")

    assert '<p class="small">After ten years of talks.</p>' in client.get("/en/news/").text


def test_a_corrected_story_says_so_in_the_list(client, home):
    first = factories.published(headline="Talks at the port")
    assert "Corrected" not in client.get("/en/news/").text
    draft = deeds.correct(first.edition, by=factories.user("editor"))
    deeds.write(draft, by=factories.user("editor"), change_note="The name of the port was wrong.")
    deeds.submit(draft, by=factories.user("editor"))
    deeds.approve(draft, by=factories.user("publisher"))
    assert "Corrected" in client.get("/en/news/").text
