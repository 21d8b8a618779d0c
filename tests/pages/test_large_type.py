"""Large type without scripts: asked for in the address, kept by every link, known to nobody else."""

import re

import pytest

from newsroom.languages import ZH
from tests import factories

pytestmark = pytest.mark.django_db

LARGE = "type=large"


@pytest.fixture
def story():
    article = factories.article(events=[factories.event(factories.pair())])
    factories.published(article)
    factories.published(article, ZH)
    return article.address_in("en")


def links(page: str) -> list[str]:
    return re.findall(r'<a\b[^>]*href="((?:/(?:en|zh)/|\?)[^"]*)"', page)


@pytest.mark.parametrize(
    "address", ["/en/", "/zh/news/", "/en/search/?q=port", "/en/agreements/?year=2019", "/en/nothing/"]
)
def test_every_link_of_a_page_in_large_type_leads_to_large_type(client, story, address):
    page = client.get(f"{address}{'&' if '?' in address else '?'}{LARGE}").text

    assert re.search(r'<html\b[^>]* class="large"', page)
    plain = [link for link in links(page) if LARGE not in link and not link.endswith("/feed/")]
    assert len(plain) == page.count("data-type-link")
    assert page.count('name="type" value="large"') == page.count("<form")


def test_a_page_offers_large_type_and_the_way_back(client, story):
    plain, large = client.get(story).text, client.get(f"{story}?{LARGE}").text

    assert f'<a href="{story}?{LARGE}" rel="nofollow" data-type-link>Large type</a>' in plain
    assert f'<a href="{story}" rel="nofollow" data-type-link>Normal type</a>' in large
    assert ' class="large"' not in plain


def test_both_languages_stay_beside_each_other_in_large_type(client, story):
    large = client.get(f"{story}?with=zh&{LARGE}").text

    assert 'class="half"' in large
    assert f'<a href="{story}?with=zh" rel="nofollow" data-type-link>' in large


def test_machines_are_not_told_of_large_type(client, story):
    large = client.get(f"{story}?{LARGE}").text

    assert LARGE not in large.partition("</head>")[0]
    assert f'<link rel="canonical" href="http://testserver{story}">' in large


@pytest.mark.parametrize("question", ["type=huge", "type=", "atype=large", "type=largest"])
def test_any_other_type_is_the_plain_page(client, story, question):
    assert client.get(f"{story}?{question}").content == client.get(story).content


def test_a_page_in_large_type_is_kept_apart_and_the_same_for_everybody(client, story):
    plain, large = client.get(story), client.get(f"{story}?{LARGE}")
    client.force_login(factories.user("editor"))

    assert client.get(f"{story}?{LARGE}").content == large.content
    assert large.headers["ETag"] != plain.headers["ETag"]
    assert int(large.headers["Content-Length"]) == len(large.content)
    assert "Set-Cookie" not in large.headers
