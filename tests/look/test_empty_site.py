"""A site as its setting up leaves it: every page is there, says what will be, and shuts nobody out."""

import pytest
from django.core.management import call_command

from tests.look.faults import FAULTS
from tests.readers.crawl import Crawl, kind_of
from tests.readers.test_markup import errors
from tests.readers.visits import DESK, PHONE, Visitor
from tests.setting_up import HAIMEN

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_empty_site_has_no_fault(live_server, chromium, tmp_path):
    call_command("setup", **HAIMEN, verbosity=0)
    crawl = Crawl(live_server.url, long=False).run("/zh/", "/en/", "/zh/search/?q=x", "/sitemap.xml", "/robots.txt")
    assert {page.address: page.status for page in crawl.pages.values() if page.status >= 400} == {}
    for number, page in enumerate(crawl.html()):
        (tmp_path / f"{number}.html").write_text(page.text)
    assert errors(tmp_path) == []

    visitor = Visitor(chromium, live_server.url)
    kinds = {kind_of(page): page for page in crawl.html() if "?" not in page.address}
    for (language, kind), page in kinds.items():
        for size in (PHONE, DESK) if not kind else (PHONE,) if language == "zh" else (DESK,):
            visit = visitor.look_at(page.address, size)
            assert (visit.barriers, visit.complaints, visit.foreign, visit.shifted) == ([], [], [], 0), page.address
            assert visitor.page.evaluate(FAULTS) == [], (page.address, size)
