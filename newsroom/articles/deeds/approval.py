"""Approval deeds: publish now, schedule, or archive with a moment in the past."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Min
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.articles.deeds.submissions import authors_of
from newsroom.articles.deeds.table import APPROVE, APPROVE_ALONE, CANCEL, RESCHEDULE, RETURN, Deed
from newsroom.articles.deeds.writing import refuse_unready, reloaded
from newsroom.articles.models import Article, Edition, Version
from newsroom.articles.records import call_back, let_out_with
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import eyes
from newsroom.publishing.amending.amendments import amend, waiting_for
from newsroom.publishing.deeds import deed, hold, require
from newsroom.publishing.following import reasons_against
from newsroom.publishing.interval import write_run
from newsroom.publishing.keeping import let_out_by
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.moments import printed
from newsroom.publishing.refused import Refused
from newsroom.publishing.release import settle_all


def live_run(edition: Edition, now: datetime) -> dict[Version, datetime]:
    """Return the edition's public version and its scheduled one, each with its beginning."""
    versions = edition.versions.approved(now)
    return {version: version.public_from for version in versions if version.public_from}


def write_edition(edition: Edition, starts: dict[Version, datetime], **run: Any) -> None:
    """Write the intervals of an edition's versions and the edition's columns that follow from them."""
    write_run(starts, **run)
    edition.first_public_from = edition.versions.aggregate(first=Min("public_from"))["first"]
    edition.save()


@transaction.atomic
def approve(
    *versions: Version,
    by: User,
    at: datetime | None = None,
    alone: str = "",
    links: bool = False,
    again: bool = False,
) -> list[Version]:
    """Approve versions for readers, all at the same moment. Return the versions approved.

    `at` is a future moment, or, with the permission to archive, a past one for words published elsewhere then;
    without it they are public now. `alone` is the reason for approving without a second person.
    `links` approves the waiting amendment of what the story reports in the same deed. `again` lets readers see words
    once more that were submitted before their edition was withdrawn.
    Return none where a further person has to approve first.
    """
    now = hold()
    current = [reloaded(version) for version in versions]
    for version in current:
        _refuse_withdrawn(version, now=now, again=again)
    approved = [one for one in current if _approve_one(one, by=by, moment=at or now, now=now, alone=alone)]
    if links and approved:  # after the first of two approvals the links wait with the words
        _approve_links(versions[0].edition.article, by=by, at=at)
    return approved


def _approve_links(article: Article, *, by: User, at: datetime | None) -> None:
    """Approve the waiting amendment of a story's links, in the same deed as its words."""
    amendment = waiting_for(article)
    if amendment is None:
        raise Refused(_("No change of what this story reports waits for approval."))
    if at is not None:
        raise Refused(_("A change of what a story reports takes effect at once: approve it without a moment."))
    amend(amendment, by=by, minor=True)


def _approve_one(version: Version, *, by: User, moment: datetime, now: datetime, alone: str) -> bool:
    _refuse_approval(version, now=now, alone=alone)
    unseen = _alone(version, by=by, reason=alone, now=now)
    _refuse_moment(version, by=by, moment=moment, now=now)
    if not unseen and not alone and _needs_another(version, by=by):
        with deed(Verb.ENDORSE, version, by=by, now=now):
            return False
    with deed(Verb.APPROVE, version, by=by, now=now, alone=unseen, note=alone):
        before = live_run(version.edition, now)
        version.state = Version.State.APPROVED
        version.approved_by, version.approved_at = by, now
        if version.submitted_at is None:
            version.submitted_by, version.submitted_at = by, now
        version.save()
        write_edition(version.edition, before | {version: moment})
        let_out_with(version, before, now)
    return True


def is_withdrawn(version: Version, now: datetime) -> bool:
    """Return whether readers are told that the version's edition is withdrawn."""
    return version.edition.withdrawn_at is not None and not version.edition.versions.approved(now).exists()


