"""A site to look at."""

import pytest

from newsroom.demo.load import load
from tests import factories


@pytest.fixture
def site(live_server):
    """The address of a running site with the first story of the demonstration on it."""
    factories.user("editor")
    factories.user("publisher")
    load(only="2019-08-18-ganzhou")
    return live_server.url
