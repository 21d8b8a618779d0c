"""Error pages (400, 403, 404, 405, 410, 500), in the language of the address. Named in `urls` as handlers."""

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from newsroom.languages import LANGUAGES, other, prefix_of
from newsroom.masthead.models import SiteSettings
from newsroom.website import theme
from newsroom.website.context import masthead, named_by_address
from newsroom.website.large_type import is_large
from newsroom.website.stylesheets import ENTRY


def _say(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """Render `errors/<status>.html`. The language switch leads to the front page.

    An address that names no language gets the site's first one.
    """
    site = getattr(request, "site", None) or SiteSettings.current()
    if not named_by_address(request):
        request.language = site.first_language
    elsewhere = context.get("elsewhere") or {"address": f"/{prefix_of(other(request.language))}/"}
    where = {"canonical": "", "alternates": [], "twin": elsewhere["address"], "large": is_large(request)}
    page = masthead(site, request.language) | where | context
    with translation.override(request.language):
        return HttpResponse(render_to_string(f"errors/{status}.html", page), status=status)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return a 400 with the message of a BadRequest that a view raised; other exceptions' texts are not for readers."""
    return _say(request, 400, reason=str(exception) if type(exception) is BadRequest else "")


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return a 403, worded like a 404: nobody is shown anything here."""
    return _say(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _say(request, 404, elsewhere=getattr(exception, "elsewhere", None))


def only_for_reading(request: HttpRequest, *, allowed: str) -> HttpResponse:
    """Return a 405: public pages are read-only."""
    response = _say(request, 405)
    response.headers["Allow"] = allowed
    return response


def gone(request: HttpRequest, answer: Any) -> HttpResponse:
    return _say(request, 410, **answer.context)


def failed(request: HttpRequest) -> HttpResponse:
    """Return a 500 without the database or context processors: either may have failed.

    It has the site's name if that was loaded before the fault, and the language of the address; both languages
    where the address names none.
    """
    named = named_by_address(request)
    languages = [named] if named else LANGUAGES
    site = getattr(request, "site", None)
    doors = [(language, f"/{prefix_of(language)}/") for language in languages]
    page = {"doors": doors, "name": site and site.name_in(languages[0])} | _look(site or SiteSettings())
    return HttpResponse(render_to_string("errors/500.html", page), status=500)


def _look(site: SiteSettings) -> dict[str, str]:
    """Return the addresses of stylesheet and icon, whether static files have been collected or not."""
    try:
        return theme.addresses(site)
    except (OSError, ValueError):
        return {"stylesheet": f"{settings.STATIC_URL}{ENTRY}", "icon": f"{settings.STATIC_URL}{theme.ICON}"}
