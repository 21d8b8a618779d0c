"""Who was there: rows of an event and of a delegation, in the order of precedence."""

from newsroom.cooperation.forms import AttendanceForm, AttendanceRows, TravellerForm, TravellerRows
from newsroom.cooperation.models import Appearance
from newsroom.forms.locked import LockedTabular


class AttendanceInline(LockedTabular):
    """Everybody at an event who did not travel with the delegation it received."""

    model = Appearance
    fk_name = "event"
    form, formset = AttendanceForm, AttendanceRows
    autocomplete_fields = ["person", "offices"]
    fields = ["order", "person", "side", "part", "offices", "printed_zh", "printed_en"]


class TravellerInline(LockedTabular):
    """Who travelled: heads first, each as on the page."""

    model = Appearance
    fk_name = "delegation"
    form, formset = TravellerForm, TravellerRows
    autocomplete_fields = ["person", "offices"]
    fields = ["order", "person", "role", "offices", "printed_zh", "printed_en"]
