"""What every test may ask for: how thorough to be, and which database it stands on."""

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import hypothesis
import pytest
from django.conf import settings
from django.db import transaction

from newsroom.management import translations
from tests.run.shares import Shares

hypothesis.settings.register_profile("sample", max_examples=50, derandomize=True, deadline=None)
hypothesis.settings.register_profile(
    "long", max_examples=500, deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
SEED = 20190818


@dataclass(frozen=True)
class Thoroughness:
    """How much of a large proof this run makes."""

    long: bool

    def sample(self, cases: Iterable, size: int, *, key: Callable[[Any], str] = str) -> list:
        """Return all `cases` in a long run, else the `size` of them whose hashed `key` is lowest, in their order.

        The choice is the same every time, and a new case takes the place of one other at most: no growing list
        draws its sample anew.
        """
        cases = list(cases)
        if self.long:
            return cases
        chosen = {id(case) for case in sorted(cases, key=lambda case: crc32(f"{SEED} {key(case)}".encode()))[:size]}
        return [case for case in cases if id(case) in chosen]


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="make the large proofs whole, not on a sample")


def pytest_configure(config):
    hypothesis.settings.load_profile("long" if config.getoption("--long") else "sample")
    # Tests serve the files as they lie: the manifest is made by collectstatic, for real servers.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    in_memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain, "default": in_memory}
    translations.prepare()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; nothing to protect


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Shares(config, log) if config.getoption("dist") == "loadfile" else None


DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_collection_modifyitems(config, items):
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE & set(item.fixturenames):
            item.add_marker("database")  # without it a test cannot come to the database: it is closed to it
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="it is a large proof: ask for it with --long"))


@pytest.fixture(scope="session")
def thoroughness(request) -> Thoroughness:
    """Whether this run makes the large proofs whole."""
    return Thoroughness(long=request.config.getoption("--long"))


@pytest.fixture(scope="module")
def built_once(django_db_setup, django_db_blocker):
    """For fixtures of a whole file: what they build stands for all its tests, each of which is undone by itself.

    At the end of the file this is undone as well. Records that tests change in memory are handed out as copies: only
    the database is undone.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _needs_postgres(request):
    if request.node.get_closest_marker("postgres") and "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("it is about PostgreSQL and this part runs on SQLite")


# Nothing that looks for the network: the pages come from this machine and ask no other.
QUIET = "no-first-run disable-gpu disable-quic disable-sync disable-background-networking disable-component-update"


@pytest.fixture(scope="session")
def chromium():
    """The Chromium that is installed, running without a window."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    # Playwright's loop runs in the tests' own thread; Django would take their queries for asynchronous ones.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    words = [*QUIET.split(), *(["no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[f"--{word}" for word in words])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium):
    """Opens pages, each in a context of its own; what its console said, refusals of the content policy among it, is in
    `page.complaints`.
    """
    contexts = []

    def open_with(**options):
        contexts.append(chromium.new_context(**options))
        page = contexts[-1].new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield open_with
    for context in contexts:
        context.close()


@pytest.fixture
def page(opened):
    """A fresh page of the usual kind."""
    return opened()
