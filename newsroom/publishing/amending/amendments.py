"""Amendments: a change of what has been approved, proposed as a diff and approved by a second person.

The desk's own form makes the proposal: it is saved, looked at and undone, so that a proposal can hold whatever the
form can. Only an approval writes it, root, rows and links in one transaction.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import eyes
from newsroom.publishing.addresses import remember
from newsroom.publishing.amending import revisions, snapshots
from newsroom.publishing.amending.differences import Difference
from newsroom.publishing.deeds import deed, hold, require
from newsroom.publishing.eyes import Authors
from newsroom.publishing.models import Amendment, Verb
from newsroom.publishing.refused import Refused
from newsroom.publishing.release import Released, settle


class _Undone(Exception):
    """Raised to undo a change that was only tried."""


def waiting_for(record: Any) -> Amendment | None:
    """Return the amendment of this record that waits for approval, if there is one."""
    kind = ContentType.objects.get_for_model(record)
    return Amendment.objects.filter(kind=kind, object_id=record.pk, state=Amendment.State.WAITING).first()


def trial(record: Any, change: Callable[[], None]) -> tuple[dict, dict]:
    """Return the record before and after `change()`, which is undone.

    What the change made and the record links to, such as the pair of two places, is made for good: a proposal names
    it by its key.
    """
    after, linked = {}, {}
    try:
        with transaction.atomic():
            before = snapshots.take(_fresh(record))
            change()
            changed = _fresh(record)
            after = snapshots.take(changed)
            links = (field.name for field in snapshots.links_of(type(record)))
            linked = {name: list(getattr(changed, name).all()) for name in links}
            raise _Undone
    except _Undone:
        for name, others in linked.items():
            after["links"][name] = sorted(_made_for_good(other) for other in others)
        return before, snapshots.forget_new(after, before)


def _made_for_good(other: Any) -> int:
    """Return the key of a linked record, which is created anew if its creation was undone."""
    if not type(other)._base_manager.filter(pk=other.pk).exists():
        other.pk = None
        other.save(force_insert=True)
    return other.pk


def _fresh(record: Any) -> Any:
    return type(record)._base_manager.get(pk=record.pk)


def propose(record: Any, change: Callable[[], None], *, by: User, reason: str = "") -> Amendment:
    """Keep what `change()` would make of the record as a proposal. `change` saves the record and its rows."""
    require(by, "amend")
    with deed(Verb.PROPOSE, record, by=by, note=reason) as log_entry:
        if waiting_for(record):
            raise Refused(_("An amendment of this record waits for approval already. Have it decided first."))
        before, after = trial(record, change)
        if before == after:
            raise Refused(_("Nothing was changed."))
        return Amendment.objects.create(
            kind=log_entry.kind,
            object_id=record.pk,
            before=before,
            after=after,
            proposed_by=by,
            proposed_at=log_entry.at,
            reason=reason,
        )


@transaction.atomic
def amend(amendment: Amendment, *, by: User, note_zh: str = "", note_en: str = "", minor: bool = False) -> None:
    """Approve a proposal: write it, with a note for readers, or none where it is minor."""
    hold()
    alone = eyes.second_pair(by, authors=Authors(set(), {amendment.proposed_by_id}), site=SiteSettings.current())
    if not minor and not (note_zh.strip() or note_en.strip()):
        raise Refused(_("Say for readers what was changed, or mark the change as minor."))
    with deed(Verb.AMEND, amendment.record, by=by, note=note_en or note_zh, alone=alone) as log_entry:
        amendment = _waiting(amendment)
        _write(amendment, log_entry.at)
        if isinstance(log_entry.record, Released):
            settle(_fresh(log_entry.record), log_entry.at)
        amendment.public_note_zh, amendment.public_note_en, amendment.minor = note_zh, note_en, minor
        _decide(amendment, Amendment.State.APPROVED, log_entry)
        log_entry.amendment = amendment


def besides(amendment: Amendment) -> list[Difference]:
    """Return what the approval of a proposal would change besides its own record: it is tried, and undone."""
    entry = None
    with suppress(_Undone, Refused, IntegrityError), transaction.atomic():
        with deed(Verb.AMEND, amendment.record, by=amendment.proposed_by) as entry:
            _write(amendment, entry.at)
            entry.amendment = amendment
        raise _Undone
    return list(entry.moved) if entry else []


def _waiting(amendment: Amendment) -> Amendment:
    amendment = Amendment.objects.get(pk=amendment.pk)
    if amendment.state != Amendment.State.WAITING:
        raise Refused(_("This amendment has been decided already."))
    return amendment


def _write(amendment: Amendment, at: datetime) -> None:
    model = amendment.kind.model_class()
    assert model is not None, "amendments are of models that there are"
    record: Any = model._base_manager.get(pk=amendment.object_id)
    if not snapshots.still_holds(amendment.before, snapshots.take(record)):
        raise Refused(_("The record was changed after this was proposed. Decline it and propose it again."))
    old_path, before = record.path() if hasattr(record, "path") else "", revisions.take(record)
    try:
        snapshots.write(record, amendment.after, at)
    except ValidationError as error:
        raise Refused(*error.messages) from error
    revisions.keep(record, before, by=amendment.proposed_by, at=at)
    if old_path and record.path() != old_path:
        remember(old_path, record)


def _decide(amendment: Amendment, state: str, log_entry: Any) -> None:
    amendment.state, amendment.decided_by, amendment.decided_at = state, log_entry.by, log_entry.at
    amendment.save()


@transaction.atomic
def decline(amendment: Amendment, *, by: User, reason: str) -> None:
    """Do not write a proposal: a second person says why, or its proposer takes it back."""
    if by.pk != amendment.proposed_by_id:
        require(by, "approve")
    if not reason.strip():
        raise Refused(_("Say why the amendment is declined."))
    hold()
    with deed(Verb.DECLINE, amendment.record, by=by, note=reason) as log_entry:
        _decide(_waiting(amendment), Amendment.State.DECLINED, log_entry)
