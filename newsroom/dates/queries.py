"""Query expressions and constraints of days. `name` is the day's field, or a lookup path to it: "event__held"."""

from datetime import date
from typing import Any

from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _


def in_year(name: str, year: int) -> Q:
    """Return the filter "the day counts in this year": as `Day.years` has it, an open range by its known end alone."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    first, last = date(year, 1, 1), date(year, 12, 31)
    begins, ends = (Q(**{f"{column}__range": (first, last)}) for column in (earliest, latest))
    return begins | ends | Q(**{f"{earliest}__lt": first, f"{latest}__gt": last})


def describe(instance: Any, name: str, language: str) -> Any:
    """Return the day of this record formatted in `language`, "" if it is not known."""
    day = getattr(instance, name)
    return day.printed(language) if day else ""


def day_constraints(name: str) -> list:
    """Return the check constraints of a day, for the `constraints` of the model's Meta."""
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    unknown = Q(**{f"{earliest}__isnull": True, f"{latest}__isnull": True})
    ordered = Q(**{f"{earliest}__isnull": True}) | Q(**{f"{latest}__isnull": True})
    return [
        CheckConstraint(
            name=f"%(app_label)s_%(class)s_{name}_ends_after_it_begins",
            condition=ordered | Q(**{f"{earliest}__lte": F(latest)}),
            violation_error_message=_("A range does not end before it begins."),
        ),
        CheckConstraint(
            name=f"%(app_label)s_%(class)s_{name}_is_known_by_its_ends",
            violation_error_message=_("The day and the dates by which it is sorted do not agree."),
            condition=(Q(**{name: ""}) & unknown) | (~Q(**{name: ""}) & ~unknown),
        ),
    ]
