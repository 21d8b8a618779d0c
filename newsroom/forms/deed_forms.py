"""Confirmation forms of deeds."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.forms.moments import MomentField
from newsroom.forms.typed import OneChosen, only_plain_text

A_YEAR = timedelta(days=366)


class DeedForm(forms.Form):
    """Confirmation without fields. `subject` is what the deed is about, `at` the moment of asking."""

    def __init__(self, data: Any = None, *, subject: Any, at: datetime) -> None:
        super().__init__(data)
        only_plain_text(self.fields.values())
        self.subject, self.at = subject, at


class MomentForm(DeedForm):
    """Asks for a moment, and once more where it is so far ahead that a digit may be wrong."""

    moment = MomentField(label=_("Moment"), required=False)
    far = forms.BooleanField(label=_("Really so far ahead"), required=False)

    def __init__(self, data: Any = None, **facts: Any) -> None:
        super().__init__(data, **facts)
        self.asked_twice: dict[str, forms.Field] = {
            name: self.fields.pop(name) for name in ("past", "far") if name in self.fields and not self._ticked(name)
        }

    def _ticked(self, name: str) -> bool:
        return self.is_bound and bool(self.data.get(name))

    def clean(self) -> Any:
        """Let the page come back with a tick to set, where one is missing, and with what was typed."""
        moment = self.cleaned_data.get("moment")
        if moment and moment < self.at and "past" in self.asked_twice:
            self._ask("past", _("This moment has passed: readers would see it at once, with that day as its date."))
        if moment and moment > self.at + A_YEAR and "far" in self.asked_twice:
            self._ask("far", _("This moment is more than a year ahead."))
        return super().clean()

    def _ask(self, name: str, sentence: Any) -> None:
        names = list(self.fields)
        names.insert(names.index("moment") + 1, name)
        self.fields[name] = self.asked_twice[name]
        self.order_fields(names)
        self.add_error("moment", sentence)


class PastForm(MomentForm):
    """Asks for a moment that may have passed, for what was published elsewhere then, and once more where it has."""

    past = forms.BooleanField(label=_("It was published elsewhere at this moment"), required=False)
    field_order = ["moment", "past", "far"]


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
