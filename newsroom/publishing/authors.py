"""Authors: whoever wrote what an approval is the first to let out, and so does not approve it.

That is everybody who saved any of it since it was last approved, not only the last. Who only entered a place or a body
that was missing wrote nothing of it.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q

from newsroom.publishing.hanging import hanging
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.naming import named_models, paths_of
from newsroom.publishing.relations import end_of


def newly_public(records: Iterable, at: datetime) -> list:
    """Return those of `records` that are not approved at `at`, and whom and what they are the first to name."""
    fresh = [record for record in records if not record.is_approved(at)]
    return [*fresh, *(one for model in named_models() for one in _first_named(model, fresh, at))]


def _first_named(model: type[models.Model], by: list, at: datetime) -> Iterable:
    ways = {path: _keys(end_of(model, path), by) for path in paths_of(model)}
    found = [model._base_manager.filter(**{f"{path}__in": keys}) for path, keys in ways.items() if keys]
    leading = [Q(pk__in=records.values("pk")) for records in found]
    if not leading:
        return []
    manager: Any = model._default_manager
    return manager.filter(reduce(or_, leading)).exclude(pk__in=manager.approved(at).values("pk"))


def _keys(model: type[models.Model], records: list) -> list:
    return [record.pk for record in records if type(record) is model]


def writers_of(records: list, since: datetime | None = None) -> set[int]:
    """Return the keys of the accounts that wrote in any of the records after `since`, or after it was taken off."""
    off: dict[Any, datetime | None] = {
        (type(record), record.pk): since or getattr(record, "withdrawn_at", None) for record in records
    }
    saves = LogEntry.objects.on(records).filter(verb=Verb.SAVE, wrote=True).select_related("kind").exclude(by=None)
    found = set()
    for entry in saves:
        after = off.get((entry.kind.model_class(), entry.object_id))
        if entry.by_id and (after is None or entry.at > after):
            found.add(entry.by_id)
    return found


def last_writers_of(records: list) -> set[int]:
    """Return the keys of the accounts that wrote in each of the records last."""
    last: dict = {}
    for entry in LogEntry.objects.on(records).filter(verb=Verb.SAVE, wrote=True):  # the newest first
        last.setdefault((entry.kind_id, entry.object_id), entry.by_id)
    return {key for key in last.values() if key}


def above(record: Any) -> list:
    """Return what `record` hangs below, at all heights."""
    found, level = [], [record]
    while level:
        level = [up for one in level for up in _next_above(one) if up not in found]
        found += level
    return found


def _next_above(record: Any) -> list:
    ups = [getattr(record, link) for model, link in hanging() if isinstance(record, model)]
    return [up for up in ups if up is not None]
