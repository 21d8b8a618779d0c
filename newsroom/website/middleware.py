"""Middleware of public pages: language, moment, error pages, caching headers, compression."""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.middleware.gzip import GZipMiddleware
from django.utils import translation

from newsroom.call_stack import with_room
from newsroom.languages import tag_of
from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings
from newsroom.pages.as_of import asks_for_a_day
from newsroom.pages.responses import Gone, Moved
from newsroom.publishing import clock
from newsroom.website import error_pages
from newsroom.website.context import in_desk, named_by_address

LONGEST_QUESTION = 4_000  # characters of the query string
UNREADABLE = re.compile("[\x00\ud800-\udfff]|%00")


class RoomForCalls:
    """Answer with room for a deep call stack. The first middleware, so that it holds for the others."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return with_room(self.get_response, request)


class LanguageOfAddress:
    """Set `request.language` from the path alone: no header, cookie or session. Also set moment and site."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        request.language = named_by_address(request) or settings.LANGUAGE_CODE
        with translation.override(request.language), house_style.apart():
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", tag_of(request.language))
            return response

    def process_view(self, request: HttpRequest, view: Callable, _args: Any, _kwargs: Any) -> None:
        if not getattr(view, "timeless", False):
            request.moment = clock.moment()
            request.site = SiteSettings.current()
            house_style.follow(request.site)


class PoliteRefusal:
    """Return the site's own 400 for unreadable requests (NUL, lone surrogate, endless query), and its own 405."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        question = request.META.get("QUERY_STRING", "")
        if len(question) > LONGEST_QUESTION or UNREADABLE.search(question + request.path_info):
            return error_pages.not_understood(request)
        response = self.get_response(request)
        if response.status_code == 405 and not in_desk(request):
            return error_pages.only_for_reading(request, allowed=response.headers["Allow"])
        return response


class ExceptionsToPages:
    """Convert exceptions that views raise (`pages.responses`) into the 410 page or a redirect."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> Any:
        match exception:
            case Gone():
                return error_pages.gone(request, exception)
            case Moved():
                led = HttpResponsePermanentRedirect if exception.for_ever else HttpResponseRedirect
                return led(exception.address)
        return None


class Freshness:
    """Set Cache-Control: anybody may cache a public page but must revalidate it, as it may change at any moment.

    Pages are the same for every reader, so a shared cache may store them; ETags make revalidation
    cheap. Errors are never stored: the page may become public. An answer for another day is for who asked alone.
    """

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        response = self.get_response(request)
        if not in_desk(request):
            asked = asks_for_a_day(request)
            kept = response.status_code in (200, 301, 304) and not asked
            if asked:
                response.headers["X-Robots-Tag"] = "noindex"
            response.headers.setdefault("Cache-Control", "public, no-cache" if kept else "no-store")
        return response


class GZipText(GZipMiddleware):
    """Compress text responses.

    Never the desk's, whose secrets could be read from the compressed size (BREACH,
    https://breachattack.com/); never images, which are compressed already.
    """

    TEXTS = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")

    def process_response(self, request: HttpRequest, response: HttpResponse) -> Any:
        if in_desk(request) or not response.headers.get("Content-Type", "").startswith(self.TEXTS):
            return response
        return super().process_response(request, response)
