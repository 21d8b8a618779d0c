"""The languages of a page name each other, and nothing that cannot be read."""

import re

import pytest

from tests import factories
from tests.machines.conftest import HOST

pytestmark = pytest.mark.django_db

HREFLANG = re.compile(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


def one_sided(texts, client):
    """Yield a sentence for each page whose languages do not name each other."""
    known = {address: dict(HREFLANG.findall(text)) for address, text in texts.items()}
    for address, text in texts.items():
        named = known[address]
        if not {"x-default"} < set(named) <= {"zh-Hans", "en", "x-default"}:
            yield f"{address} names {sorted(named)}"
        if CANONICAL.findall(text) != [named.get("en" if address.startswith("/en/") else "zh-Hans")]:
            yield f"{address} is called otherwise by itself"
        languages = [other for tag, other in named.items() if tag != "x-default"]
        if named["x-default"] not in [*languages, f"{HOST}/"]:
            yield f"{address} has a default of its own"
        for other in languages:
            path = other.removeprefix(HOST)
            there = known.get(path) or dict(HREFLANG.findall(client.get(path).text))
            if there != named:
                yield f"{address} names {other}, which does not name it"


def test_every_page_and_its_other_languages_name_each_other(pages, client):
    assert not list(one_sided(pages, client))
    assert len(pages) > 40


def test_a_story_in_one_language_alone_names_itself_and_no_other(client):
    factories.published(factories.article(slug="alone"), "zh-hans")
    text = client.get("/zh/news/2019/alone/").text

    here = f"{HOST}/zh/news/2019/alone/"
    assert dict(HREFLANG.findall(text)) == {"zh-Hans": here, "x-default": here}


def test_the_proof_sees(pages, client):
    broken = dict(pages)
    broken["/en/news/"] = broken["/en/news/"].replace('hreflang="zh-Hans"', 'hreflang="zh"')

    assert len(list(one_sided(broken, client))) >= 2
