"""A site before its first story, and a front page of few things and of large ones."""

import pytest
from django.urls import reverse

from newsroom.languages import LANGUAGES
from newsroom.masthead.models import SiteSettings
from newsroom.pages.table import LIST, of_kind
from newsroom.publishing import release
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return SiteSettings.objects.create(pk=1, name_en="Haimen Cooperation", name_zh="海门合作", home="haimen")


def test_the_front_page_of_an_empty_site_bears_its_name_and_leads_to_what_it_is(client, site):
    page = client.get("/en/").text

    assert "<h1>Haimen Cooperation</h1>" in page and "There is no story here yet." in page
    assert page.partition("<main")[2].partition("</main>")[0].count("<a ") == 1
    assert 'role="search"' not in page


@pytest.mark.parametrize("address", ["/en/pairs/", "/zh/pairs/"])
def test_where_there_is_no_pair_there_is_nothing_to_count_and_nothing_to_choose(client, site, address):
    page = client.get(address).text

    assert 'class="none"' in page
    assert 'class="choices' not in page and "0" not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("name", sorted({row.name for row in of_kind(LIST)} - {"front", "search", "words"}))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_of_nothing_says_so(client, site, language, name):
    answer = client.get(reverse(name, args=[language]))

    assert answer.status_code == 200 and 'class="none"' in answer.text


def test_a_story_of_no_pair_stands_under_its_section_on_the_front_page(client, site):
    pair = factories.pair()
    for place, event in enumerate((factories.event(pair), factories.event())):
        factories.published(factories.article(events=[event], slug=f"story-{place}"))

    answer = client.get("/en/")

    assert answer.context["lead"]["section"] and not answer.context["lead"]["pairs"]
    assert [(bool(row["pairs"]), row["section"]) for row in answer.context["seconds"]] == [(True, "")]


def test_an_agreement_of_many_names_its_first_parties_and_says_how_many_more(client, site):
    bodies = [factories.institution(f"Body {number}") for number in range(5)]
    release.release(factories.agreement(*bodies), by=factories.user("publisher"))

    page = client.get("/en/").text

    assert "Body 2" in page and "and 2 others" in page and "Body 3" not in page
