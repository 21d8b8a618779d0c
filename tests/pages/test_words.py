"""Every word that pages compute with is explained on one page, and led to from where it is printed, once a page."""

import re
from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from django.utils.translation import override

from newsroom.cooperation.definitions import GROUPS, of_event, of_kind, of_status
from newsroom.cooperation.models import Event, Stage
from newsroom.cooperation.status import Status
from newsroom.languages import LANGUAGES, ZH, prefix_of
from tests import factories
from tests.claims.cases import CASES
from tests.claims.world import World, begun
from tests.pages_records.conftest import released

pytestmark = pytest.mark.django_db

ENTRIES = {one.anchor: one for _anchor, _heading, words in GROUPS for one in words}
GROUP_ANCHORS = {anchor for anchor, _heading, _words in GROUPS}


@pytest.fixture(scope="module")
def built(built_once) -> World:
    return begun()


@pytest.fixture
def it(db, built) -> World:
    return deepcopy(built)


def anchors_on(client, address: str) -> list[str]:
    """Return the anchors of the page of words to which links of a page lead, in their order."""
    return re.findall(r'href="/(?:en|zh)/words/#([\w-]+)"', client.get(address).text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_stands_under_its_anchor_with_its_meaning(client, language):
    page = client.get(f"/{prefix_of(language)}/words/").text

    with override(language):
        for one in ENTRIES.values():
            entry = page.partition(f'<div id="{one.anchor}">')[2].partition("</div>")[0]
            told = re.sub(r"</?\w+>", " ", entry.replace("&#x27;", "'")).split()
            means = str(one.means).rstrip(".。") + ("。" if language == ZH else ".")
            assert "".join(told).casefold() == "".join(f"{one.word}{means}".split()).casefold()
    assert len(re.findall(r'id="', page.partition("<main")[2].partition("</main>")[0])) == 1 + len(ENTRIES) + len(
        GROUPS
    )


def test_every_word_that_is_computed_has_its_entry():
    states = {of_event(state) for state in Event.State if state != Event.State.TOOK_PLACE}
    computed = {of_status(status) for status in (*Status, None)} | {of_kind(kind) for kind in Stage.Kind} | states
    assert computed - set(ENTRIES) == set()


def everywhere(client, it: World) -> Iterator[set[str]]:
    """Yield the anchors to which a page leads, of some records, then of the fewest that make each claim appear."""
    entering = [(lambda it, kind=kind: it.stage(kind=kind), "pairs/?by=relation") for kind in Stage.Kind]
    entering += [(lambda it: it.text(count=3), "agreements/text/"), (lambda it: it.districts(), "agreements/")]
    for state in Event.State:
        event = released(factories.event(it.pair, state=state, slug=state))
        yield set(anchors_on(client, event.address_in("en")))
    for enter, page in [*entering, *((case.enter, case.page) for case in CASES)]:
        with transaction.atomic():
            enter(deepcopy(it))
            yield set(anchors_on(client, f"/en/{page}"))
            transaction.set_rollback(True)
    body = factories.institution(place=it.home)
    it.text("bodies", parties=(body, it.partner))
    released(factories.stage(it.districts(), "contact"))
    yield set(anchors_on(client, "/en/pairs/harbourton-rivermouth/"))


def test_every_entry_is_led_to_from_some_page_and_every_link_leads_to_an_entry(client, it, thoroughness):
    found = set()
    for anchors in everywhere(client, it):
        found |= anchors
        if not thoroughness.long and set(ENTRIES) <= found:
            break

    assert set(ENTRIES) - found == set()
    assert found - set(ENTRIES) - GROUP_ANCHORS == set()


@pytest.mark.parametrize("page", ["pairs/harbourton-rivermouth/", "agreements/", "pairs/?by=relation", ""])
def test_a_page_leads_to_each_word_once(client, it, page):
    it.stage()
    for name in ("one", "two", "three"):
        it.text(name, term="/2010", term_inferred=True)

    found = anchors_on(client, f"/en/{page}")

    assert found and len(found) == len(set(found))


@pytest.mark.parametrize("prefix", ["en", "zh"])
def test_the_mark_of_what_is_inferred_is_explained_where_it_stands(client, it, prefix):
    it.text(term="/2010")
    assert "inferred" not in anchors_on(client, f"/{prefix}/agreements/")

    it.text("more", term="/2010", term_inferred=True)
    assert anchors_on(client, f"/{prefix}/agreements/").count("inferred") == 1


def test_every_page_leads_to_the_words_from_its_foot(client):
    assert '<a href="/en/words/">What the words mean</a>' in client.get("/en/news/").text
