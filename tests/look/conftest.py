"""A site to read in a browser."""

import pytest

from newsroom.demo.load import load
from tests import factories


@pytest.fixture
def site(live_server):
    """The address of a running site with the demonstration on it."""
    factories.user("editor")
    factories.user("publisher")
    load()
    return live_server.url
