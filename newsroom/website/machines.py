"""Views for machines: robots.txt, favicon, web app manifest, health checks."""

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
    """Mark a view whose response depends on no moment, so that the middleware does not query the clock."""
    view.timeless = True
    return view


@timeless
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Return robots.txt: everything but the desk, previews and the endless pages of the search."""
    maps = [request.build_absolute_uri(reverse(name)) for name in ("sitemap", "news-sitemap")]
    words = render_to_string("website/robots.txt", {"sitemaps": maps})
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Redirect the default favicon address, for clients that read no page."""
    kept = {"Cache-Control": "public, max-age=86400"}
    return HttpResponseRedirect(icons.address("favicon.ico", request.site), headers=kept)


@require_safe
def manifest(request: HttpRequest, language: str) -> HttpResponse:
    """Return the web app manifest: name, start page, colours and icons."""
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
    """Return 200 while the process responds (liveness); nothing else is checked."""
    return _plain("ok", 200)


@timeless
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Return 200 while process and database respond (readiness)."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("the database does not answer", 503)
    return _plain("ok", 200)


def _plain(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8", headers=KEPT_BY_NOBODY)


KEPT_BY_NOBODY = {"Cache-Control": "no-store"}
