"""Whatever is hidden stands on no public address: a test for each kind of page (`-k pair-feed`)."""

import pytest

from newsroom.website import sitemaps
from tests.leak import addresses
from tests.leak.answers import leaks

pytestmark = pytest.mark.django_db


def test_every_public_address_is_classified():
    assert not addresses.unclassified()
    assert set(addresses.PARTS) == {"stories", *sitemaps.RECORDS}


@pytest.mark.parametrize("page", addresses.page_names())
def test_nothing_hidden_is_said(answers, page):
    assert not leaks(answers.world, answers.at(page))
