"""A story is light: few requests before its text can be read, and little to carry on a slow link."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from newsroom.articles.models import Article
from newsroom.demo.load import load
from newsroom.languages import LANGUAGES
from newsroom.website.stylesheets import bind
from tests import factories

pytestmark = pytest.mark.django_db

STATIC = Path(settings.BASE_DIR / "static")
STORY = "ningbo-ganzhou-framework-agreement"
MOST_BYTES = 60_000
MOST_REQUESTS = 3  # the page itself, its stylesheet, its type switch


@pytest.fixture(scope="module")
def stories(built_once) -> dict[str, str]:
    """The page of the demonstration's first story in each language."""
    factories.user("editor")
    factories.user("publisher")
    load(only="2019-08-18-ganzhou")
    article = Article.objects.get(slug=STORY)
    return {language: page_at(article.address_in(language)) for language in LANGUAGES}


@pytest.fixture(params=LANGUAGES)
def story(request, stories) -> str:
    return stories[request.param]


def page_at(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def asked_for(page):
    """What the page asks for: (address, whether its text waits for it)."""
    for tag in re.findall(r"<link[^>]*stylesheet[^>]*>|<script[^>]*src=[^>]*>", page):
        address = re.search(r'(?:href|src)="([^"]+)"', tag)[1]
        yield address, not re.search(r"\b(defer|async)\b|type=\"module\"", tag)


def contents(address):
    path = STATIC / address.removeprefix(settings.STATIC_URL)
    text = path.read_text()
    return bind(text, lambda name: (path.parent / name).read_text()) if path.name == "site.css" else text


def test_a_story_can_be_read_after_three_requests(story):
    assert 1 + sum(waits for _, waits in asked_for(story)) <= MOST_REQUESTS


def test_a_story_weighs_little(story):
    carried = [story, *(contents(address) for address, _ in asked_for(story))]
    assert sum(len(gzip.compress(text.encode())) for text in carried) <= MOST_BYTES
