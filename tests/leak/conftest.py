"""The reader of the leak proof, and the world that is asked once for a file of tests."""

import json

import pytest
from django.test import Client

from tests.leak import states
from tests.leak.answers import Answers
from tests.leak.world import World


@pytest.fixture(scope="module")
def reader(built_once):
    """Somebody who asks for pages, and to whom a page that fails says so.

    Parts of the sitemap are short, so that some hold nothing that readers may see; a picture for sharing is the words
    that were to be drawn, so that they can be read here.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("newsroom.website.sitemaps.STRETCH", 1)
        patched.setattr("newsroom.articles.poster.pressed", lambda said: json.dumps(said).encode())
        yield Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def answers(reader, thoroughness):
    """What a world full of hidden things answers."""
    return Answers(states.surround(states.public_with_hidden_ends(World())), reader, thoroughness)
