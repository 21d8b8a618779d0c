"""Views of the desk itself: language, lockout, and text that could not be saved."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from newsroom.desk.handed_back import handed_back
from newsroom.publishing.deeds import may_view


@require_POST
def change_language(request: HttpRequest) -> HttpResponse:
    """Set the account's language, and redirect back."""
    if request.POST.get("language") in dict(settings.LANGUAGES):
        request.user.language = request.POST["language"]
        request.user.save(update_fields=["language"])
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "admin:index"
    return redirect(back)


def read_it(request: HttpRequest, kind: int, key: int) -> HttpResponse:
    """Redirect to a record's public address, if the account may view it: the address reveals its name."""
    model = get_object_or_404(ContentType, pk=kind).model_class()
    if model is None or not may_view(request.user, model):
        raise PermissionDenied
    return shortcut(request, kind, key)


def locked_out(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """Return the page with the waiting time after too many failed sign-ins; called by django-axes."""
    return render(request, "desk/locked_out.html", admin.site.each_context(request), status=429)


def not_saved(request: HttpRequest, reason: Any = "") -> HttpResponse:
    """Return the typed text to somebody signed out, or signed in again meanwhile (CSRF failure).

    `reason` is Django's. The page does not resubmit: a form that another site sent must not become ours by one click.
    """
    return _handed_back(request, status=403)


def not_written(request: HttpRequest) -> HttpResponse:
    """Return the typed text where the database write failed: disk full, or no connection."""
    return _handed_back(request, status=503)


def too_late(request: HttpRequest, why: str) -> HttpResponse:
    """Return the typed text where the record was deleted, or closed by an approval, while it was typed."""
    return _handed_back(request, status=409, why=why)


def _handed_back(request: HttpRequest, status: int, why: str = "") -> HttpResponse:
    typed = handed_back(request)
    again = request.get_full_path() if typed else reverse("admin:index")
    said = {"typed": typed, "signed_out": status == 403, "again": again, "why": why}
    context = admin.site.each_context(request) | said
    return render(request, "desk/not_saved.html", context, status=status)
