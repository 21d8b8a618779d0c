"""Every public address has a row in the table of pages, and what its row says is so."""

from inspect import unwrap

import pytest
from django.urls import path, resolve

from newsroom.articles.filters import StoryFilters
from newsroom.cooperation.filters import AgreementFilters, DelegationFilters
from newsroom.cooperation.views.lists import FORMS
from newsroom.pages.table import DATA, LIST, MACHINE, PART, RECORD, THEME, of_kind, page_kinds, public_page
from tests.leak import addresses
from tests.readers import sheet

FILTERS = {"news": StoryFilters, "agreements": AgreementFilters, "delegations": DelegationFilters}
FILTERS |= {"agreements-data": AgreementFilters, "delegations-data": DelegationFilters}


def test_every_public_address_has_a_row():
    assert addresses.unclassified() == set()


def test_no_two_addresses_have_one_name():
    assert len(list(addresses.patterns())) == len(page_kinds())


def kinds_by_route(where, pattern):
    """Return the kinds of page that an address can be of, from its words and places alone."""
    if where.startswith("livery/"):
        return {THEME}
    if set(pattern.pattern.converters) - {"form"}:
        return {RECORD, PART}
    return {LIST, DATA} if "<language:" in where else {MACHINE}


def test_a_page_is_of_a_kind_that_its_address_can_be_of():
    """So that no page that carries records calls itself something that the leak test passes over."""
    wrong = {where for where, one in addresses.patterns() if one.page_kind.kind not in kinds_by_route(where, one)}
    assert wrong == set()


def test_a_register_has_every_form_in_which_it_can_be_had():
    with_form = {pattern.name for _where, pattern in addresses.patterns() if "form" in pattern.pattern.converters}
    assert {row.name: row.endings for row in of_kind(DATA) if row.endings} == dict.fromkeys(with_form, tuple(FORMS))


def test_every_page_for_people_is_drawn_on_the_sheet():
    paths = {path.partition("?")[0] for path in sheet.KINDS if ":" not in path} - {"nothing/", "broken/"}
    drawn = {path: resolve(f"/en/{path}").url_name for path in paths}
    assert set(drawn.values()) == {row.name for row in of_kind(LIST, RECORD)} - {"preview"}
    # The row of standing pages takes any word: one that stands there for want of a row is none.
    assert {path for path, name in drawn.items() if name == "page"} == {"about/", "accessibility/"}


def test_an_address_without_a_row_is_named(monkeypatch):
    monkeypatch.setattr(addresses, "patterns", lambda: [("gossip/", path("gossip/", print, name="gossip"))])
    assert "gossip: gossip/" in addresses.unclassified()


def test_a_kind_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="gossip: there is no kind of page 'rumour'"):
        public_page("gossip/", print, "gossip", "rumour")


@pytest.mark.parametrize("name", FILTERS)
def test_a_list_can_be_asked_by_the_filters_of_its_row(name):
    assert set(page_kinds()[name].filters) == set(FILTERS[name].base_filters)


def test_a_page_is_as_of_a_day_where_its_view_reads_one():
    """So that the leak proof asks every such page for another day."""
    reading = {one.name for _where, one in addresses.patterns() if "as_of" in unwrap(one.callback).__code__.co_names}
    assert {row.name for row in page_kinds().values() if row.as_of} == reading != set()


def test_a_list_names_the_page_of_the_records_that_it_lists():
    assert {row.lists for row in of_kind(LIST)} - {""} <= {row.name for row in of_kind(RECORD)}


def test_another_url_configuration_has_rows_of_its_own(settings):
    settings.ROOT_URLCONF = "django.contrib.auth.urls"
    assert page_kinds() == {}
    settings.ROOT_URLCONF = "newsroom.urls"
    assert "news" in page_kinds()
