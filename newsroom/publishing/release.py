"""Release of records: with the stories whose approval let them out, with what they hang below, or by a deed of theirs.

What keeps a record public is read from the rows that deeds wrote (`publishing.keeping`), and from its own release.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import clock, eyes
from newsroom.publishing.authors import last_writers_of, newly_public, writers_of
from newsroom.publishing.deeds import deed, hold, require
from newsroom.publishing.eyes import Authors
from newsroom.publishing.hanging import below, hanging, reach
from newsroom.publishing.interval import UNRELEASED, Interval, approved_q
from newsroom.publishing.keeping import keepers_of, let_out, let_out_by, take_back
from newsroom.publishing.models import Verb
from newsroom.publishing.refused import Refused

INTERVAL_COLUMNS = ["public_from", "public_until", "release_at", "withdrawn_at", "seen_from"]


class Released(Interval):
    """A record with an interval of its own.

    `release_at` is its own release, apart from any story; `withdrawn_at` is when it was last taken off the site.
    """

    release_at = models.DateTimeField(_("own release"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("taken off at"), null=True, blank=True, editable=False)

    # Why readers do not see it yet where `not_before` holds it back, for the desk.
    held_back = _("not to be seen yet")

    class Meta(Interval.Meta):
        abstract = True

    def not_before(self) -> datetime | None:
        """Return the moment before which readers do not see the record, whatever was approved.

        None for none, `clock.NEVER` for as long as the record stands as it does.
        """
        return None

    def kept_from(self, at: datetime, without: Iterable[Interval] = ()) -> list[datetime]:
        """Return the beginnings of all that keeps this record, now or at a moment to come, apart from `without`."""
        apart = set(without)
        return [start for keeper, start in keepers_of(self, at).items() if keeper not in apart]


def settle(record: Released, at: datetime) -> None:
    """Write the record's interval from its own release and from what keeps it, but not before its own time.

    A moment that has passed never moves later, unless an amendment made the record one that readers may not see yet; a
    record that was taken off and is kept again begins anew. A public record that nothing keeps any more stays as it is:
    taking it off is a choice of the withdrawing deed. What was released with the record is settled after it, and
    forgotten where the record itself is called back.
    """
    record.remember_seen(at)
    starts = record.kept_from(at) + ([record.release_at] if record.release_at else [])
    first, bar = min(starts, default=None), record.not_before()
    held_back = record.is_public(at) and (bar or at) > at
    if held_back:
        first = first or record.public_from
    if first is not None and bar:
        first = max(first, bar) if bar < clock.NEVER else None
    if record.is_public(at) and not held_back:
        if first is not None:
            record.public_from = min(record.public_from or first, first)
    elif first is not None:
        record.public_from, record.public_until = first, None
    elif record.public_until is None or record.public_until > at:
        record.public_from = record.public_until = None
    record.save(update_fields=INTERVAL_COLUMNS)
    settle_all(let_out_by(record), at)
    if not record.is_approved(at):
        take_back(record)


def settle_all(records: Iterable[Released], at: datetime) -> None:
    for record in records:
        settle(record, at)


def keep(record: Released, at: datetime) -> None:
    """Let a public record stay by its own release when the story that brought it goes."""
    record.release_at = record.public_from
    settle(record, at)


def take_off(record: Released, at: datetime) -> None:
    """End the record's interval at `at`, or forget a moment to come; what only it kept goes with it."""
    falling = falls_with(record, at)
    record.release_at = None
    record.remember_seen(at)
    if record.is_public(at):
        record.public_until = record.withdrawn_at = at
    elif record.is_waiting(at):
        record.public_from = record.public_until = None
    record.save(update_fields=INTERVAL_COLUMNS)
    take_back(record)
    for row in falling:
        take_off(row, at)


def falls_with(record: Released, at: datetime) -> list[Released]:
    """Return what only the release of this record keeps, and so leaves the site with it."""
    going = [record]
    for one in going:
        for row in let_out_by(one):
            only_so = row.is_approved(at) and not row.release_at and not row.kept_from(at, without=going)
            if only_so and row not in going:
                going.append(row)
    return going[1:]


def unreleased(at: datetime) -> Iterator[Released]:
    """Yield what hangs below something approved for readers, not held back at `at`, and was never approved itself."""
    for model, link in hanging():
        found: Any = model._base_manager.filter(UNRELEASED, approved_q(at, link)).select_related(link).order_by("pk")
        yield from (record for record in found if (getattr(record, link).not_before() or at) <= at)


@transaction.atomic
def release(record: Released, *, by: User, at: datetime | None = None) -> None:
    """Release a record without a story, with what hangs below it, now or at a moment to come.

    Not by who wrote any of it since it was last approved.
    """
    require(by, "release")
    now = hold()
    record = type(record).objects.get(pk=record.pk)
    alone = eyes.second_pair(by, authors=_authors(record, now), site=SiteSettings.current())
    with deed(Verb.RELEASE, record, by=by, alone=alone) as log_entry:
        moment = log_entry.at if at is None else at
        if moment < log_entry.at:
            raise Refused(gettext("This moment has passed. Choose a moment to come, or release now."))
        if record.is_public(log_entry.at):
            raise Refused(gettext("Readers can see this record already."))
        before = let_out_by(record)
        take_back(record)
        let_out(record, reach([record], log_entry.at).goes, since=moment)
        record.release_at = moment
        settle(record, log_entry.at)
        settle_all(before, log_entry.at)


def _authors(record: Released, at: datetime) -> Authors:
    found = newly_public([record, *below([record])], at)
    return Authors(wrote=writers_of(found), vouched=last_writers_of(found))


def retract(record: Released, *, by: User, reason: str) -> None:
    """Take a record off the site, or cancel its release, when no story needs it."""
    require(by, "release")
    if not reason.strip():
        raise Refused(gettext("Say why the record is taken off."))
    with deed(Verb.RETRACT, record, by=by, note=reason) as log_entry:
        record = type(record).objects.get(pk=record.pk)
        if not record.is_approved(log_entry.at):
            raise Refused(gettext("Readers cannot see this record."))
        if _is_kept_by_a_story(record, log_entry.at):
            sentence = gettext("A story that readers see or will see reports this record. Withdraw the story first.")
            raise Refused(sentence)
        take_back(*keepers_of(record, log_entry.at), records=[record])
        take_off(record, log_entry.at)


def _is_kept_by_a_story(record: Released, at: datetime) -> bool:
    """Return whether words keep the record, or what it was released with."""
    keepers = keepers_of(record, at)
    return any(not isinstance(one, Released) or _is_kept_by_a_story(one, at) for one in keepers)
