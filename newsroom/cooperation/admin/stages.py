"""Admin of stages of pairs."""

from django.contrib import admin

from newsroom.cooperation.models import Stage, StageCitation
from newsroom.dates import newest_first
from newsroom.forms.locked import LockedAdmin
from newsroom.sources.admin import CitationInline


class StageCitationInline(CitationInline):
    """Inline of a stage's citations."""

    model = StageCitation


@admin.register(Stage)
class StageAdmin(LockedAdmin):
    """Admin of stages. Renewals and approvals are recorded on the agreement."""

    inlines = [StageCitationInline]
    autocomplete_fields = ["pair", "agreement", "ended_by"]
    search_fields = [f"pair__{side}__{name}" for side in ("first", "second") for name in ("name_zh", "name_en")]
    list_display = ["pair", "kind", "reached", "agreement"]
    list_filter = ["kind"]
    list_select_related = ["pair__first", "pair__second", "agreement"]
    ordering = [*newest_first("reached"), "-pk"]
