"""A pause on a pair's timeline is said of years of which no entry there may be."""

import pytest

from tests import factories
from tests.pages_records.conftest import released, text_of

ADDRESS = "/en/pairs/haimen-anbei/"


def test_a_pause_of_years_is_said_between_them(client, visit):
    released(factories.event(visit.pair, held="2011"))

    assert "No entry here from 2012 to 2018" in text_of(client.get(ADDRESS))


def test_a_pause_begins_after_the_last_year_that_an_entry_may_mean(client, visit):
    released(factories.event(visit.pair, held="2008/2014"))

    assert "No entry here from 2015 to 2018" in text_of(client.get(ADDRESS))


# other entries beside one of 2011 and those of 2019 → the pause that is said
OTHERS = [
    (["2008/2014"], "from 2015 to 2018"),
    (["2008/2018"], ""),
    (["2008/2012", "2008/2009"], "from 2013 to 2018"),
    (["2013/"], ""),
    (["2008/"], ""),
    (["2008"], "from 2012 to 2018"),
    (["/2008"], "from 2012 to 2018"),
    (["/2019"], ""),
    ([None], ""),
    (["2015"], "from 2016 to 2018"),
    (["2014", "2016"], ""),
]


@pytest.mark.parametrize(("others", "pause"), OTHERS)
def test_a_pause_is_said_of_years_of_which_no_entry_may_be(client, visit, others, pause):
    for held in ("2011", *others):
        released(factories.event(visit.pair, held=held))

    page = text_of(client.get(ADDRESS))

    assert (f"No entry here {pause}" in page) if pause else ("to 2018" not in page)
