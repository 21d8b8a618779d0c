"""Validation of submitted values before any query: printable text, and primary keys that can exist.

SQLite and PostgreSQL accept different characters, and both raise on a non-numeric key: a sentence at the field comes
first.
"""

import re
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

from newsroom.forms.choice_notes import notes_on
from newsroom.languages import plain_text

KEY = re.compile("[0-9]{1,18}")


def only_plain_text(fields: Any) -> None:
    """Validate text fields against unprintable characters; widgets with `cleans` sanitise HTML instead."""
    for field in fields:
        if isinstance(field, forms.CharField) and not getattr(field.widget, "cleans", False):
            others = [rule for rule in field.validators if not isinstance(rule, ProhibitNullCharactersValidator)]
            field.validators = [*others, plain_text]


class _KnownKeys:
    """Mixin of a select widget: ignores submitted values that cannot be primary keys when the form is shown again."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, [key for key in value if KEY.fullmatch(str(key))], attr)


class OneChosen(_KnownKeys, AutocompleteSelect):
    """Autocomplete for one record."""


class SeveralChosen(_KnownKeys, AutocompleteSelectMultiple):
    """Autocomplete for several records."""


class _Called:
    """Mixin of a model choice field: labels a record without a name of its own by its choice notes."""

    def label_from_instance(self, obj: Any) -> Any:
        named = super().label_from_instance(obj)
        if named != getattr(obj, "slug", None):
            return named
        return notes_on(type(obj), [obj]).get(obj.pk, named)


class OneRecord(_Called, forms.ModelChoiceField):
    """Choice of one record."""


class SeveralRecords(_Called, forms.ModelMultipleChoiceField):
    """Choice of several records; a key that is no number is an invalid choice."""

    def clean(self, value: Any) -> Any:
        for key in value or ():
            if not KEY.fullmatch(str(key)):
                raise ValidationError(self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": key})
        return super().clean(value)
