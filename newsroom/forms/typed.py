"""What the fields of the desk's forms take: words that can be printed, and keys of records that there can be.

Whatever else comes is answered with a sentence at the field, before any database is asked: one takes what the other
refuses, and either fails at a key that is no number.
"""

import re

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator

from newsroom.forms.choice_notes import notes_on
from newsroom.languages import plain_text

KEY = re.compile("[0-9]{1,18}")


def only_plain_text(fields) -> None:
    """Let the form fields that hold words refuse what cannot be printed; HTML is cleaned instead (`cleans`)."""
    for field in fields:
        if isinstance(field, forms.CharField) and not getattr(field.widget, "cleans", False):
            others = [rule for rule in field.validators if not isinstance(rule, ProhibitNullCharactersValidator)]
            field.validators = [*others, plain_text]


class _KnownKeys:
    """Mixed into a choice: what came and is no key is not looked for when the form is shown again."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if KEY.fullmatch(str(key))], attr)


class OneChosen(_KnownKeys, AutocompleteSelect):
    """A record, found by typing."""


class SeveralChosen(_KnownKeys, AutocompleteSelectMultiple):
    """Records, found by typing."""


class _Called:
    """Mixed into a field: what was chosen and has no name of its own is called by what is told of it."""

    def label_from_instance(self, obj):
        named = super().label_from_instance(obj)
        if named != getattr(obj, "slug", None):
            return named
        return notes_on(type(obj), [obj]).get(obj.pk, named)


class OneRecord(_Called, forms.ModelChoiceField):
    """A record."""


class SeveralRecords(_Called, forms.ModelMultipleChoiceField):
    """Records of which each key can be one."""

    def clean(self, value):
        for key in value or ():
            if not KEY.fullmatch(str(key)):
                raise ValidationError(self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": key})
        return super().clean(value)
