"""A site to look at."""

import pytest

from newsroom.demo.load import load
from tests import factories


@pytest.fixture
def site(live_server):
    """The address of a running site with the first story of the demonstration on it."""
    return _loaded(live_server, only="2019-08-18-ganzhou")


@pytest.fixture
def whole_site(live_server):
    """The address of a running site with the whole demonstration on it."""
    return _loaded(live_server)


def _loaded(live_server, **which):
    factories.user("editor")
    factories.user("publisher")
    load(**which)
    return live_server.url
