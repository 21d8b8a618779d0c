"""The `<head>` of a page: canonical URL, hreflang, Open Graph, JSON-LD, breadcrumbs."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from newsroom.dates import Day, marked_inferred
from newsroom.languages import EN, LANGUAGES, other, prefix_of, tag_of
from newsroom.pages.structured import CONTEXT


def addresses(
    request: HttpRequest,
    *,
    languages: tuple[str, ...] = LANGUAGES,
    question: dict | None = None,
    kept: dict | None = None,
) -> dict:
    """Return `canonical`, `alternates` and `twin` (the switch) for this path in the `languages` it can be read in.

    `question` is the part of the query that the page understood; whatever else was asked is not reflected.
    `kept` is what the switch repeats, and paper names, though canonical addresses are without it: the day asked for.
    """
    rest = request.path_info[3:] + (f"?{urlencode(question)}" if question else "")
    absolute = {code: request.build_absolute_uri(f"/{prefix_of(code)}{rest}") for code in languages}
    door = request.build_absolute_uri("/") if rest == "/" else ""
    twin = other(request.language)
    here = request.path_info[3:] + f"?{urlencode((question or {}) | kept)}" if kept else rest
    found = {
        "canonical": absolute.get(request.language) or absolute[languages[0]],
        "alternates": alternates_of(absolute, door=door),
        "twin": f"/{prefix_of(twin)}{here}" if twin in languages else "",
    }
    whole = request.build_absolute_uri(f"/{prefix_of(request.language)}{here}")
    return found | ({"here": whole, "on_paper": whole} if kept else {})


def alternates_of(absolute: Mapping[str, str], *, door: str = "") -> list[tuple[str, str]]:
    """Return [(hreflang, address)] of a page from its whole addresses by language, and for whoever reads neither.

    The default (x-default) of a front page is the `door`, which chooses a language; of any other page English if it
    has it.
    """
    default = door or absolute.get(EN) or next(iter(absolute.values()))
    return [(tag_of(code), address) for code, address in absolute.items()] + [("x-default", default)]


def summary(
    title: str,
    description: str = "",
    *,
    data: tuple[dict, ...] = (),
    column: dict | None = None,
    published: datetime | None = None,
    updated: datetime | None = None,
    picture: dict | None = None,
    content: dict | None = None,
) -> dict:
    """Return `head` as `components/head.html` prints it. `data` are things in the words of schema.org.

    A page with a moment of publication is an article to those who show previews of it. `picture` is what they show:
    {address (absolute), width, height, type, alt}; without one the site's plain picture. `column` (see `column`) and
    `content` (of a story: {source, keywords, author}) are for the labels of government sites.
    """
    return {
        "title": title,
        "description": " ".join(description.split())[:300],
        "data": list(data),
        "column": column,
        "published": published,
        "updated": updated,
        "picture": picture,
        "content": content,
    }


def column(name: str, description: str = "", *, work: bool = False) -> dict:
    """Return the column that a page belongs to: one about what the office does (`work`), or one of standing facts."""
    kind = _("Work news") if work else _("Overview")
    return {"name": str(name), "description": str(description), "kind": kind}


def breadcrumbs(request: HttpRequest, *steps: tuple[str, str]) -> dict:
    """Return the way to this page from the front page, (name, address from the root) each, as schema.org says it."""
    front = (request.site.name_in(request.language), f"/{prefix_of(request.language)}/")
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": str(name), "item": request.build_absolute_uri(address)}
            for place, (name, address) in enumerate((front, *steps), 1)
        ],
    }


def list_head(
    request: HttpRequest,
    title: str,
    description: str,
    *things: dict,
    shown: Iterable[tuple[str, str]] = (),
    work: bool = False,
) -> dict:
    """Return `head` of a page that gathers; `shown` are (name, address from the root) of what it lists, in order."""
    whole = request.build_absolute_uri
    listed = [
        {"@type": "ListItem", "position": place, "name": str(name), "url": whole(address)}
        for place, (name, address) in enumerate(shown, 1)
    ]
    page = {
        "@context": CONTEXT,
        "@type": "CollectionPage",
        "name": str(title),
        "description": str(description),
        "url": whole(request.path_info),
        "inLanguage": tag_of(request.language),
        "mainEntity": {"@type": "ItemList", "itemListElement": listed} if listed else None,
    }
    way = breadcrumbs(request, (title, request.path_info))
    return summary(title, description, data=(page, way, *things), column=column(title, description, work=work))


def record_head(
    request: HttpRequest,
    name: str,
    above: tuple[str, str],
    *things: dict,
    says: str = "",
    work: bool = False,
    of: str = "",
    day: Day | None = None,
    picture: dict | None = None,
) -> dict:
    """Return `head` and `trail` of the page of one record called `name`; `above` is its list: (title, URL name).

    `says` describes the page in a sentence that holds `%(name)s`; `of`, whose it is, and `day` tell apart in the title
    what has one name. `picture` is as in `summary`.
    """
    title, view = above
    address = reverse(view, args=[request.language])
    way = breadcrumbs(request, (title, address), (name, request.path_info))
    when = marked_inferred(day.printed(request.language), day.inferred) if day else ""
    titled = " · ".join(filter(None, [str(name), of, when]))
    description = says % {"name": titled} if says else ""
    head = summary(titled, description, data=(way, *things), column=column(title, work=work), picture=picture)
    return {"head": head, "trail": [{"name": title, "address": address}]}


def page_head(request: HttpRequest, title: str, body: str) -> dict:
    """Return `head` of a standing page, described by the beginning of its text."""
    description = Truncator(strip_tags(body)).chars(150)
    page = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": str(title),
        "description": description,
        "url": request.build_absolute_uri(request.path_info),
        "inLanguage": tag_of(request.language),
    }
    way = breadcrumbs(request, (title, request.path_info))
    return summary(title, description, data=(page, way), column=column(title, description))
