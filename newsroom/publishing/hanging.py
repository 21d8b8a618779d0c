"""What hangs below a record, and goes out with it: what was signed at an event, what came of an agreement.

Declared from above, in `AppConfig.ready()`: `hangs(Agreement, "event")` says that an agreement hangs below the event
at the end of its foreign key. Where a record hangs decides what a deed shows and lets out, and nothing afterwards:
what keeps it public is then read from the rows that the deed wrote (`publishing.keeping`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from newsroom.publishing import clock
from newsroom.publishing.relations import model_at

_hanging: list[tuple[type[models.Model], str]] = []


def hangs(model: type[models.Model], link: str) -> None:
    """Declare that records of `model` hang below the record at the end of their foreign key `link`."""
    if (model, link) not in _hanging:
        _hanging.append((model, link))


def hanging() -> list[tuple[type[models.Model], str]]:
    return list(_hanging)


@dataclass(frozen=True)
class Reach:
    """What a deed on some records lets out, the nearest first, and what stays behind, each with what holds it back."""

    goes: list
    stays: dict


def reach(records: Iterable, at: datetime) -> Reach:
    """Return what a deed at `at` on `records` lets out: themselves, and what hangs below them at all depths.

    A record that readers may not see as it stands stays behind. What hangs below one that they may not see yet stays
    as well: it would tell of the other before its time.
    """
    goes: dict = {}
    stays: dict = {}
    level = list(records)
    while level:
        shown = [record for record in level if record.not_before() != clock.NEVER]
        goes |= dict.fromkeys(shown)
        stays |= {record: record for record in level if record not in goes}
        open_now = [record for record in shown if (record.not_before() or at) <= at]
        level = [row for row in next_below(open_now) if row not in goes and row not in stays]
    for record in (*goes, *stays):
        if (record.not_before() or at) > at:
            stays |= {row: record for row in below([record]) if row not in goes and row not in stays}
    return Reach(list(goes), stays)


def below(records: Iterable) -> list:
    """Return what hangs below `records`, at all depths, the nearest first."""
    level, found = list(records), dict[Any, None]()
    while level:
        level = [row for row in next_below(level) if row not in found]
        found |= dict.fromkeys(level)
    return list(found)


def next_below(records: list) -> list:
    """Return what hangs directly below `records`."""
    found: list[Any] = []
    for model, link in _hanging:
        above = [record.pk for record in records if isinstance(record, model_at(model, link))]
        if above:
            found += model._base_manager.filter(**{f"{link}__in": above}).order_by("pk")
    return found
