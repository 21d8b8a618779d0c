"""A site to look at."""

import pytest
from pytest_django.live_server_helper import LiveServer

from newsroom.demo.load import load
from tests import factories
from tests.shared_connection import one_query_at_a_time


@pytest.fixture(scope="module")
def site(built_once):
    """The address of a running site with the first story of the demonstration on it, loaded once for a file of tests.

    The server reads through the tests' own connection. Tests of such a file write nothing and do not ask for
    `live_server`, which empties the database after each test.
    """
    factories.user("editor")
    factories.user("publisher")
    load(only="2019-08-18-ganzhou")
    server = LiveServer("localhost")
    with server._live_server_modified_settings, one_query_at_a_time():
        yield server.url
    server.stop()
