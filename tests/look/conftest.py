"""A browser, and a site to read in it."""

import shutil

import pytest

from newsroom.demo.load import load
from tests import factories

# No traffic but to the site under test.
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture
def site(live_server):
    """The address of a running site with the demonstration on it."""
    factories.user("editor")
    factories.user("publisher")
    load()
    return live_server.url


@pytest.fixture
def chromium(site):
    """Chromium, where it is installed; begun after the site is laid, since no query can be made beside it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()
