"""A list that is turned older and newer: nothing is lost and nothing shown twice, whatever comes meanwhile."""

import re
from collections.abc import Iterable
from html import unescape
from unittest.mock import patch

import pytest
from django.db import transaction
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.languages import LANGUAGES
from newsroom.lists import pagination
from newsroom.lists.models import Entry
from newsroom.lists.pagination import ListPage, paginate
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db

Row = tuple[int, int]  # rank and key
ENOUGH = 30  # pages: more than any list here has


@pytest.fixture
def short(monkeypatch):
    """Lists of two rows a page, counted to three."""
    monkeypatch.setattr(pagination, "SIZE", 2)
    monkeypatch.setattr(pagination, "COUNTED", 3)


def entries():
    return Entry.objects.filter(key="rows").order_by("-rank", "-object_id")


def stand(rows: Iterable[Row]) -> None:
    Entry.objects.bulk_create(Entry(key="rows", rank=rank, object_id=key) for rank, key in rows)


def standing() -> list[int]:
    return list(entries().values_list("object_id", flat=True))


def page_at(asked: dict, *, numbered: bool = False) -> ListPage:
    """Return the page at an address, whose ways on lead on exactly where there is more."""
    page, rows = paginate(entries(), asked, question={}, numbered=numbered), standing()
    assert (page.newer is not None) == (page.rows[:1] != rows[:1]), "newer"
    assert (page.older is not None) == (page.rows[-1:] != rows[-1:]), "older"
    assert page.count == min(len(rows), pagination.COUNTED + 1)
    if page.pages():
        assert page.pages()["shown"] == told_of(page, rows), "which of how many"
    return page


def told_of(page: ListPage, rows: list[int]) -> str:
    """Return which of all the rows stand on a page, as far as it can know."""
    first = rows.index(page.rows[0]) + 1
    if "page" not in page.turned and first > pagination.COUNTED + 1:
        return ""
    last = first + len(page.rows) - 1
    span = f"第{first}条" if first == last and len(rows) <= pagination.COUNTED else f"第{first}至{last}条"
    return f"{span}，共{len(rows)}条" if len(rows) <= pagination.COUNTED else f"{span}，总数超过1000条"


def walked(asked: dict, way: str, coming: Iterable[list[Row]] = ()) -> list[ListPage]:
    """Turn the pages one way, from that at the address to the end; after each, rows come into the list."""
    pages, coming = [], iter(coming)
    while asked is not None:
        pages.append(page_at(asked))
        assert len(pages) < ENOUGH, "the way leads in a circle"
        asked = getattr(pages[-1], way)
        stand(next(coming, []))
    return pages


def keys_of(pages: Iterable[ListPage]) -> list[int]:
    return [key for page in pages for key in page.rows]


# Many of one rank, keys in any order; the last number says before which page a row comes: nought stands from the first.
row = st.tuples(st.integers(1, 3), st.integers(1, 40), st.integers(0, 3))
some = st.lists(row, max_size=14, unique_by=lambda one: one[1])
proof = settings(suppress_health_check=[HealthCheck.too_slow])


def in_batches(rows: list[tuple[int, int, int]]) -> list[list[Row]]:
    return [[(rank, key) for rank, key, comes in rows if comes == batch] for batch in range(4)]


@proof
@given(rows=some, coming=some, size=st.integers(1, 4), more=st.integers(0, 4))
def test_every_row_is_seen_once_on_the_way_to_the_oldest_and_again_on_the_way_back(rows, coming, size, more):
    first, *later = in_batches(rows)
    back = in_batches([(rank, key + 40, comes) for rank, key, comes in coming])
    with transaction.atomic(), patch.multiple(pagination, SIZE=size, COUNTED=size + more):
        stand(first)
        there = walked({}, "older", later)
        seen = keys_of(there)
        assert seen == [key for key in standing() if key in seen], "in order, each once"
        assert {key for _rank, key in first} <= set(seen)

        known, oldest = set(seen), there[-1]
        *before, newest = [oldest, *walked(oldest.newer, "newer", back)]
        seen = keys_of(reversed(before))
        assert seen == [key for key in standing() if key in seen], "in order, each once"
        assert known <= {*seen, *newest.rows}, "only the first page may show again what stood on the page before it"
        transaction.set_rollback(True)


