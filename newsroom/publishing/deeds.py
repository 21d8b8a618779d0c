"""The frame of every deed: one transaction, one lock, one timestamp, one log entry, the hooks; and who may do it.

Deeds lock first, and only then look: at the clock, at what they change, at what they rest on. There is one lock, so
two deeds never wait for each other, and none judges by what the other is just changing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal

from django.contrib.auth import get_permission_codename
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.publishing import clock
from newsroom.publishing.following import tell_followers
from newsroom.publishing.models import Generation, LogEntry, Verb
from newsroom.publishing.refused import Refused

# The permissions of `LogEntry.Meta`, without their app label.
Permission = Literal["submit", "approve", "emergency", "release", "amend", "archive", "hide"]


def hold() -> datetime:
    """Inside a transaction, keep every deed and every save of the desk waiting until it ends; return its moment.

    Whatever is looked at before may be another when the lock is had.
    """
    Generation.objects.select_for_update().get_or_create(pk=1)
    return clock.moment()


@contextmanager
def deed(
    verb: Verb,
    record: Any,
    *,
    by: User | None,
    note: str = "",
    alone: bool = False,
    wrote: bool = True,
    now: datetime | None = None,
) -> Iterator[LogEntry]:
    """Do what stands in the block as one deed on `record`, and log it. What was looked at before it was not held.

    Yields the log entry, whose `at` is the deed's moment; `now` is given where several deeds happen at once. Whatever
    is raised inside undoes everything.
    """
    with transaction.atomic():
        at = hold()
        log_entry = LogEntry(
            verb=verb,
            by=by,
            at=now or at,
            kind=ContentType.objects.get_for_model(record),
            object_id=record.pk,
            label=str(record)[:300],
            note=note,
            alone=alone,
            wrote=wrote,
        )
        yield log_entry
        log_entry.save()
        next_generation()
        tell_followers(log_entry)


def may(user: User, permission: Permission) -> bool:
    """Return whether `user` holds `publishing.<permission>`: the one place that asks who may do a deed."""
    return user.has_perm(f"publishing.{permission}")


def may_view(user: User, model: type[models.Model]) -> bool:
    """Return whether `user` may see the records of `model` in the desk, as the admin does."""
    codenames = (get_permission_codename(verb, model._meta) for verb in ("view", "change"))
    return any(user.has_perm(f"{model._meta.app_label}.{codename}") for codename in codenames)


def require(user: User, permission: Permission) -> None:
    """Refuse unless `user` holds `publishing.<permission>`."""
    if not may(user, permission):
        raise Refused(_("Your account may not do this. Ask a publisher."))


def next_generation() -> None:
    """Increment the generation, which is held: pages may have changed."""
    Generation.objects.filter(pk=1).update(number=F("number") + 1)


@transaction.atomic
def clear(log_entry: LogEntry, *, by: User) -> None:
    """A second person has looked over what was done alone."""
    require(by, "approve")
    hold()
    log_entry.refresh_from_db()
    if not log_entry.alone or log_entry.cleared_at:
        raise Refused(_("Nothing waits to be looked over here."))
    if log_entry.by_id == by.pk:
        raise Refused(_("You did this yourself: somebody else must look it over."))
    with deed(Verb.CLEAR, log_entry.record or log_entry, by=by) as seen:
        log_entry.cleared_by, log_entry.cleared_at = by, seen.at
        log_entry.save(update_fields=["cleared_by", "cleared_at"])
