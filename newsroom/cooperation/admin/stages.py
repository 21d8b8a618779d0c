"""Admin of stages of pairs."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from newsroom.cooperation.admin.in_step import InStepAdmin, step
from newsroom.cooperation.forms import StageForm
from newsroom.cooperation.models import Stage, StageCitation
from newsroom.dates import newest_first
from newsroom.sources.admin import CitationInline


class StageCitationInline(CitationInline):
    """Inline of a stage's citations."""

    model = StageCitation


@admin.register(Stage)
class StageAdmin(InStepAdmin):
    """Admin of stages. Renewals and approvals are recorded on the agreement."""

    form = StageForm
    inlines = [StageCitationInline]
    autocomplete_fields = ["pair", "agreement", "ended_by"]
    search_fields = [f"pair__{side}__{name}" for side in ("first", "second") for name in ("name_zh", "name_en")]
    list_display = ["pair", "kind", "reached", "agreement"]
    list_filter = ["kind"]
    list_select_related = ["pair__first", "pair__second", "agreement"]
    ordering = [*newest_first("reached"), "-pk"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    *("pair", "kind", "reached", "reached_inferred", "reached_words"),
                    *("ended_by", "word_zh", "word_en", "agreement"),
                ]
            },
        )
    ]

    def save_related(self, request: HttpRequest, form: Any, formsets: list, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        step(request, form, formsets)
