"""Nothing leads nowhere: every address that a page names is there, and nothing is fetched from elsewhere."""

from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import resolve

from newsroom.pages.table import LIST, RECORD, of_kind
from tests.readers.conftest import REFUSED
from tests.readers.crawl import LARGE, twin_of

pytestmark = pytest.mark.browser


def test_every_link_and_asset_of_the_site_is_there(crawl):
    broken = [
        f"{page.address} answers {page.status}, found on {crawl.found_on.get(page.address)}"
        for page in crawl.pages.values()
        if page.status >= 400 and page.address not in REFUSED
    ]
    assert broken == []


def test_every_page_leads_to_itself_in_large_type(crawl):
    read = {page.address for page in crawl.html() if "?" not in page.address}
    assert [address for address in sorted(read) if f"{address}?{LARGE}" not in crawl.found_on] == []


def test_what_was_passed_over_is_a_page_that_is_there_asked_another_way_or_its_feed(crawl):
    read = {page.address for page in crawl.html() if "?" not in page.address}
    passed_over = {urlsplit(address).path.removesuffix("feed/") for address in crawl.passed_over}
    assert {path for path in passed_over if path not in read and twin_of(path) not in read} == set()


def test_a_link_into_a_page_finds_its_place_there(crawl):
    lost = []
    for page in crawl.html():
        for link in page.links:
            whole = urlsplit(urljoin(crawl.base + page.address, link))
            target = crawl.pages.get(whole.path + (f"?{whole.query}" if whole.query else ""))
            if whole.fragment and whole.netloc == crawl.host and target and whole.fragment not in target.anchors:
                lost.append(f"{page.address} leads to {link}")
    assert lost == []


def test_nothing_is_fetched_from_elsewhere(crawl):
    foreign = [
        f"{page.address} fetches {asset}"
        for page in crawl.html()
        for asset in page.assets
        if urlsplit(urljoin(crawl.base, asset)).netloc != crawl.host
    ]
    assert foreign == []


def test_every_kind_of_page_was_reached(crawl):
    reached = {resolve(urlsplit(page.address).path).url_name for page in crawl.html() if page.status == 200}
    assert {row.name for row in of_kind(LIST, RECORD)} - {"preview"} <= reached
    assert {page.address for page in crawl.html()} >= {"/en/about/", "/zh/accessibility/"}
    assert len(crawl.html()) > 300
