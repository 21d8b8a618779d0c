"""Admin mixin of records with proposed values: what is proposed is shown, and kept in step at every save."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.filling import typed_in
from newsroom.cooperation.forms_in_step import InStepForm, what_is_proposed
from newsroom.cooperation.in_step import keep_in_step, out_of_step, resting_on
from newsroom.forms.desk_request import is_amending
from newsroom.forms.locked import LockedAdmin
from newsroom.languages import in_a_row


def step(request: HttpRequest, form: Any, formsets: list, *sources: Any) -> None:
    """Keep in step what was saved by a form and its rows, and what rests on it or on further `sources`."""
    rows = [
        row for formset in formsets for row in formset.forms if row.instance.pk and row not in formset.deleted_forms
    ]
    settled = [one for one in (form, *rows) if isinstance(one, InStepForm) and one.instance.pk]
    for one in settled:
        if one.has_changed() or (one is form and any(formset.has_changed() for formset in formsets)):
            one.settle_typed()
    records = [form.instance, *(one.instance for one in settled if one is not form), *filter(None, sources)]
    keep_in_step(records, request.moment, by=request.user, open_to_change=form.instance)
    if not is_amending(request, form.instance) and (behind := list(filter(out_of_step, resting_on(form.instance)))):
        sentence = gettext("Approved for readers, and so not kept in step: %(records)s. Propose an amendment of each.")
        messages.warning(request, sentence % {"records": in_a_row(behind)})


class InStepAdmin(LockedAdmin):
    """Admin of records with proposed values: where one is not what is proposed, the form shows both."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list:
        found = list(super().get_fieldsets(request, obj))
        if obj is None or not what_is_proposed(obj):
            return found
        back = ["back"] if typed_in(obj) and self.has_change_permission(request, obj) else []
        return [*found, (_("What is proposed"), {"fields": ["proposed", *back]})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list:
        return [*super().get_readonly_fields(request, obj), "proposed"]

    @admin.display(description=_("proposed"))
    def proposed(self, record: Any) -> Any:
        return format_html_join("\n", "<p>{}</p>", [(sentence,) for sentence in what_is_proposed(record)])
