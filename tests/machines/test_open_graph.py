"""What a shared link shows is said in the words that previews know, whatever else a page calls by the same words."""

import re

import pytest

pytestmark = pytest.mark.django_db

SAID = re.compile(r'<meta property="((?:og|article):[\w:]+)" content="([^"]*)">')


def told(text: str) -> dict[str, str]:
    return dict(SAID.findall(text))


def test_a_story_is_an_article_and_every_other_page_belongs_to_the_website(pages):
    types = {address: told(text)["og:type"] for address, text in pages.items() if "og:type" in text}
    wrong = {
        address: said
        for address, said in types.items()
        if said != ("article" if re.search(r"/news/\d{4}/", address) else "website")
    }

    assert not wrong
    assert set(types.values()) == {"article", "website"}


def test_only_an_article_says_when_it_was_published(pages):
    for address, text in pages.items():
        said = told(text)
        assert ("article:published_time" in said) == (said.get("og:type") == "article"), address
