"""The people who work at the desk, each signed in with a browser of their own."""

import pytest
from django.test import Client

from tests import factories


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(factories.user(role, language="en"))
    return client


@pytest.fixture
def editor(db) -> Client:
    return signed_in("editor")


@pytest.fixture
def publisher(db) -> Client:
    return signed_in("publisher")


@pytest.fixture
def auditor(db) -> Client:
    return signed_in("auditor")


@pytest.fixture
def root(db) -> Client:
    client = Client()
    client.force_login(factories.user("publisher", "root", language="en", is_superuser=True))
    return client
