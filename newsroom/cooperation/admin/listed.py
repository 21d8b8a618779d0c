"""Read-only inlines whose rows link to their own change pages."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.models import Agreement, Stop
from newsroom.dates import describe
from newsroom.forms.locked import LockedTabular


class ListedInline(LockedTabular):
    """Read-only inline with links to the change pages of its rows."""

    show_change_link = True
    can_delete = False
    max_num = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is not None and super().has_view_permission(request, obj)  # a new record has no rows yet

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all rows: Django asks here without a record, and would show none; the inline is asked for with one."""
        return self.model._default_manager.all()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class StopsInline(ListedInline):
    """Inline of a delegation's stops in the order of the journey, each with a link to its event."""

    model = Stop
    show_change_link = False
    fields = readonly_fields = ["number", "at", "held", "state"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("event").in_order()

    @admin.display(description=_("event"))
    def at(self, stop: Stop) -> str:
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:cooperation_event_change", args=[stop.event_id]), stop.event
        )

    @admin.display(description=_("day"))
    def held(self, stop: Stop) -> str:
        return describe(stop.event, "held", get_language() or "en")

    @admin.display(description=_("state"))
    def state(self, stop: Stop) -> str:
        return stop.event.get_state_display()


class SignedInline(ListedInline):
    """Inline of the agreements signed at an event."""

    model = Agreement
    fields = ["kind", "signed"]
