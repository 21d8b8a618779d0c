"""A scratch model for tests about days: one of its own, one from an abstract parent."""

from django.db import models

from newsroom.dates import DayField, day_constraints


class Dated(models.Model):
    term = DayField("term", blank=True, remarks=False)

    class Meta:
        abstract = True


class Entry(Dated):
    held = DayField("held", blank=True)
    title = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        app_label = "daybook"
        constraints = [*day_constraints("held"), *day_constraints("term")]

    def __str__(self):
        return self.title
