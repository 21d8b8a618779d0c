"""Withdrawal deed: take an edition off the site."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.articles.deeds.approval import live_run, unapprove, write_edition
from newsroom.articles.deeds.table import WITHDRAW
from newsroom.articles.models import Edition, PreviewLink
from newsroom.articles.records import call_back
from newsroom.photos.models import Photo
from newsroom.publishing.deeds import deed
from newsroom.publishing.hanging import below
from newsroom.publishing.keeping import let_out_by
from newsroom.publishing.models import Verb
from newsroom.publishing.refused import Refused
from newsroom.publishing.release import INTERVAL_COLUMNS, Released, keep, settle, take_off


def orphans_of(edition: Edition, now: datetime) -> list[Released]:
    """Return the public records that nothing else would keep if this edition were withdrawn now."""
    mine = edition.versions.approved(now)
    return [
        record
        for record in let_out_by(*mine)
        if record.is_public(now) and not record.release_at and not record.kept_from(now, without=mine)
    ]


def withdraw(
    edition: Edition, *, by: User, reason: str, hide_headline: bool = False, take_along: Collection[Released] = ()
) -> None:
    """Take a public edition off the site with a reason for its readers, in its language.

    A version that waits is cancelled. Of the records that this edition let out and nothing else keeps, those in
    `take_along` go too, with what hangs below them; the others stay by a release of their own. Photos go in any case:
    they have no page of their own.
    """
    WITHDRAW.require(by)
    if not reason.strip():
        raise Refused(_("Say for readers why the story is withdrawn."))
    with deed(Verb.WITHDRAW, edition, by=by, note=reason) as log_entry:
        edition = Edition.objects.select_for_update().get(pk=edition.pk)
        run = live_run(edition, log_entry.at)
        public = {version: start for version, start in run.items() if WITHDRAW.fits(version, log_entry.at)}
        if not public:
            raise Refused(_("This edition is not public."))
        waiting = [version for version in run if version not in public]
        write_edition(edition, public, end=log_entry.at, leave=tuple(waiting))
        for version in waiting:
            unapprove(version)
        call_back(waiting, log_entry.at)
        edition.withdrawn_at, edition.withdrawal_reason = log_entry.at, reason
        edition.headline_hidden = hide_headline
        edition.save()
        PreviewLink.objects.filter(version__edition=edition, revoked_at=None).update(revoked_at=log_entry.at)
        _part_from(let_out_by(*public), {*take_along, *below(take_along)}, log_entry.at)


def _part_from(records: list[Released], going: Collection[Released], now: datetime) -> None:
    for record in records:
        record.refresh_from_db(fields=INTERVAL_COLUMNS)  # one before it may have taken it along
        if record.kept_from(now) or not record.is_public(now) or record.release_at:
            settle(record, now)
        elif record in going or isinstance(record, Photo):
            take_off(record, now)
        else:
            keep(record, now)
