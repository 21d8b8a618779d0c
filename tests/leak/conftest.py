"""Fixtures of the leak proof: test client, and a world requested once for each file of tests."""

import json

import pytest
from django.test import Client

from tests.leak import addresses, states
from tests.leak.answers import Answers, everything_said
from tests.leak.world import World


@pytest.fixture(scope="module")
def reader(built_once):
    """Return a client that turns exceptions into 500 responses.

    Sitemap parts are short, so that some hold nothing public; an Open Graph image is its payload as text,
    so that its words can be searched.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("newsroom.website.sitemaps.STRETCH", 1)
        patched.setattr("newsroom.articles.poster.rendered", lambda said: json.dumps(said).encode())
        yield Client(raise_request_exception=False)


@pytest.fixture(scope="module")
def plain(reader) -> World:
    """Return a world with nothing hidden yet but the ends of what was public; `answers` lays the rest into it."""
    return states.public_with_hidden_ends(World())


@pytest.fixture(scope="module")
def before(plain, reader) -> dict[str, dict[str, str]]:
    """Return the responses of the plain world, by kind of page and address. Ask for them before `answers`."""
    return {
        name: {address: everything_said(reader, address) for address in list(addresses.pages_named(plain, name))}
        for name in addresses.page_names()
    }


@pytest.fixture(scope="module")
def answers(plain, reader, thoroughness) -> Answers:
    """Return the responses of a world full of hidden things."""
    return Answers(states.surround(plain), reader, thoroughness)
