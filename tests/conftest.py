"""Fixtures and options of every test: `--long`, database markers, Chromium."""

import gc
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from zlib import crc32

import hypothesis
import pytest
from django.conf import settings
from django.db import transaction

from newsroom.call_stack import with_room
from newsroom.management import translations
from tests.run.shares import Shares
from tests.shared_connection import one_query_at_a_time

hypothesis.settings.register_profile("sample", max_examples=50, derandomize=True, deadline=None)
hypothesis.settings.register_profile(
    "long", max_examples=500, deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile("again", parent=hypothesis.settings.get_profile("sample"), max_examples=20)
# For mutants: a test that fails is enough, the smallest example of it takes a while to find.
hypothesis.settings.register_profile(
    "unshrunk",
    parent=hypothesis.settings.get_profile("sample"),
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
)
SEED = 20190818
FEW = 1


@dataclass(frozen=True)
class Thoroughness:
    """Sample size of exhaustive tests: all cases with `--long`, else a fixed sample."""

    long: bool

    def sample(self, cases: Iterable, size: int, *, key: Callable[[Any], str] = str) -> list:
        """Return all `cases` in a long run, else the `size` of them whose hashed `key` is lowest, in their order.

        The sample is stable: a new case replaces at most one other.
        """
        cases = list(cases)
        if self.long:
            return cases
        chosen = {id(case) for case in sorted(cases, key=lambda case: crc32(f"{SEED} {key(case)}".encode()))[:size]}
        return [case for case in cases if id(case) in chosen]


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="make the large proofs whole, not on a sample")
    parser.addoption(
        "--some-cases", action="store_true", help="of a test with many cases run a sample, always the same"
    )


def pytest_configure(config):
    some = "again" if config.getoption("--some-cases") else "sample"
    asked = config.getoption("--hypothesis-profile")
    hypothesis.settings.load_profile(asked or ("long" if config.getoption("--long") else some))
    # Serve static files unhashed: the manifest exists only after collectstatic.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    in_memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain, "default": in_memory}
    translations.prepare()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # fast; there is nothing to protect


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return Shares(config, log) if config.getoption("dist") == "loadfile" else None


DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


def pytest_collection_modifyitems(config, items):
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE & set(item.fixturenames):
            item.add_marker("database")  # without this mark a test has no access to the database
    if config.getoption("--long"):
        return
    if config.getoption("--some-cases"):
        keep_some_cases(config, items)
    for item in [*items_left_out(items), *(item for item in items if item.get_closest_marker("long"))]:
        item.add_marker(pytest.mark.skip(reason="it is a large proof: ask for it with --long"))


def items_left_out(items) -> list:
    """Return the cases beyond the number that their test is `sampled` to."""
    cases = by_test(item for item in items if item.get_closest_marker("sampled"))
    return [item for some in cases for item in some[some[0].get_closest_marker("sampled").args[0] :]]


def keep_some_cases(config, items) -> None:
    """Keep of each test a twelfth of the cases, at least `FEW`."""
    kept = {item.nodeid for some in by_test(items) for item in some[: max(FEW, len(some) // 12)]}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in kept])
    items[:] = [item for item in items if item.nodeid in kept]


def by_test(items: Iterable) -> list[list]:
    """Return the cases of each test; a sample of them, always the same, is those that come first: the lowest hashes."""
    cases = defaultdict(list)
    for item in items:
        cases[item.nodeid.partition("[")[0]].append(item)
    return [sorted(some, key=lambda item: crc32(f"{SEED} {item.nodeid}".encode())) for some in cases.values()]


def pytest_collection_finish():
    """Set what is loaded apart from the garbage collector, which walked it again and again: a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    """Call each test with room for a deep call stack: pytest's own calls are deep already."""
    pyfuncitem.obj = partial(with_room, pyfuncitem.obj)
    return (yield)


@pytest.fixture(scope="session")
def thoroughness(request) -> Thoroughness:
    """Return how much of the exhaustive tests this run executes."""
    return Thoroughness(long=request.config.getoption("--long"))


@pytest.fixture(scope="module")
def built_once(django_db_setup, django_db_blocker):
    """Open a transaction around a module's fixtures; each test rolls back to it, and the end of the module undoes it.

    Hand out copies of records that tests change in memory: only the database is rolled back.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _needs_postgres(request):
    if request.node.get_closest_marker("postgres") and "postgresql" not in settings.DATABASES["default"]["ENGINE"]:
        pytest.skip("it is about PostgreSQL and this part runs on SQLite")


@pytest.fixture(scope="session")
def live_server(django_db_setup, live_server):
    """Return Django's live server. The database comes first: only if it is in memory does the server share it."""
    with one_query_at_a_time():
        yield live_server


# The headless shell is Chromium without its windows and menus: the same pages for half of the processor time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
# No background network traffic: all pages come from this machine.
QUIET = "no-first-run disable-gpu disable-quic disable-sync disable-background-networking disable-component-update"


@pytest.fixture(scope="session")
def chromium():
    """Yield headless Chromium; skip where it is not installed."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    # Playwright's event loop runs in the tests' thread; Django would refuse their queries as async-unsafe.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    words = [*QUIET.split(), *(["no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[f"--{word}" for word in words])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium):
    """Return a function that opens pages, each in a browser context of its own.

    Console messages and CSP violations are collected in `page.complaints`.
    """
    contexts = []

    def open_with(**options):
        contexts.append(chromium.new_context(locale="en-US", **options))
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
    """Return a new page with default options."""
    return opened()
