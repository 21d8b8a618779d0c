"""Admin of delegations."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.admin.in_step import step
from newsroom.cooperation.admin.listed import StopsInline
from newsroom.cooperation.admin.people import TravellerInline
from newsroom.cooperation.admin.searched import SENDERS
from newsroom.cooperation.forms import DelegationForm, SenderRows
from newsroom.cooperation.models import Delegation, DelegationCitation, Sender
from newsroom.dates import newest_first
from newsroom.forms.locked import LockedAdmin, LockedTabular
from newsroom.sources.admin import CitationInline


class SenderInline(LockedTabular):
    """Inline of senders: places or institutions."""

    model = Sender
    formset = SenderRows
    autocomplete_fields = ["place", "institution"]
    fields = ["order", "place", "institution"]


class DelegationCitationInline(CitationInline):
    """Inline of a delegation's citations."""

    model = DelegationCitation


@admin.register(Delegation)
class DelegationAdmin(LockedAdmin):
    """Admin of delegations. Their stops are events, edited on their own pages."""

    form = DelegationForm
    inlines = [SenderInline, TravellerInline, StopsInline, DelegationCitationInline]
    search_fields = ["name_zh", "name_en", "slug", *SENDERS]
    list_display = ["named", "days", "size", "slug"]
    list_filter = ["kind"]
    ordering = [*newest_first("days"), "-pk"]
    fieldsets = [
        (None, {"fields": ["kind", "size", "days", ("days_inferred", "days_words")]}),
        (_("Its own name, if it has one"), {"fields": [("name_zh", "name_en"), "slug"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_names()

    @admin.display(description=_("delegation"), ordering="slug")
    def named(self, delegation: Delegation) -> Any:
        return delegation.name_in(get_language())

    def save_related(self, request: HttpRequest, form: Any, formsets: list, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        step(request, form, formsets)
