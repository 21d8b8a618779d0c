"""Admin of agreements, their follow-ups and fields."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.cooperation.admin.in_step import InStepAdmin, step
from newsroom.cooperation.admin.searched import BODIES
from newsroom.cooperation.filling import untied
from newsroom.cooperation.forms import AgreementForm, StageForm
from newsroom.cooperation.in_step import keep_in_step
from newsroom.cooperation.models import (
    Agreement,
    AgreementCitation,
    Approval,
    Event,
    Field,
    FollowUp,
    FollowUpCitation,
    Party,
    Stage,
)
from newsroom.dates import newest_first
from newsroom.forms.locked import LockedAdmin, LockedTabular
from newsroom.sources.admin import CitationInline


class PartyInline(LockedTabular):
    """Inline of parties, in order of signature."""

    model = Party
    autocomplete_fields = ["place", "institution", "signatory"]
    fields = [
        *("order", "place", "institution", "words_zh", "words_en"),
        *("signatory", "signed_as_zh", "signed_as_en", "signed"),
    ]


class ApprovalInline(LockedTabular):
    """Inline of approvals: on which day, by which body."""

    model = Approval
    autocomplete_fields = ["institution"]
    fields = ["order", "approved", "institution"]


class FollowUpInline(LockedTabular):
    """Inline of follow-ups; their citations are edited in `FollowUpAdmin`."""

    model = FollowUp
    fields = ["happened", "words_zh", "words_en", "link"]
    show_change_link = True


class MadeSoInline(LockedTabular):
    """Inline of the stages that an agreement made."""

    model = Stage
    form = StageForm
    autocomplete_fields = ["pair"]
    fields = ["pair", "kind", "reached", "word_zh", "word_en"]
    show_change_link = True


class AgreementCitationInline(CitationInline):
    """Inline of an agreement's citations; its own text is one of its sources."""

    model = AgreementCitation


@admin.register(Agreement)
class AgreementAdmin(InStepAdmin):
    """Admin of agreements with their parties, stages, follow-ups and citations."""

    form = AgreementForm
    inlines = [PartyInline, ApprovalInline, FollowUpInline, MadeSoInline, AgreementCitationInline]
    autocomplete_fields = ["event", "signed_in", "pairs", "fields", "follows", "part_of"]
    search_fields = [
        *("title_zh", "title_en", "title_original", "called_zh", "called_en", "called_original", "slug"),
        *(f"parties__{path}" for path in (*BODIES, "words_zh", "words_en")),
    ]
    list_display = ["__str__", "kind", "signed", "state", "signed_in"]
    list_filter = ["kind", "state"]
    list_select_related = ["signed_in"]
    ordering = [*newest_first("signed"), "-pk"]
    fieldsets = [
        (None, {"fields": [("title_zh", "title_en"), "kind", ("called_zh", "called_en"), "slug"]}),
        (
            _("Signing"),
            {"fields": ["event", "signed", ("signed_inferred", "signed_words"), "signed_in", "state"]},
        ),
        (
            pgettext_lazy("an agreement", "About"),
            {
                "fields": [
                    *("term", ("term_inferred", "term_words"), ("term_length", "term_reckoned")),
                    ("term_extendable", "term_runs_on", "term_minimum"),
                    *("fields", "pairs"),
                ]
            },
        ),
        (
            _("In another language, and our translation"),
            {
                "fields": [
                    ("original_language", "title_original", "called_original"),
                    ("title_gloss_zh", "title_gloss_en"),
                    ("called_gloss_zh", "called_gloss_en"),
                ],
                "classes": ["collapse"],
            },
        ),
        (_("Among other agreements"), {"fields": [("follows", "following"), "part_of", "count"]}),
    ]

    def save_related(self, request: HttpRequest, form: Any, formsets: list, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.day_by_parties()
        step(request, form, formsets, *Event.objects.filter(pk=form.initial.get("event")))
        if sentence := untied(form.instance):
            messages.warning(request, sentence)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        keep_in_step(filter(None, [obj.event]), request.moment, by=request.user)


class FollowUpCitationInline(CitationInline):
    """Inline of a follow-up's citations."""

    model = FollowUpCitation


@admin.register(FollowUp)
class FollowUpAdmin(LockedAdmin):
    """Admin of follow-ups with their citations."""

    inlines = [FollowUpCitationInline]
    autocomplete_fields = ["agreement"]
    search_fields = ["words_zh", "words_en", "agreement__title_zh", "agreement__title_en"]
    list_display = ["__str__", "agreement", "happened"]
    list_select_related = ["agreement"]
    ordering = [*newest_first("happened"), "-pk"]


@admin.register(Field)
class FieldAdmin(LockedAdmin):
    """Admin of the fields of cooperation, in list order."""

    search_fields = ["name_zh", "name_en", "other_names"]
    list_display = ["__str__", "slug", "order"]
