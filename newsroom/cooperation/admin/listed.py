"""Read-only inlines whose rows link to their own change pages."""

from typing import Any

from django.http import HttpRequest

from newsroom.cooperation.models import Agreement, Event
from newsroom.forms.locked import LockedTabular


class ListedInline(LockedTabular):
    """Read-only inline with links to the change pages of its rows."""

    show_change_link = True
    can_delete = False
    max_num = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is not None and super().has_view_permission(request, obj)  # a new record has no rows yet

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class StopsInline(ListedInline):
    """Inline of a delegation's stops, which are events."""

    model = Event
    fields = ["held", "state"]


class SignedInline(ListedInline):
    """Inline of the agreements signed at an event."""

    model = Agreement
    fields = ["kind", "signed"]
