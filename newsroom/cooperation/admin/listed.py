"""Records that stand below another one to be seen and opened, and are changed on their own page."""

from typing import Any

from django.http import HttpRequest

from newsroom.cooperation.models import Agreement, Event
from newsroom.forms.locked import LockedTabular


class ListedInline(LockedTabular):
    """Rows that are shown and lead to their own page."""

    show_change_link = True
    can_delete = False
    max_num = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is not None and super().has_view_permission(request, obj)  # beside a new record there is nothing yet

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class StopsInline(ListedInline):
    """The stops of a delegation: its events."""

    model = Event
    fields = ["held", "state"]


class SignedInline(ListedInline):
    """What was signed at an event."""

    model = Agreement
    fields = ["kind", "signed"]
