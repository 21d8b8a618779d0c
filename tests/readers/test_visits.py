"""What a browser makes of every page: no complaint, no barrier, no foreign request, nothing that moves."""

import pytest

from tests.readers.conftest import REFUSED, by_turns
from tests.readers.visits import DESK, Visitor

# In a long run a browser opens more than a thousand pages before the first of these begins.
pytestmark = [pytest.mark.browser, pytest.mark.timeout(3600)]

STORY_BYTES = 60_000  # page, stylesheet and scripts of a story, compressed, without photos
REQUESTS_BEFORE_TEXT = 3


@pytest.fixture(scope="module")
def visits(chromium, address, pages, sample, thoroughness):
    """Each page on a phone, in both schemes; of the sample those that answer no question, on an office's screen too.

    In a short run each is looked at in one of the languages, by turns: on a phone in one, on the screen in the other.
    """
    visitor, plain = Visitor(chromium, address), [page for page in sample if "?" not in page.address]
    phone = pages if thoroughness.long else by_turns(pages)
    wide = plain if thoroughness.long else [page for page in plain if page not in phone]
    seen = [visitor.look_at(page.address) for page in phone]
    return seen + [visitor.look_at(page.address, DESK, dark=False) for page in wide]


def told(visits, what):
    return [f"{visit.address} at {visit.width} px: {words}" for visit in visits for words in what(visit)]


def test_the_browser_has_nothing_to_complain_of(visits):
    refused = "Failed to load resource: the server responded with a status of"
    heard = told(
        visits, lambda visit: [one for one in visit.complaints if visit.address not in REFUSED or refused not in one]
    )
    assert heard == []
    assert [visit.address for visit in visits if visit.status >= 400 and visit.address not in REFUSED] == []


def test_nobody_is_shut_out_in_either_scheme(visits):
    assert told(visits, lambda visit: visit.barriers) == []


def test_no_page_asks_another_host(visits):
    assert told(visits, lambda visit: visit.foreign) == []


def test_nothing_moves_while_a_page_is_read(visits):
    assert told(visits, lambda visit: [visit.shifted] * (visit.shifted > 0)) == []


def test_text_waits_for_three_requests_at_the_most(visits):
    late = {visit.address: visit.waited_for for visit in visits if visit.waited_for > REQUESTS_BEFORE_TEXT}
    assert late == {}


def test_a_story_is_light(visits):
    stories = [visit for visit in visits if visit.address.count("/") == 5 and "/news/" in visit.address]
    heavy = {}
    for visit in stories:
        weight = sum(bytes for kind, bytes in visit.weights.items() if kind in ("document", "stylesheet", "script"))
        if weight > STORY_BYTES:
            heavy[visit.address] = weight
    assert stories
    assert heavy == {}


def test_the_audit_sees(chromium, address):
    visitor = Visitor(chromium, address)
    visitor.look_at("/en/about/")
    visitor.page.evaluate("document.documentElement.removeAttribute('lang')")
    assert any("html-has-lang" in barrier for barrier in visitor._barriers("light", {"runOnly": ["wcag2a"]}))
