"""The table of public pages: what the sitemap, the leak test, the browser's tests and the benchmark know of each.

It is written where the addresses are, in `newsroom/urls.py`: `public_page("news/", view, "news", LIST)`. Django's
URL configuration keeps the rows; `page_kinds()` reads them from there. A public address without a row fails a test.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, path

LIST = "list"  # gathers records, as HTML
DATA = "data"  # gathers records, for programs
RECORD = "record"  # about one record, as HTML
PART = "part"  # about one record, anything else: a feed, a picture, a file
MACHINE = "machine"  # for crawlers and monitors
THEME = "theme"  # the office's colours and logo: no record
KINDS = (LIST, DATA, RECORD, PART, MACHINE, THEME)


@dataclass(frozen=True)
class PageKind:
    """One row. `filters` are the parameters by which it can be asked, `endings` the values of its last argument.

    `lists` names the page of one of the records that it lists. A list that is `indexed` stands in the sitemap. One that
    is `as_of` a day answers for another (`?on=`, see `as_of`).
    """

    name: str
    kind: str
    lists: str = ""
    filters: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    indexed: bool = True
    as_of: bool = False


def public_page(route: str, view: Callable, name: str, kind: str, **facts: Any) -> URLPattern:
    """Return the URL pattern of a public page, with its row. ValueError for a kind that there is not."""
    if kind not in KINDS:
        raise ValueError(f"{name}: there is no kind of page {kind!r}")
    pattern = path(route, view, name=name)
    pattern.page_kind = PageKind(name, kind, **facts)
    return pattern


def page_kinds() -> dict[str, PageKind]:
    """Return the rows by the names of their addresses, in the order of the URL configuration."""
    return _kinds_in(get_resolver())


@cache
def _kinds_in(resolver: URLResolver) -> dict[str, PageKind]:
    return {row.name: row for row in _rows(resolver)}


def of_kind(*kinds: str) -> list[PageKind]:
    """Return the rows of these kinds."""
    return [row for row in page_kinds().values() if row.kind in kinds]


def _rows(resolver: URLResolver) -> Iterator[PageKind]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _rows(pattern)
        elif hasattr(pattern, "page_kind"):
            yield pattern.page_kind
