"""Admin of events."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.admin.in_step import InStepAdmin, step
from newsroom.cooperation.admin.listed import SignedInline
from newsroom.cooperation.admin.people import AttendanceInline
from newsroom.cooperation.admin.searched import SENDERS
from newsroom.cooperation.forms import EventForm, StopRows
from newsroom.cooperation.models import Event, EventCitation, Stop, Visited
from newsroom.dates import newest_first
from newsroom.forms.locked import LockedTabular
from newsroom.sources.admin import CitationInline


class VisitedInline(LockedTabular):
    """Inline of sites visited, in order: an institution, or the source's words."""

    model = Visited
    autocomplete_fields = ["institution"]
    fields = ["order", "institution", "words_zh", "words_en"]


class StopInline(LockedTabular):
    """Inline of the delegations received, each with the number of this stop in its journey."""

    model = Stop
    formset = StopRows
    autocomplete_fields = ["delegation"]
    fields = ["delegation", "number"]


class EventCitationInline(CitationInline):
    """Inline of an event's citations."""

    model = EventCitation


@admin.register(Event)
class EventAdmin(InStepAdmin):
    """Admin of events with sites visited, attendance, agreements and citations."""

    form = EventForm
    inlines = [StopInline, AttendanceInline, VisitedInline, SignedInline, EventCitationInline]
    autocomplete_fields = ["places", "pairs"]
    search_fields = [
        *("name_zh", "name_en", "slug", "places__name_zh", "places__name_en", "places__other_names"),
        *(f"delegations__{path}" for path in SENDERS),
    ]
    list_display = ["named", "held", "state", "slug"]
    list_filter = ["state", "mode"]
    ordering = [*newest_first("held"), "-pk"]
    fieldsets = [
        (
            _("When and where"),
            {"fields": ["held", ("held_inferred", "held_words"), "places", ("venue_zh", "venue_en")]},
        ),
        (_("What"), {"fields": ["kinds", "mode", "state", "pairs"]}),
        (_("Its own name, if it has one"), {"fields": [("name_zh", "name_en"), "slug"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_names()

    @admin.display(description=_("event"), ordering="slug")
    def named(self, event: Event) -> Any:
        return event.name_in(get_language())

    def save_related(self, request: HttpRequest, form: Any, formsets: list, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        step(request, form, formsets)
