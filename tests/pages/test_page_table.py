"""Every public address has a row in the table of pages, and what its row says is so."""

import pytest
from django.urls import path

from newsroom.articles.filters import StoryFilters
from newsroom.cooperation.filters import AgreementFilters, DelegationFilters
from newsroom.pages.table import LIST, RECORD, of_kind, page_kinds, public
from tests.leak import addresses

FILTERS = {"news": StoryFilters, "agreements": AgreementFilters, "delegations": DelegationFilters}


def test_every_public_address_has_a_row():
    assert addresses.unclassified() == set()


def test_an_address_without_a_row_is_named(monkeypatch):
    monkeypatch.setattr(addresses, "patterns", lambda: [("gossip/", path("gossip/", print, name="gossip"))])
    assert "gossip: gossip/" in addresses.unclassified()


def test_a_kind_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="gossip: there is no kind of page 'rumour'"):
        public("gossip/", print, "gossip", "rumour")


@pytest.mark.parametrize("name", FILTERS)
def test_a_list_can_be_asked_by_the_filters_of_its_row(name):
    assert set(page_kinds()[name].filters) == set(FILTERS[name].base_filters)


def test_a_list_names_the_page_of_the_records_that_it_lists():
    assert {row.lists for row in of_kind(LIST)} - {""} <= {row.name for row in of_kind(RECORD)}