@proof
@given(rows=some, size=st.integers(1, 4), more=st.integers(0, 4))
def test_numbered_pages_show_every_row_once_and_end_with_the_last(rows, size, more):
    with transaction.atomic(), patch.multiple(pagination, SIZE=size, COUNTED=size + more):
        stand((rank, key) for rank, key, _comes in rows)
        seen = []
        for number in range(1, ENOUGH):
            page = page_at({"page": str(number)}, numbered=True)
            seen += page.rows
            if page.older is None:
                break
        assert seen == standing()
        with pytest.raises(Http404):
            paginate(entries(), {"page": str(number + 1)}, question={}, numbered=True)
        transaction.set_rollback(True)


def test_a_place_between_two_rows_of_one_rank_parts_them(short):
    stand([(5, key) for key in (1, 2, 3, 4)])

    assert page_at({"before": "5-3"}).rows == [2, 1]
    assert page_at({"after": "5-2"}).rows == [4, 3]


def test_a_cursor_whose_row_was_deleted_still_paginates(short):
    stand([(5, 9), (5, 7), (4, 8), (3, 1)])

    assert page_at({"before": "5-6"}).rows == [8, 1]
    assert page_at({"after": "3-5"}).rows == [7, 8]


def test_less_than_a_page_of_newer_rows_is_the_first_page_under_its_own_address(short):
    stand([(5, 1), (4, 2), (3, 3)])

    page = page_at({"after": "4-2"})

    assert (page.rows, page.turned, page.newer, page.older) == ([1, 2], {}, None, {"before": "4-2"})


def test_a_page_that_ends_where_the_counting_ends_leads_on_to_what_is_older(short):
    stand((rank, rank) for rank in range(1, 7))

    page = page_at({"after": "2-2"})

    assert (page.rows, page.older) == ([4, 3], {"before": "3-3"})


def test_a_page_with_which_the_counting_and_the_list_end_leads_on_to_nothing(short):
    stand((rank, rank) for rank in (9, 8, 7, 6))

    page = page_at({"after": "5-5"})

    assert (page.rows, page.older, page.exact) == ([7, 6], None, False)


def test_nothing_is_older_than_the_oldest_and_a_place_is_two_numbers(short):
    stand([(5, 1)])

    for asked in ({"before": "5-1"}, {"before": "5"}, {"after": "5-x"}, {"after": ""}, {"before": "-5-1"}):
        with pytest.raises(Http404):
            paginate(entries(), asked, question={}, numbered=False)


# The same on a page of the site.

NEXT = re.compile(r'rel="next" href="([^"]+)"')
BACK = re.compile(r'rel="prev" href="([^"]+)"')


