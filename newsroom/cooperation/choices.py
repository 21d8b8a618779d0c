"""Multiple-choice model field in one text column: the kinds of an event."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class ChoicesField(models.CharField):
    """A tuple of choices, stored sorted between spaces (" forum meeting ") so that a query can match one."""

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> tuple:
        return tuple(value.split()) if value else ()  # NULL after an outer join without a row

    def to_python(self, value: Any) -> tuple:
        return tuple(value.split()) if isinstance(value, str) else tuple(value or ())

    def get_prep_value(self, value: Any) -> str:
        words = self.to_python(value)
        return f" {' '.join(sorted(words))} " if words else ""

    def value_to_string(self, obj: Any) -> Any:
        return self.get_prep_value(self.value_from_object(obj))

    def validate(self, value: Any, _instance: Any) -> None:
        known = {choice for choice, _label in self.flatchoices}
        if not set(value) <= known:
            raise ValidationError(_("Choose from the list."), code="invalid_choice")

    def run_validators(self, value: Any) -> None:
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **_kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=self.flatchoices,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            required=not self.blank,
            widget=forms.CheckboxSelectMultiple,
        )
