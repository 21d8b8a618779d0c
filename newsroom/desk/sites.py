"""Admin site of the desk, under the office's own name."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.desk.nearness import nearest_first
from newsroom.forms.choice_notes import notes_on

log = logging.getLogger(__name__)


class ToldApart(AutocompleteJsonView):
    """Autocomplete results, the nearest name first, each with what tells namesakes apart."""

    def get_queryset(self) -> Any:
        return nearest_first(super().get_queryset(), self.model_admin.search_fields, self.term)

    def get_context_data(self, **kwargs: Any) -> Any:
        context = super().get_context_data(**kwargs)
        self.notes = notes_on(self.model_admin.model, context["object_list"])
        return context

    def serialize_result(self, obj: Any, to_field_name: Any) -> dict:
        result = super().serialize_result(obj, to_field_name)
        name, note = result["text"], self.notes.get(obj.pk, "")
        is_told = name == getattr(obj, "slug", None) or f"{note} ".startswith(f"{name} ")  # a slug is no name
        said = " · ".join(filter(None, ["" if is_told else name, note]))
        return result | {"text": said or result["text"]}


# Apps in the order of use, rare ones last.
ROOMS = ["articles", "cooperation", "people", "places", "sources", "photos", "terms", "website", "masthead", "accounts"]


class Desk(AdminSite):
    """The project's AdminSite: no bulk deletion, and each account's own language."""

    site_title = _("Desk")
    index_title = _("Desk")
    index_template = "desk/first_page.html"
    enable_nav_sidebar = True
    empty_value_display = "–"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")

    def get_app_list(self, request: HttpRequest, app_label: Any = None) -> list:
        rooms = super().get_app_list(request, app_label)
        return sorted(rooms, key=lambda room: _place(room["app_label"]))

    def each_context(self, request: HttpRequest) -> dict:
        name = request.site.name_in(get_language())
        return super().each_context(request) | {"site_header": name or self.site_title}

    def admin_view(self, view: Callable, cacheable: bool = False) -> Callable:
        """Wrap `view`: require sign-in; return the typed text on a page if the session or the database is lost."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def wrapped(request: HttpRequest, *args: Any, **facts: Any) -> Any:
            from newsroom.desk import views
            from newsroom.desk.handed_back import anything_typed
            from newsroom.forms.desk_request import NotSaved

            if request.method == "POST" and request.user.is_anonymous and anything_typed(request):
                return views.not_saved(request)
            try:
                return guarded(request, *args, **facts)
            except NotSaved as why:
                return views.too_late(request, str(why))
            except OperationalError:
                if not anything_typed(request):
                    raise
                log.exception("The desk could not write down what was typed at %s", request.path)
                return views.not_written(request)

        return wrapped

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        return ToldApart.as_view(admin_site=self)(request)

    def get_urls(self) -> list:
        from newsroom.desk import views
        from newsroom.forms.deed_pages import look_over

        own = [
            path("language/", self.admin_view(views.change_language), name="language"),
            path("look-over/<int:key>/", self.admin_view(look_over), name="look_over"),
            path("r/<int:kind>/<int:key>/", self.admin_view(views.read_it)),  # before Django's, which is unchecked
        ]
        return own + super().get_urls()

    def index(self, request: HttpRequest, extra_context: dict | None = None) -> Any:
        from newsroom.desk.waiting import waiting_for

        context = {"waiting": waiting_for(request.user, request.moment)}
        return super().index(request, context | (extra_context or {}))


def _place(room: str) -> int:
    return ROOMS.index(room) if room in ROOMS else len(ROOMS)
