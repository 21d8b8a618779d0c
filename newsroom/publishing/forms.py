"""Forms of the desk that refuse, with a sentence at the field, what the database would refuse."""

from copy import copy

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet

from newsroom.publishing import clock
from newsroom.publishing.locking import lock_of, printers_of

UNSAVED = -1  # stands for the key of a parent that has none yet


class SoundForm(forms.ModelForm):
    """A record's form in the desk. `moment` is the save's; `reasons` say why an earlier try was refused."""

    moment = None
    reasons: list[str] = []

    def clean(self):
        cleaned = super().clean()
        if "order" in self.cleaned_data and self.cleaned_data["order"] is None:
            self.cleaned_data["order"] = int(self.prefix.rpartition("-")[2]) + 1
        at = self.moment or clock.moment()
        for name in self._owners():
            owner = self.cleaned_data.get(name)
            if owner is not None and name in self.changed_data and (lock := lock_of(owner, at)):
                self.add_error(name, lock)
        if self.reasons:
            raise ValidationError(list(self.reasons))
        return cleaned

    def _owners(self) -> list[str]:
        """Return the form's fields that name a record which prints this one."""
        steps = {path.partition("__")[0] for path in printers_of(self._meta.model)}
        return [name for name in self.fields if name in steps]


class SoundRows(BaseInlineFormSet):
    """Rows of a record: their constraints are tried too, which Django leaves out for the key of the parent."""

    def add_fields(self, form, index):
        """A row without a number takes the one of its line."""
        super().add_fields(form, index)
        if "order" in form.fields:
            form.fields["order"].required = False
            if form.instance.pk is None:
                form.initial["order"] = None

    def clean(self):
        super().clean()
        for form in self.forms:
            if form.has_changed() and not form.errors and not (self.can_delete and self._should_delete_form(form)):
                self._try(form)

    def _try(self, form) -> None:
        row = copy(form.instance)
        setattr(row, self.fk.attname, self.instance.pk or UNSAVED)
        try:
            row.validate_constraints()
        except ValidationError as error:
            form.add_error(None, error.messages)
