"""The two orders of days. Each is spelled for a loaded day and for the database; a table test binds the spellings.

By beginning: a day whose beginning is not known comes last, whichever end of the order is asked for.
On a timeline: a day whose beginning is not known stands where it ends, and an unknown day is the oldest of all.
"""

from datetime import date
from typing import Protocol

from django.db.models import DateField, F, Value
from django.db.models.expressions import Combinable, OrderBy
from django.db.models.functions import Coalesce


class Spread(Protocol):
    """What the orders read of a `Day`: the first and the last date that it may mean, and its half (0, 1 or 2)."""

    @property
    def earliest(self) -> date | None: ...

    @property
    def latest(self) -> date | None: ...

    @property
    def half(self) -> int: ...


def beginning_key(day: Spread) -> tuple[date, date, int]:
    """Return the sort key of a `Day` by its beginning; `Day` itself compares by it."""
    return day.earliest or date.max, day.latest or date.max, day.half


def oldest_first(name: str) -> tuple[OrderBy, ...]:
    """Return expressions for `order_by(*oldest_first("held"), "pk")`: by beginning, unknown ones and no day last."""
    return tuple(F(f"{name}_{column}").asc(nulls_last=True) for column in ("earliest", "latest", "half"))


def newest_first(name: str) -> tuple[OrderBy, ...]:
    """Return expressions for `order_by(*newest_first("held"), "-pk")`: by beginning, unknown ones and no day last."""
    return tuple(F(f"{name}_{column}").desc(nulls_last=True) for column in ("earliest", "latest", "half"))


def timeline_key(day: Spread | None) -> tuple[date, date, int]:
    """Return the sort key of a `Day`, or of None, on a timeline; sort in reverse for the newest first."""
    if day is None:
        return date.min, date.max, 0
    first = day.earliest or day.latest
    assert first is not None, "a day has at least one end"
    return first, day.latest or date.max, day.half


def timeline_columns(name: str) -> dict[str, Combinable]:
    """Return the columns of `timeline_key` for `annotate`: `first_day`, `last_day`, `day_half`.

    None of them is null, so that querysets of several models can be sorted together in a UNION.
    """
    earliest, latest = F(f"{name}_earliest"), F(f"{name}_latest")
    return {
        "first_day": Coalesce(earliest, latest, Value(date.min), output_field=DateField()),
        "last_day": Coalesce(latest, Value(date.max), output_field=DateField()),
        "day_half": F(f"{name}_half"),
    }
