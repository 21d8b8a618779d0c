"""Query expressions and constraints of days. `name` is the day's field, or a lookup path to it: "event__held"."""

from typing import Any

from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _


def overlapping(name: str, start: Any, end: Any) -> Any:
    """Return the Q filter "the day may touch the dates from `start` to `end`", both included; None is no bound.

    An open end reaches for ever; an unknown day touches nothing.
    """
    earliest, latest = f"{name}_earliest", f"{name}_latest"
    known = Q(**{f"{earliest}__isnull": False}) | Q(**{f"{latest}__isnull": False})
    if end is not None:
        known &= Q(**{f"{earliest}__isnull": True}) | Q(**{f"{earliest}__lte": end})
    if start is not None:
        known &= Q(**{f"{latest}__isnull": True}) | Q(**{f"{latest}__gte": start})
    return known


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
