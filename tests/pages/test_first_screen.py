"""The front page begins with what the site is, three numbers that its lists print too, and search."""

import re

import pytest
from django.test import Client

from newsroom.cooperation.models import Stage
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import release
from tests import factories

pytestmark = pytest.mark.django_db


def released(record):
    release.release(record, by=factories.user("publisher"))
    return record


@pytest.fixture
def home():
    SiteSettings.objects.create(pk=1, name_en="Harbourton Desk", name_zh="海州合作", home="harbourton")
    return factories.place("Harbourton", name_zh="海州", slug="harbourton", country="CN")


@pytest.fixture
def meet(home):
    """Return a function that makes a pair of the home place known, with a partner in a country."""

    def met(name: str, country: str, **facts):
        pair = factories.pair(home, factories.place(name, country=country))
        for column, value in facts.items():
            setattr(pair, column, value)
        pair.save()
        released(factories.stage(pair, Stage.Kind.CONTACT))
        return pair

    return met


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", page.partition("<main")[2].replace("<wbr>", "")).split())


def numbers(client: Client, prefix: str) -> list[tuple[str, str]]:
    """Return the numbers of the first screen, each with the address it leads to."""
    page = client.get(f"/{prefix}/").text
    return re.findall(
        r'<li><a href="([^"]*)"><b>([\d,]+)</b>', page.partition('class="numbers')[2].partition("</ul>")[0]
    )


@pytest.mark.parametrize("prefix", ["en", "zh"])
def test_each_number_is_that_of_the_list_it_leads_to(client, home, meet, prefix):
    earlier = meet("Northport", "DE")
    meet("Eastford", "DE", continues=earlier)
    meet("Rivermouth", "NZ")
    factories.stage(factories.pair(home, factories.place("Hidden", country="FR")), Stage.Kind.CONTACT)
    for state in ("signed", "planned"):
        released(factories.agreement(home, state=state))
    factories.agreement(home)

    found = numbers(client, prefix)

    assert found == [(f"/{prefix}/pairs/", "2"), (f"/{prefix}/pairs/", "2"), (f"/{prefix}/agreements/", "2")]
    pairs, register = (plain(client.get(f"/{prefix}/{name}/").text) for name in ("pairs", "agreements"))
    words = {
        "en": ("They involve 2 partners.", "The partners lie in 2 countries and regions.", "2 agreements"),
        "zh": ("结对伙伴共2个。", "对方分布在2个国家和地区。", "2项协议"),
    }
    partners, countries, agreements = words[prefix]
    assert partners in pairs and countries in pairs and agreements in register


def test_a_number_that_is_not_known_or_is_none_is_not_said(client, home, meet):
    meet("Rivermouth", "")

    assert numbers(client, "en") == [("/en/pairs/", "1")]


def test_of_more_agreements_than_are_counted_no_number_is_said(client, home, meet, monkeypatch):
    monkeypatch.setattr("newsroom.website.front_page.COUNTED", 1)
    meet("Rivermouth", "NZ")
    for _time in range(2):
        released(factories.agreement(home))

    assert "More than 1,000 agreements on record" in plain(client.get("/en/").text)


def test_the_first_words_are_the_office_s_own_or_say_what_the_site_holds(client, home, meet):
    meet("Rivermouth", "NZ")
    said = [plain(client.get(f"/{prefix}/").text) for prefix in ("en", "zh")]
    assert "The record of Harbourton’s exchanges with its partners" in said[0]
    assert "本站记录海州与各结对伙伴的往来" in said[1]

    SiteSettings.objects.update(description_en="Port & sea.", description_zh="海港。")
    said = [plain(client.get(f"/{prefix}/").text) for prefix in ("en", "zh")]
    assert said[0].index("Port &amp; sea.") < said[0].index("1 partner")
    assert said[1].index("海港。") < said[1].index("1个结对伙伴")


def test_a_site_without_a_home_says_what_it_is_without_naming_one(client):
    SiteSettings.objects.create(pk=1, name_en="A desk")
    factories.published(factories.article())

    assert "A record of exchanges between cities" in plain(client.get("/en/").text)


def test_search_and_the_numbers_stand_before_the_first_story_and_the_drawing(client, home, meet):
    pair = meet("Rivermouth", "NZ")
    factories.published(factories.article(events=[released(factories.event(pair))]), headline="The first story")

    page = client.get("/en/").text.partition("<main")[2]

    order = [page.index(mark) for mark in ('class="numbers', 'role="search"', "<h1", 'id="network"')]
    assert order == sorted(order)
    assert page.count('role="search"') == 1
