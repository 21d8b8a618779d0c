"""Inlines of appearances at an event or on a delegation, in order of precedence."""

from typing import Any

from django.http import HttpRequest

from newsroom.cooperation.forms import AttendanceForm, AttendanceRows, TravellerForm, TravellerRows
from newsroom.cooperation.models import Appearance
from newsroom.forms.locked import LockedTabular


class _PeopleInline(LockedTabular):
    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Return the columns; the way back to what is proposed is one only where something can be changed."""
        left_out = set() if self.has_change_permission(request, obj) else {"back"}
        return [name for name in super().get_fields(request, obj) if name not in left_out]


class AttendanceInline(_PeopleInline):
    """Inline of the people at an event, and of the parts that those on its delegations took there."""

    model = Appearance
    fk_name = "event"
    form, formset = AttendanceForm, AttendanceRows
    autocomplete_fields = ["person", "place", "institution", "offices", "represented_by"]
    fields = [
        *("order", "person", "place", "institution", "side", "parts"),
        *("offices", "printed_zh", "printed_en", "represented_by", "back"),
    ]


class TravellerInline(_PeopleInline):
    """Inline of a delegation's members, heads first."""

    model = Appearance
    fk_name = "delegation"
    form, formset = TravellerForm, TravellerRows
    autocomplete_fields = ["person", "offices"]
    fields = ["order", "person", "role", "offices", "printed_zh", "printed_en", "back"]
