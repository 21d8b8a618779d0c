"""No marker word of a hidden thing is on any public page: one test for each kind of page (`-k pair-feed`)."""

import re

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


LINK = re.compile(r'(?:href="|src="|<loc>|"url": ?")(?:https?://[^/"<]+)?(/[^"<#?]*)')
ELSEWHERE = ("/static/", "/admin/")


@pytest.mark.parametrize("page", addresses.page_names())
def test_no_page_links_to_what_is_hidden(answers, page):
    """A link without a marker word leaks as well: to the draft in the other language of a public story."""
    links = {link for said in answers.at(page).values() if said.startswith("200") for link in LINK.findall(said)}
    wanted = sorted(link for link in links if not link.startswith(ELSEWHERE))
    assert [link for link in wanted if answers.status(link) >= 400] == []
