"""Middleware of the desk: session, authentication, messages, CSRF and CSP, under /admin/ only.

Public pages do not depend on the user: outside the desk these set no cookie and no header.
"""

from collections.abc import Callable
from typing import Any

from axes.middleware import AxesMiddleware
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import translation

from newsroom.desk import policy


def in_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(settings.DESK_ADDRESS)


class OnlyInTheDesk:
    """Mixin for a middleware: it runs on the desk's addresses and passes other requests through."""

    def __call__(self, request: HttpRequest) -> Any:
        return super().__call__(request) if in_desk(request) else self.get_response(request)


class DeskSession(OnlyInTheDesk, SessionMiddleware):
    """Sessions, in the desk only."""


class DeskCsrf(OnlyInTheDesk, CsrfViewMiddleware):
    """CSRF protection, in the desk only: no other page has forms that change anything."""

    def process_view(
        self, request: HttpRequest, callback: Any, callback_args: Any, callback_kwargs: Any
    ) -> HttpResponse | None:
        if in_desk(request):
            return super().process_view(request, callback, callback_args, callback_kwargs)
        return None


class DeskSignIn(OnlyInTheDesk, AuthenticationMiddleware):
    """Authentication, in the desk only."""

    def process_view(self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any) -> None:
        return None


class DeskMessages(OnlyInTheDesk, MessageMiddleware):
    """Messages, in the desk only."""


class DeskThrottle(OnlyInTheDesk, AxesMiddleware):
    """Rate limit of failed sign-ins (django-axes), in the desk only."""


class DeskLanguage:
    """Activate the account's language in the desk; before sign-in, the browser's."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        if not in_desk(request):
            return self.get_response(request)
        language = getattr(request.user, "language", "") or translation.get_language_from_request(request)
        with translation.override(language):
            response = self.get_response(request)
            response.headers["Content-Language"] = language
            response.headers["Cache-Control"] = "private, no-store"
            response.headers["X-Robots-Tag"] = "noindex"
            return response


class ContentPolicy(CSPMiddleware):
    """CSP header; the desk's alone also allows the rich editor's two hashes."""

    def get_policy_parts(self, request: HttpRequest, response: HttpResponse, report_only: Any = False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if in_desk(request):
            parts.update = policy.exceptions()
        return parts
