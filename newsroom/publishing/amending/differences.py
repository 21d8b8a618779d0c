"""The diff of an amendment, in words for editors: old and new value of each column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.dates import DayField, LengthField
from newsroom.languages import EN, in_a_row
from newsroom.publishing.amending.snapshots import differences
from newsroom.publishing.models import Amendment
from newsroom.publishing.relations import model_at

NOTHING = "–"


@dataclass(frozen=True)
class Difference:
    """One column of the record or of a row of it: where it stands, what it is called, what it was and will be."""

    where: str
    what: str
    old: str
    new: str


def differing(amendment: Amendment) -> list[Difference]:
    """Return everything that the amendment changes, in the words of the desk; nothing is no change of nothing."""
    model = amendment.kind.model_class()
    assert model is not None, "amendments are of models that there are"
    return between(model, amendment.before, amendment.after)


def between(model: type[models.Model], before: dict, after: dict, also: Sequence[str] = ()) -> list[Difference]:
    """Return what differs between two snapshots of a record; `also` are further rows that were taken."""
    found = differences(before, after, model, also=also)
    said = (
        Difference(_where(model, where), str(field.verbose_name), in_words(field, old), in_words(field, new))
        for where, field, old, new in found
    )
    return [one for one in said if not one.old == one.new == NOTHING]


def _where(model: type[models.Model], where: tuple) -> str:
    words = []
    for name, number in where:
        model = model_at(model, name)
        words.append(f"{model._meta.verbose_name} {number}")
    return in_a_row(words)


def in_words(field: models.Field, value: Any) -> str:
    """Return a column's plain value as it is printed in the desk: links by name, choices by label, days in words."""
    if value in (None, "", []):
        return NOTHING
    if field.is_relation:
        keys = value if isinstance(value, list) else [value]
        found = model_at(field.model, field.name)._base_manager.in_bulk(keys)
        return in_a_row(found.get(key, _("deleted")) for key in keys)
    if field.choices:
        labels = dict(field.flatchoices)
        return in_a_row(labels.get(choice, choice) for choice in _chosen(field, value))
    if isinstance(field, DayField):
        day = field.to_python(value)
        return day.printed(get_language() or EN) if day else NOTHING
    if isinstance(field, LengthField):
        return field.to_python(value).printed(get_language() or EN)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)


def _chosen(field: models.Field, value: Any) -> tuple:
    chosen = field.to_python(value)
    return chosen if isinstance(chosen, tuple) else (chosen,)
