"""The rule of visibility, spelled once.

Public at t ⇔ `public_from` ≤ t and (`public_until` is null or t < `public_until`). The set's spelling
(`public_q`) and the row's (`Interval.is_public`) stand side by side and are held together by one table test.
"""

from collections.abc import Mapping
from datetime import datetime
from itertools import zip_longest
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


def public_q(at: datetime, path: str = "") -> Q:
    """Return the Q filter of what is public at `at`; `path` leads to the interval, `__` between its steps."""
    path = path and f"{path}__"
    still = Q(**{f"{path}public_until__isnull": True}) | Q(**{f"{path}public_until__gt": at})
    return Q(**{f"{path}public_from__lte": at}) & still


def approved_q(at: datetime, path: str = "") -> Q:
    """What has been approved for readers and has not ended: public at `at`, or waiting for its moment."""
    path = path and f"{path}__"
    still = Q(**{f"{path}public_until__isnull": True}) | Q(**{f"{path}public_until__gt": at})
    return Q(**{f"{path}public_from__isnull": False}) & still


def once_public_q(at: datetime, path: str = "") -> Q:
    """What has begun to be public by `at`, whether or not it still is, or waits to be so again."""
    path = path and f"{path}__"
    return Q(**{f"{path}public_from__lte": at}) | Q(**{f"{path}seen_from__lte": at})


def waiting_q(at: datetime, path: str = "") -> Q:
    """What will begin to be public after `at`."""
    path = path and f"{path}__"
    return Q(**{f"{path}public_from__gt": at})


FEW = 400  # records that are asked for by their keys

# What nobody has approved for readers, or what was taken back before they saw it.
UNRELEASED = Q(public_from__isnull=True)


class IntervalQuerySet(models.QuerySet):
    """Rows that carry the interval themselves."""

    def public(self, at: datetime) -> Self:
        return self.filter(public_q(at))

    def approved(self, at: datetime) -> Self:
        return self.filter(approved_q(at))

    def once_public(self, at: datetime) -> Self:
        return self.filter(once_public_q(at))

    def waiting(self, at: datetime) -> Self:
        return self.filter(waiting_q(at))

    def newest_first(self) -> Self:
        return self.order_by(F("public_from").desc(nulls_last=True), "-pk")


class Interval(models.Model):
    """A row that is public in a half-open stretch of time. Only `write_run` and `settle` write its ends."""

    public_from = models.DateTimeField(_("public from"), null=True, blank=True, editable=False, db_index=True)
    public_until = models.DateTimeField(_("public until"), null=True, blank=True, editable=False)
    # Never forgotten, though the interval be another one: what readers have seen keeps its address and stays.
    seen_from = models.DateTimeField(_("first seen by readers"), null=True, blank=True, editable=False)

    objects = IntervalQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(public_until__isnull=True)
                | Q(public_from__isnull=False, public_until__gte=F("public_from")),
                name="%(app_label)s_%(class)s_is_not_public_until_before_it_is_from",
                violation_error_message=_("What is public does not end before it begins."),
            )
        ]

    def is_public(self, at: datetime) -> bool:
        if self.public_from is None or at < self.public_from:
            return False
        return self.public_until is None or at < self.public_until

    def is_approved(self, at: datetime) -> bool:
        return self.public_from is not None and (self.public_until is None or at < self.public_until)

    def is_waiting(self, at: datetime) -> bool:
        return self.public_from is not None and at < self.public_from

    def was_public(self, at: datetime) -> bool:
        return any(moment is not None and moment <= at for moment in (self.public_from, self.seen_from))

    def remember_seen(self, at: datetime) -> None:
        """Before its interval is written anew, keep since when readers have seen it, if they have by `at`."""
        if self.public_from is not None and self.public_from <= at:
            self.seen_from = min(self.seen_from or self.public_from, self.public_from)


def keys_of_any(*records: models.QuerySet) -> models.QuerySet:
    """Return the keys of what any of these sets holds, each of which may be cut short, for `pk__in`.

    One set by a union: asked for either of two conditions, PostgreSQL goes through every row. And each inside a
    question of its own, since SQLite joins none that is ordered.
    """
    model = records[0].model._base_manager
    first, *others = (model.filter(pk__in=some.values("pk")).order_by().values("pk") for some in records)
    return first.union(*others) if others else first


def by_keys(records: models.QuerySet) -> models.QuerySet:
    """Return the same records, unordered, asked for by their keys where these are few.

    For a set that many questions rest on: each of them would build and compile all its conditions anew, which takes
    Django longer than the database takes to answer.
    """
    keys = list(records.order_by().values_list("pk", flat=True)[: FEW + 1])
    return records.model._default_manager.filter(pk__in=keys) if len(keys) <= FEW else records


def write_run(starts: Mapping[Any, datetime], *, end: datetime | None = None, leave: tuple = ()) -> None:
    """Write one unbroken run of intervals: each begins where the one before it ends, the last ends at `end`.

    `starts` says when each row of the run begins; rows in `leave` are no longer in it. This is the only function
    that writes the intervals of versions, so there can be no gap and no overlap inside a run. All rows are
    cleared before they are written, because the database refuses an overlap after every statement.
    """
    order = sorted(starts, key=starts.__getitem__)
    rows = [*order, *leave]
    if not rows:
        return
    type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).update(public_from=None, public_until=None)
    for row in leave:
        row.public_from = row.public_until = None
    for row, following in zip_longest(order, order[1:]):
        row.public_from, row.public_until = starts[row], starts.get(following, end)
        row.save(update_fields=["public_from", "public_until"])
