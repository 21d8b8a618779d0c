"""The demonstration served once for all of these tests, and everything that can be reached on it."""

from collections.abc import Iterable

import pytest

from tests.bench import live_site
from tests.readers.crawl import Crawl, Page, kind_of

DOORS = ("/", "/en/", "/zh/", "/sitemap.xml", "/robots.txt")
# What no link leads to: the pages that say no. Withdrawn, in one language alone, not understood, read only, broken.
REFUSED = (
    *("/en/nothing/", "/zh/nothing/", "/en/news/?page=0", "/zh/search/?q=" + "x" * 300),
    *("/en/news/2012/ningbo-delegation-in-daegu/", "/zh/news/2012/ningbo-delegation-in-daegu/"),
    *("/en/news/2006/ueda-friendship-group-in-ningbo/", "/zh/news/2007/ningbo-delegation-in-shaoxing/"),
    *("/en/?page=%00", "/zh/?page=%00"),
    *("/en/sent/", "/zh/sent/", "/en/broken/", "/zh/broken/"),
)
EMPTY = ("/en/search/?q=qqqq", "/zh/search/?q=qqqq", "/en/search/?q=Ningbo", "/zh/search/?q=%E5%AE%81%E6%B3%A2")


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where the demonstration is live_site."""
    folder = tmp_path_factory.mktemp("demonstration")
    with live_site.demonstration(folder, DJANGO_SETTINGS_MODULE="tests.readers.with_faults.settings") as base:
        yield base


@pytest.fixture(scope="session")
def crawl(address, thoroughness) -> Crawl:
    """All that was reached from the doors."""
    return Crawl(address, long=thoroughness.long).run(*DOORS, *EMPTY, *REFUSED)


@pytest.fixture(scope="session")
def sample(crawl) -> list[Page]:
    """The longest page of each kind in each language, and the refusals."""
    longest = {kind_of(page): page for page in sorted(crawl.html(), key=lambda page: len(page.text))}
    return [*longest.values(), *refusals(crawl)]


@pytest.fixture(scope="session")
def pages(crawl, sample, thoroughness) -> list[Page]:
    """Every page and the refusals in a long run, else the sample."""
    return [*crawl.html(), *refusals(crawl)] if thoroughness.long else sample


def by_turns(pages: Iterable[Page]) -> list[Page]:
    """Return half of the pages, of which there is one in each language: of each kind one, and the other by turns."""
    every = sorted(pages, key=lambda page: (*kind_of(page)[::-1], page.address))
    return [page for number, page in enumerate(every) if number % 4 in (0, 3)]


def refusals(crawl: Crawl) -> list[Page]:
    return [crawl.pages[path] for path in REFUSED]
