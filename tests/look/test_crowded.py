"""A pair of which two hundred and sixty things are told: its page on a phone, on an office's screen and on paper."""

import pytest

from tests import crowded
from tests.look.faults import FAULTS
from tests.readers.visits import DESK, PHONE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_pair_of_which_much_is_known_shuts_nobody_out(live_server, chromium):
    address = crowded.fill().address_in("en")
    visitor = Visitor(chromium, live_server.url)
    for path in (address, f"{address}?page=3", address.replace("/en/", "/zh/")):
        for size in (PHONE, DESK):
            visit = visitor.look_at(path, size)
            assert (visit.status, visit.barriers, visit.complaints, visit.shifted) == (200, [], [], 0), path
            assert visitor.page.evaluate(FAULTS) == [], (path, size)
