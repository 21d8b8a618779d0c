"""Admin list columns that print partial dates."""

from collections.abc import Callable, Sequence

from django.contrib import admin
from django.db import models
from django.utils.translation import get_language

from newsroom.dates.columns import DayField


def with_printed_days(model: type[models.Model], columns: Sequence[str]) -> list:
    """Return the columns of a list, those that name a day of `model` as what prints it."""
    days = {field.name: _printed(field) for field in model._meta.fields if isinstance(field, DayField)}
    return [days.get(column, column) for column in columns]


def _printed(field: DayField) -> Callable:
    @admin.display(description=field.verbose_name, ordering=field.name)
    def printed(record: models.Model) -> str | None:
        day = getattr(record, field.name)
        return day.printed(get_language()) if day else None

    return printed
