"""The demonstration served once for all of these tests, and everything that can be reached on it."""

import pytest

from newsroom.management import served
from tests.readers.crawl import Crawl, Page, kind_of

DOORS = ("/", "/en/", "/zh/", "/sitemap.xml", "/robots.txt")
# What no link leads to: the page that says no, and an answer without results.
REFUSED = ("/en/nothing/", "/zh/nothing/", "/en/news/?page=0", "/zh/search/?q=" + "x" * 300)
EMPTY = ("/en/search/?q=qqqq", "/zh/search/?q=qqqq", "/en/search/?q=Ningbo", "/zh/search/?q=%E5%AE%81%E6%B3%A2")


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where the demonstration is served."""
    with served.demonstration(tmp_path_factory.mktemp("demonstration")) as base:
        yield base


@pytest.fixture(scope="session")
def crawl(address, thoroughness) -> Crawl:
    """All that was reached from the doors."""
    return Crawl(address, long=thoroughness.long).run(*DOORS, *EMPTY, *REFUSED)


@pytest.fixture(scope="session")
def pages(crawl, thoroughness) -> list[Page]:
    """Every page and the refusals in a long run, else the longest of each kind in each language."""
    every = crawl.html() + [crawl.pages[path] for path in REFUSED]
    if thoroughness.long:
        return every
    longest = {}
    for page in sorted(every, key=weight):
        longest[kind_of(page)] = page
    return list(longest.values())


def weight(page: Page) -> int:
    return len(page.text)
