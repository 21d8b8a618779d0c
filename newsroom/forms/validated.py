"""ModelForm and formset base classes that turn constraint violations into sentences at their fields."""

from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, UniqueConstraint
from django.forms.models import BaseInlineFormSet
from django.utils.html import format_html

from newsroom.languages import labelled
from newsroom.publishing import clock
from newsroom.publishing.amending.locking import lock_of, printers_of, why_kept
from newsroom.publishing.interval import Interval

BEGUN = "begun"
UNSAVED = -1  # stands for the key of a parent that has none yet


class ValidatedForm(forms.ModelForm):
    """A record's form in the desk. `moment` is the save's; `reasons` say why an earlier try was refused.

    `conflicts` are what it and others have saved meanwhile, by the names of fields, and of rows.
    """

    moment = None
    reasons: list[str] = []
    conflicts: dict[str, Any] = {}

    def clean(self) -> Any:
        cleaned = super().clean()
        if "order" in self.cleaned_data and self.cleaned_data["order"] is None:
            self.cleaned_data["order"] = int(self.prefix.rpartition("-")[2]) + 1
        at = self.moment or clock.moment()
        for name in self._owners():
            owner = self.cleaned_data.get(name)
            if owner is not None and name in self.changed_data and (lock := lock_of(owner, at)):
                self.add_error(name, lock)
        for name in [one for one in (None, *self.fields) if self._called(one) in self.conflicts]:
            self.add_error(name, self.conflicts[self._called(name)])
        if self.reasons:
            raise ValidationError(list(self.reasons))
        return cleaned

    def _called(self, name: str | None) -> str:
        return self.add_prefix(name) if name else self.prefix or ""

    def _post_clean(self) -> None:
        clock.check_at(self.instance, self.moment)
        super()._post_clean()

    def full_clean(self) -> None:
        """Put the sentence of a constraint, which Django says above the form, at a field."""
        super().full_clean()
        homes = {
            str(rule.violation_error_message): _field_of(self, rule) for rule in self._meta.model._meta.constraints
        }
        above = self._errors.pop(NON_FIELD_ERRORS, None)
        for error in above.as_data() if above else ():
            self.add_error(homes.get(str(error.message)), error)

    def _owners(self) -> list[str]:
        """Return the form's fields that name a record which prints this one."""
        steps = {path.partition("__")[0] for path in printers_of(self._meta.model)}
        return [name for name in self.fields if name in steps]


class NewRow(forms.HiddenInput):
    """The key of a row that has none yet, with the identity that the browser gave it (static/desk/begun.js)."""

    def __init__(self, *, begun: str) -> None:
        super().__init__()
        self.begun = begun

    def render(self, name: str, *args: Any, **kwargs: Any) -> Any:
        called = f"{name.rpartition('-')[0]}-{BEGUN}"
        identity = format_html('<input type="hidden" name="{}" value="{}">', called, self.begun)
        return super().render(name, *args, **kwargs) + identity


class ValidatedRows(BaseInlineFormSet):
    """Rows of a record: one that readers see by a release of its own stays, whatever the record around it.

    The rows' constraints are tried too, which Django leaves out for the key of the parent. In an amendment
    (`amending`) the rows are part of what is proposed, but for those that have a release of their own. `moment` is the
    save's.
    """

    amending, moment = False, None

    def add_fields(self, form: Any, index: Any) -> None:
        """A row without a number takes the one of its line."""
        super().add_fields(form, index)
        if form.instance.pk is None and (key := form.fields.get(self._pk_field.name)):
            key.widget = NewRow(begun=self.data.get(f"{form.prefix}-{BEGUN}", ""))
        if "order" in form.fields:
            form.fields["order"].required = False
            if form.instance.pk is None:
                form.initial["order"] = None

    def clean(self) -> None:
        super().clean()
        self._refuse_what_stays()
        for form in self._kept_forms():
            if form.has_changed() and not form.errors:
                self._try(form)

    def _try(self, form: Any) -> None:
        row = copy(form.instance)
        setattr(row, self.fk.attname, self.instance.pk or UNSAVED)
        for rule in self.model._meta.constraints:
            try:
                if isinstance(rule, CheckConstraint):
                    rule.validate(self.model, row)
            except ValidationError as error:
                form.add_error(_field_of(form, rule), error)

    def _refuse_what_stays(self) -> None:
        kept = self._kept_forms()
        if self.amending and not issubclass(self.model, Interval):
            return
        for form in self.initial_forms:
            question = lock_of if form in kept else why_kept
            changed = form.has_changed() or form not in kept
            if changed and (sentence := question(form.instance, self.moment or clock.moment())):
                raise ValidationError(labelled(form.instance, sentence))

    def validate_unique(self) -> None:
        """Say at a row's own field that it stands in the list twice."""
        for rule in self.model._meta.total_unique_constraints:
            names, seen = [name for name in rule.fields if name != self.fk.name], set()
            for form in self._kept_forms():
                value = tuple(form.cleaned_data.get(name) for name in names) if form.is_valid() else (None,)
                if None not in value and value in seen:
                    form.add_error(names[-1], rule.violation_error_message)
                seen.add(value)

    def _kept_forms(self) -> list:
        """Return the forms of the rows that stay."""
        return [form for form in self.forms if not (self.can_delete and self._should_delete_form(form))]


def _field_of(form: Any, rule: Any) -> str | None:
    """Return the last of the form's fields that a constraint is about, or None.

    The columns of a day (`began_earliest`) are seen in the day's own field.
    """
    about = set(rule.fields) if isinstance(rule, UniqueConstraint) else rule.condition.referenced_base_fields
    about |= {name.rpartition("_")[0] for name in about}
    return next((name for name in reversed(form.fields) if name in about), None)
