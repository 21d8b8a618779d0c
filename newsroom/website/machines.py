"""What machines ask for: may they come in, is the house up, can it answer."""

from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from newsroom.languages import tag_of
from newsroom.masthead import icons
from newsroom.masthead.tokens import colours
from newsroom.website.theme import addresses


def timeless(view: Callable) -> Any:
    """Mark a view that shows nothing with a moment: it is answered without the database's clock."""
    view.timeless = True
    return view


@timeless
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read except the desk, previews and the endless answers of the search."""
    maps = [request.build_absolute_uri(reverse(name)) for name in ("sitemap", "news-sitemap")]
    words = render_to_string("website/robots.txt", {"sitemaps": maps})
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For those who ask here without having read a page."""
    kept = {"Cache-Control": "public, max-age=86400"}
    return HttpResponseRedirect(icons.address("favicon.ico", request.site), headers=kept)


@require_safe
def manifest(request: HttpRequest, language: str) -> HttpResponse:
    """What a phone asks before it puts the site on its first screen: a name, where to begin, colours and icons."""
    touch = {"src": icons.address("touch.png", request.site), "type": icons.KINDS["touch.png"]}
    size = f"{icons.TOUCH_SIZE}x{icons.TOUCH_SIZE}"
    paper = colours()["paper"][0]
    said = {
        "name": request.site.name_in(language),
        "lang": tag_of(language),
        "start_url": reverse("front", args=[language]),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {"src": addresses(request.site)["icon"], "type": "image/svg+xml", "sizes": "any"},
            touch | {"sizes": size},
        ],
    }
    return JsonResponse(said, content_type="application/manifest+json")


@timeless
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return _plain("ok", 200)


@timeless
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The process answers and so does its database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("the database does not answer", 503)
    return _plain("ok", 200)


def _plain(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8", headers=KEPT_BY_NOBODY)


KEPT_BY_NOBODY = {"Cache-Control": "no-store"}
