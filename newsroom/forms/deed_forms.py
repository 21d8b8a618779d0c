"""Confirmation forms of deeds."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.forms.moments import MomentField
from newsroom.forms.typed import OneChosen, only_plain_text


class DeedForm(forms.Form):
    """Confirmation without fields. `subject` is what the deed is about, `at` the moment of asking."""

    def __init__(self, data: Any = None, *, subject: Any, at: datetime) -> None:
        super().__init__(data)
        only_plain_text(self.fields.values())
        self.subject, self.at = subject, at


class MomentForm(DeedForm):
    moment = MomentField(label=_("Moment"), required=False)


class ReasonForm(DeedForm):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))


def duplicate_form(link: Any) -> type[DeedForm]:
    """Return the question which record is a duplicate; `link` is a foreign key to its kind, to find it by."""

    class DuplicateForm(ReasonForm):
        duplicate = forms.ModelChoiceField(
            link.remote_field.model._default_manager.all(),
            label=_("The duplicate"),
            widget=OneChosen(link, admin.site),
            help_text=_("It disappears; its address leads here, and its names find this record."),
        )
        same = forms.BooleanField(label=_("I have compared both: they are one and the same"))
        field_order = ["duplicate", "reason", "same"]

        def duplicates(self) -> list:
            """Return the record that was chosen, if there is one."""
            chosen = self.cleaned_data.get("duplicate") if self.is_bound else None
            return [chosen] if chosen else []

    return DuplicateForm
