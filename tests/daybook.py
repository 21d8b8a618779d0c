"""A scratch model for tests about days, one of its own, one from an abstract parent, and about a length."""

import pytest
from django.db import connection, models

from newsroom.dates import Day, DayField, LengthField, day_constraints


class Dated(models.Model):
    term = DayField("term", blank=True, remarks=False)

    class Meta:
        abstract = True


class Entry(Dated):
    held = DayField("held", blank=True)
    title = models.CharField(max_length=20, blank=True, default="")
    lasted = LengthField("lasted")

    class Meta:
        app_label = "daybook"
        constraints = [*day_constraints("held"), *day_constraints("term")]

    def __str__(self):
        return self.title


@pytest.fixture(scope="module", autouse=True)
def entry_table(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Entry)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Entry)


def entry(held="", **fields):
    return Entry.objects.create(held=Day.parse(held) if held else None, **fields)
