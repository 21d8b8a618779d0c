"""Inlines of appearances at an event or on a delegation, in order of precedence."""

from newsroom.cooperation.forms import AttendanceForm, AttendanceRows, TravellerForm, TravellerRows
from newsroom.cooperation.models import Appearance
from newsroom.forms.locked import LockedTabular


class AttendanceInline(LockedTabular):
    """Inline of the people at an event, and of the parts that those on its delegations took there."""

    model = Appearance
    fk_name = "event"
    form, formset = AttendanceForm, AttendanceRows
    autocomplete_fields = ["person", "place", "institution", "offices", "represented_by"]
    fields = [
        *("order", "person", "place", "institution", "side", "parts"),
        *("offices", "printed_zh", "printed_en", "represented_by", "back"),
    ]


class TravellerInline(LockedTabular):
    """Inline of a delegation's members, heads first."""

    model = Appearance
    fk_name = "delegation"
    form, formset = TravellerForm, TravellerRows
    autocomplete_fields = ["person", "offices"]
    fields = ["order", "person", "role", "offices", "printed_zh", "printed_en", "back"]
