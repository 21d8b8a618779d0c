"""What the head of a page says to machines: where it stands, in which languages, what it is about."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from newsroom.languages import EN, LANGUAGES, other, prefix_of, tag_of


def addresses(request, *, languages: tuple[str, ...] = LANGUAGES, question: dict | None = None) -> dict:
    """Return `canonical`, `alternates` and `twin` (the switch) for this path in the `languages` it can be read in.

    `question` is the part of the query that the page understood; whatever else was asked is not reflected.
    """
    rest = request.path_info[3:] + (f"?{urlencode(question)}" if question else "")
    absolute = {code: request.build_absolute_uri(f"/{prefix_of(code)}{rest}") for code in languages}
    door = request.build_absolute_uri("/") if rest == "/" else ""
    twin = other(request.language)
    return {
        "canonical": absolute.get(request.language) or absolute[languages[0]],
        "alternates": alternates_of(absolute, door=door),
        "twin": f"/{prefix_of(twin)}{rest}" if twin in languages else "",
    }


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
    published: datetime | None = None,
    updated: datetime | None = None,
    picture: dict | None = None,
) -> dict:
    """Return `head` as `components/head.html` prints it. `data` are things in the words of schema.org.

    A page with a moment of publication is an article to those who show previews of it. `picture` is what they show:
    {address (absolute), width, height, alt}; without one the site's plain picture.
    """
    return {
        "title": title,
        "description": " ".join(description.split())[:300],
        "data": list(data),
        "published": published,
        "updated": updated,
        "picture": picture,
    }


def breadcrumbs(request, *steps: tuple[str, str]) -> dict:
    """Return the way to this page, (name, address from the root) each, as schema.org says it."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": str(name), "item": request.build_absolute_uri(address)}
            for place, (name, address) in enumerate(steps, 1)
        ],
    }


def record_head(request, name: str, above: tuple[str, str], *things: dict) -> dict:
    """Return `head` and `trail` of the page of one record called `name`; `above` is its list: (title, URL name)."""
    title, view = above
    address = reverse(view, args=[request.language])
    way = breadcrumbs(request, (title, address), (name, request.path_info))
    return {"head": summary(str(name), data=(way, *things)), "trail": [{"name": title, "address": address}]}
