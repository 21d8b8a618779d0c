"""The frame of every deed: one transaction, one moment, one row in the log, then the followers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from newsroom.publishing import clock
from newsroom.publishing.following import tell_followers
from newsroom.publishing.models import Act, Generation, Verb
from newsroom.publishing.refused import Refused


@contextmanager
def deed(verb: Verb, record, *, by, note: str = "", alone: bool = False, now: datetime | None = None) -> Iterator[Act]:
    """Do what stands in the block as one deed on `record`, and log it.

    Yields the act, whose `at` is the deed's moment; `now` is given where several deeds are one act. Whatever is
    raised inside undoes everything.
    """
    with transaction.atomic():
        act = Act(
            verb=verb,
            by=by,
            at=now or clock.moment(),
            kind=ContentType.objects.get_for_model(record),
            object_id=record.pk,
            label=str(record)[:300],
            note=note,
            alone=alone,
        )
        yield act
        act.save()
        next_generation()
        tell_followers(act)


def require(user, permission: str) -> None:
    """Refuse unless `user` holds `publishing.<permission>`: the one place that asks who may."""
    if not user.has_perm(f"publishing.{permission}"):
        raise Refused(_("Your account may not do this. Ask a publisher."))


def next_generation() -> None:
    """Say that pages may have changed."""
    if not Generation.objects.filter(pk=1).update(number=F("number") + 1):
        Generation.objects.create(pk=1, number=1)


def clear(act: Act, *, by) -> None:
    """A second person has looked over what was done alone."""
    require(by, "approve")
    if not act.alone or act.cleared_at:
        raise Refused(_("Nothing waits to be looked over here."))
    if act.by_id == by.pk:
        raise Refused(_("You did this yourself: somebody else must look it over."))
    with deed(Verb.CLEAR, act.record or act, by=by) as seen:
        act.cleared_by, act.cleared_at = by, seen.at
        act.save(update_fields=["cleared_by", "cleared_at"])
