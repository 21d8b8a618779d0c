"""Which approval let out which record: the rows that keep a record public, from the moment of that approval.

`by` is what was approved: the version of a story, or a record that was released with what hangs below it. Its
interval says how long it keeps what it let out; where a record hangs by now is not asked.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from newsroom.publishing.interval import Interval, approved_q
from newsroom.publishing.models import LetOut

Keepers = dict[Any, datetime]


def let_out(by: Interval, records: Iterable[Interval], since: datetime) -> None:
    """Write that the approval of `by` lets out these records, none of them before `since`."""
    rows = [LetOut(record=record, by=by, since=since) for record in records if record != by]
    LetOut.objects.bulk_create(rows, ignore_conflicts=True)


def carry(before: Iterable[Interval], by: Interval) -> None:
    """Let `by` keep what those before it let out: it takes their place, and nothing falls out between them."""
    rows = LetOut.objects.by(before)
    LetOut.objects.bulk_create(
        [LetOut(kind_id=row.kind_id, object_id=row.object_id, by=by, since=row.since) for row in rows],
        ignore_conflicts=True,
    )


def let_out_by(*approved: Interval) -> list:
    """Return the records that these let out, in the order of the rows, each once."""
    rows = LetOut.objects.by(approved).order_by("pk").prefetch_related("record")
    return list(dict.fromkeys(row.record for row in rows if row.record is not None))


def take_back(*approved: Interval, records: Iterable[Interval] | None = None) -> None:
    """Forget that these let out `records`, or anything."""
    rows = LetOut.objects.by(approved)
    (rows if records is None else rows & LetOut.objects.of(records)).delete()


def keepers_of(record: models.Model, at: datetime) -> Keepers:
    """Return what keeps `record` public at `at`, or from a moment to come, each with the moment from which it does."""
    since: dict = defaultdict(dict)
    for row in LetOut.objects.of([record]).select_related("by_kind"):
        since[row.by_kind.model_class()][row.by_id] = row.since
    return {
        keeper: max(keeper.public_from, since[model][keeper.pk])
        for model in since
        for keeper in model._base_manager.filter(approved_q(at), pk__in=since[model])
    }