def _refuse_withdrawn(version: Version, *, now: datetime, again: bool) -> None:
    handed_in, withdrawn_at = version.submitted_at or version.changed_at, version.edition.withdrawn_at
    if not again and is_withdrawn(version, now) and withdrawn_at and handed_in <= withdrawn_at:
        raise Refused(
            _("This edition was withdrawn after these words were submitted. Look whether it is to come back.")
        )


def _alone(version: Version, *, by: User, reason: str, now: datetime) -> bool:
    if reason.strip():
        APPROVE_ALONE.require(by)
        return True
    return eyes.second_pair(by, authors=authors_of(version, now), site=SiteSettings.current())


def _refuse_approval(version: Version, *, now: datetime, alone: str) -> None:
    if not (APPROVE_ALONE if alone.strip() else APPROVE).fits(version, now):
        raise Refused(_("Only words that were submitted can be approved."))
    refuse_unready(version)
    if reasons := reasons_against(version):
        raise Refused(*reasons)


def _refuse_moment(version: Version, *, by: User, moment: datetime, now: datetime) -> None:
    waiting = version.edition.versions.waiting(now).first()
    if waiting and waiting.public_from:
        text = _("Another version waits for %(moment)s. Cancel or reschedule it first.")
        raise Refused(text % {"moment": printed(waiting.public_from)})
    if moment < now:
        require(by, "archive")
        if version.edition.first_public_from is not None:
            raise Refused(_("A moment in the past can be given only to an edition that was never published here."))


def _needs_another(version: Version, *, by: User) -> bool:
    """Return whether a further person must approve after `by`. Raise Refused if the same person approves twice."""
    if SiteSettings.current().approvals < 2:
        return False
    earlier = LogEntry.objects.on([version]).filter(verb=Verb.ENDORSE, at__gte=version.submitted_at)
    if earlier.filter(by=by).exists():
        raise Refused(_("You have approved this already. A further person must approve it."))
    return not earlier.exists()


def return_(version: Version, *, by: User, note: str) -> None:
    """Return submitted words to their author with a note."""
    RETURN.require(by)
    if not note.strip():
        raise Refused(_("Say what has to be changed."))
    with deed(Verb.RETURN, version, by=by, note=note) as log_entry:
        version = reloaded(version)
        if not RETURN.fits(version, log_entry.at):
            raise Refused(_("Only words that were submitted can be returned."))
        version.state, version.return_note = Version.State.RETURNED, note
        version.save()


def _waiting(versions: Iterable[Version], now: datetime, what: Deed) -> list[Version]:
    found = [reloaded(version) for version in versions]
    if not all(what.fits(version, now) for version in found):
        raise Refused(_("These words do not wait for a moment."))
    return found


@transaction.atomic
def reschedule(*versions: Version, by: User, at: datetime | None = None) -> None:
    """Give waiting versions another future moment, or publish them now."""
    RESCHEDULE.require(by)
    now = hold()
    moment = at or now
    for version in _waiting(versions, now, RESCHEDULE):
        with deed(Verb.RESCHEDULE, version, by=by, now=now):
            if moment < now:
                raise Refused(_("This moment has passed. Choose a moment to come, or publish now."))
            write_edition(version.edition, live_run(version.edition, now) | {version: moment})
            settle_all(let_out_by(version), now)


@transaction.atomic
def cancel(*versions: Version, by: User) -> None:
    """Cancel the publication of waiting versions; the version before each stays public."""
    CANCEL.require(by)
    now = hold()
    for version in _waiting(versions, now, CANCEL):
        with deed(Verb.CANCEL, version, by=by, now=now):
            starts = live_run(version.edition, now)
            starts.pop(version)
            write_edition(version.edition, starts, leave=(version,))
            unapprove(version)
            call_back([version], now)


def unapprove(version: Version) -> None:
    """Make an approved version that never became public a draft again, or discard it if another is in work."""
    others = version.edition.versions.in_work().exists()
    version.state = Version.State.DISCARDED if others else Version.State.DRAFT
    version.approved_by = version.approved_at = None
    version.save()