def headlines(client, address: str) -> tuple[list[str], str]:
    """Return the headlines of a page of the news, and the page."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return [str(row["headline"]) for row in answer.context["stories"]], answer.text


def read_on(client, address: str, way: re.Pattern) -> tuple[list[list[str]], list[str]]:
    """Return the headlines of every page from this one on, and the addresses, as a reader presses Older or Newer."""
    pages, addresses = [], [address]
    while address:
        found, text = headlines(client, address)
        pages.append(found)
        assert len(pages) < ENOUGH, "the way leads in a circle"
        link = way.search(text)
        address = link and unescape(link[1]) and _joined(unescape(link[1]))
        addresses += [address] if address else []
    return pages, addresses


def _joined(link: str) -> str:
    return f"/en/news/{link}" if link.startswith("?") else link


@pytest.fixture
def seven(at, short):
    """Seven stories of one moment, the rank of each the same."""
    for number in range(1, 8):
        factories.published(headline=f"Story {number}")


def test_the_news_of_one_moment_are_read_to_the_end_and_back(client, seven):
    there, addresses = read_on(client, "/en/news/", NEXT)
    back, _addresses = read_on(client, addresses[-1], BACK)

    assert there == [["Story 7", "Story 6"], ["Story 5", "Story 4"], ["Story 3", "Story 2"], ["Story 1"]]
    assert back == there[::-1]
    assert all("before=" in address for address in addresses[1:])


def test_news_that_arrive_meanwhile_move_no_page_that_was_reached_by_its_place(client, seven, at):
    _first, text = headlines(client, "/en/news/")
    second = _joined(unescape(NEXT.search(text)[1]))
    before, _text = headlines(client, second)
    factories.published(headline="Of the same moment")
    at.go_on(minutes=1)
    factories.published(headline="Newest")

    after, text = headlines(client, second)

    assert after == before
    back, _addresses = read_on(client, _joined(unescape(BACK.search(text)[1])), BACK)
    assert back == [["Story 7", "Story 6"], ["Newest", "Of the same moment"]]


def test_the_first_page_reached_from_what_is_older_has_no_other_address(client, seven):
    _second, text = headlines(client, "/en/news/?page=2")
    place = re.search(r"before=(\d+-\d+)", headlines(client, "/en/news/")[1])[1]
    assert 'rel="prev" href="/en/news/"' in text

    found, text = headlines(client, f"/en/news/?after={place}")

    assert found == ["Story 7", "Story 6"]
    assert re.search(r'<link rel="canonical" href="([^"]+)"', text)[1].endswith("/en/news/")
    assert BACK.search(text) is None


@pytest.mark.parametrize("counted", [3, 1000])
@pytest.mark.parametrize(
    ("path", "said", "uncounted"),
    [
        ("/en/news/", "Entries 1–2 of 7", "Entries 1–2 of more than 1,000"),
        ("/en/news/?page=4", "Entry 7 of 7", "Entries 7–7 of more than 1,000"),
        ("/zh/news/", "第1至2条，共7条", "第1至2条，总数超过1000条"),
        ("/zh/news/?page=4", "第7条，共7条", "第7至7条，总数超过1000条"),
    ],
)
def test_a_page_says_which_of_how_many_it_shows(client, at, short, monkeypatch, counted, path, said, uncounted):
    monkeypatch.setattr(pagination, "COUNTED", counted)
    for _number in range(7):
        one_more("news")

    text = client.get(path).text

    line = f'<p class="shown ui">{said if counted > 7 else uncounted}</p>'
    assert line in text and text.index(line) < text.index('class="pagination')  # which paper leaves out


def test_a_list_on_one_page_does_not_say_that_it_is_whole(client):
    one_more("news")

    assert 'class="shown' not in client.get("/en/news/").text


SAID = {
    "news": ("3 stories", "3篇报道", "More than 1,000 stories", "超过1000篇报道"),
    "agreements": ("3 agreements", "共3项协议", "More than 1,000 agreements", "协议超过1000项"),
    "delegations": ("3 delegations", "共3个代表团", "More than 1,000 delegations", "代表团超过1000个"),
}


def one_more(view: str) -> None:
    """Let one more row stand in a list, in both languages."""
    if view == "news":
        story = factories.article()
        for language in LANGUAGES:
            factories.published(story, language)
    elif view == "agreements":
        release(factories.agreement(), by=factories.user("publisher"))
    else:
        release(factories.event(delegation=factories.delegation()), by=factories.user("publisher"))


def tally(client, view: str) -> tuple[str, str]:
    """Return what a list says of how many there are, in English and in Chinese."""
    said = re.compile(r'<div class="tally ui">\s*<p>([^<]*?)\s*<')
    return tuple(said.search(client.get(f"/{prefix}/{view}/").text)[1] for prefix in ("en", "zh"))


@pytest.mark.parametrize("view", SAID)
def test_a_count_is_exact_up_to_a_thousand_then_says_more_than(client, at, short, view):
    exact_en, exact_zh, more_en, more_zh = SAID[view]
    for _number in range(3):
        one_more(view)
    assert tally(client, view) == (exact_en, exact_zh)

    one_more(view)

    assert tally(client, view) == (more_en, more_zh)
