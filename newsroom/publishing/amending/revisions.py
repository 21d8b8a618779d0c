"""Revisions: what each save of the desk left of a record, with its rows and links, and by whom.

Which records have revisions is declared (`revised`), with the rows that a form of theirs shows beside those that an
amendment holds. What stood there before the first save becomes a revision of nobody at that save; so does what
something else, such as a merge of duplicates, has made of the record between two saves.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.signals import post_delete

from newsroom.accounts.models import User
from newsroom.publishing.amending import snapshots
from newsroom.publishing.models import Revision

_also: dict[type[models.Model], tuple[str, ...]] = defaultdict(tuple)


def revised(model: type[models.Model], rows: Sequence[str] = ()) -> None:
    """Declare that records of `model` have revisions, which hold these rows too and go with their record."""
    _also[model] = tuple(rows)
    post_delete.connect(_forget, sender=model, dispatch_uid=f"revisions of {model._meta.label}")


def _forget(instance: models.Model, **_signal: Any) -> None:
    Revision.objects.of(instance).delete()


def take(record: models.Model) -> dict:
    """Return the snapshot of a record as its revisions hold it."""
    return snapshots.take(record, _also[type(record)])


def further_rows(model: type[models.Model]) -> tuple[str, ...]:
    """Return the rows that the revisions of records of `model` hold beside those of an amendment."""
    return _also[model]


def last_number(record: models.Model) -> int:
    """Return the number of the record's last revision, 0 where it has none."""
    return Revision.objects.of(record).aggregate(last=models.Max("number"))["last"] or 0


def keep(
    record: models.Model, before: dict | None, *, by: User | None, at: datetime, begun: dict | None = None
) -> Revision | None:
    """Keep the record as a save has left it, and what stood there before; nothing where the save changed nothing."""
    after = take(type(record)._base_manager.get(pk=record.pk))
    if after == before:
        return None
    last = Revision.objects.of(record).last()
    if before is not None and (last is None or last.snapshot != before):
        last = _add(record, last, snapshot=before, at=at)
    return _add(record, last, snapshot=after, by=by, at=at, begun=begun or {})


def _add(record: models.Model, last: Revision | None, **facts: Any) -> Revision:
    kind = ContentType.objects.get_for_model(record)
    return Revision.objects.create(kind=kind, object_id=record.pk, number=last.number + 1 if last else 1, **facts)


def who(record: models.Model, since: int, now: Any, seen: Callable[[dict], Any]) -> User | None:
    """Return who made what is `seen` in a snapshot of the record what it is now, in a revision after number `since`."""
    found = None
    for revision in Revision.objects.of(record).filter(number__gt=since).reverse():
        if seen(revision.snapshot) != now:
            break
        found = revision
    return found.by if found else None


def begun_as(record: models.Model, identities: set[str]) -> dict[str, tuple[str, dict]]:
    """Return {identity: (name of the rows, snapshot of the row)} of the rows that saves added under an identity."""
    found = {}
    for revision in Revision.objects.of(record).exclude(begun={}):
        for identity in identities & revision.begun.keys():
            name, key = revision.begun[identity]
            if row := next((row for row in revision.snapshot["rows"].get(name, []) if row["pk"] == key), None):
                found[identity] = (name, row)
    return found
