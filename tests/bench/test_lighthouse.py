"""What Lighthouse must say of a page before it is called good enough."""

from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from newsroom.pages.table import LIST, RECORD, of_kind
from tests.bench import lighthouse
from tests.bench.lighthouse import CATEGORIES, Audit, table

GOOD = {"scores": dict.fromkeys(CATEGORIES, 98), "first_paint": 1_500, "longest_task": 50, "shift": 0}


def test_a_page_at_the_edge_of_every_measure_is_good():
    assert Audit("story", **GOOD).wanting() == []


@pytest.mark.parametrize(
    ("worse", "said"),
    [
        ({"scores": GOOD["scores"] | {"seo": 97}}, "story: seo 97"),
        ({"first_paint": 1_501}, "story: first paint 1501"),
        ({"longest_task": 51}, "story: longest task 51"),
        ({"shift": 0.001}, "story: shift 0.001"),
    ],
)
def test_a_page_is_named_with_what_is_worse(worse, said):
    assert Audit("story", **(GOOD | worse)).wanting() == [said]


def test_a_page_that_asks_not_to_be_found_is_not_judged_by_it():
    unfound = {name: 98 for name in CATEGORIES if name != "seo"}
    audit = Audit("search", **(GOOD | {"scores": unfound}))

    assert audit.wanting() == []
    assert list(table([audit]))[-1] == "| search | 98 | 98 | 98 | – | 1500 | 50 | 0.000 |"


def test_every_page_for_people_is_audited_in_both_languages(monkeypatch):
    year = {"/en/news/": "2019/", "/zh/news/": "2019/"}
    monkeypatch.setattr(lighthouse, "_first", lambda _page, start, base: f"{base}{start}{year.get(start, '')}one/")
    audited = [urlsplit(address).path for address in lighthouse.addresses("http://site").values()]

    for prefix in ("/en/", "/zh/"):
        names = {resolve(path).url_name for path in audited if path.startswith(prefix)}
        assert names == {row.name for row in of_kind(LIST, RECORD)} - {"preview"}
