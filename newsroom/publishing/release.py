"""Release of records: with the stories that report them, with the record they belong to, or by a deed.

What keeps a record public is declared from above, in `AppConfig.ready()`:
`keeps(Event, "articles__editions__versions")` says that the versions of a story that reports an event keep it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.accounts.models import User
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import clock, eyes
from newsroom.publishing.deeds import deed, require
from newsroom.publishing.interval import Interval, approved_q
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.refused import Refused
from newsroom.publishing.relations import end_of

INTERVAL_COLUMNS = ["public_from", "public_until", "release_at", "withdrawn_at"]

_keepers: dict[type[models.Model], list[str]] = defaultdict(list)


def keeps(model: type[models.Model], *paths: str) -> None:
    """Declare that rows with an interval at the end of `paths` keep records of `model` public."""
    _keepers[model].extend(path for path in paths if path not in _keepers[model])


def keepers_of(model: type[models.Model]) -> list[str]:
    """Return the paths from records of `model` to what keeps them public."""
    return list(_keepers.get(model, ()))


class Released(Interval):
    """A record with an interval of its own.

    `release_at` is its own release, apart from any story; `withdrawn_at` is when it was last taken off the site.
    """

    release_at = models.DateTimeField(_("own release"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("taken off at"), null=True, blank=True, editable=False)

    class Meta(Interval.Meta):
        abstract = True

    def not_before(self) -> datetime | None:
        """Return the moment before which readers do not see the record, whatever was approved.

        None for none, `clock.NEVER` for as long as the record stands as it does.
        """
        return None

    def kept_from(self, at: datetime, without: Iterable[Interval] = ()) -> list[datetime]:
        """Return the beginnings of all that keeps this record, now or at a moment to come, apart from `without`."""
        apart = {(type(row), row.pk) for row in without}
        starts = []
        for path in _keepers[type(self)]:
            end = end_of(type(self), path)
            kept = type(self)._base_manager.filter(approved_q(at, path), pk=self.pk)
            found = kept.values_list(f"{path}__pk", f"{path}__public_from")
            starts += [start for key, start in found if (end, key) not in apart]
        return starts


def settle(record: Released, at: datetime) -> None:
    """Write the record's interval from its own release and from what keeps it, but not before its own time.

    A moment that has passed never moves later; a record that was taken off and is kept again begins anew. A public
    record that nothing keeps any more stays as it is: taking it off is a choice of the withdrawing deed. What the
    record itself keeps is settled after it.
    """
    starts = record.kept_from(at) + ([record.release_at] if record.release_at else [])
    first = min(starts, default=None)
    if first is not None and (bar := record.not_before()):
        first = max(first, bar) if bar < clock.NEVER else None
    if record.is_public(at):
        if first is not None:
            record.public_from = min(record.public_from or first, first)
    elif first is not None:
        record.public_from, record.public_until = first, None
    elif record.public_until is None or record.public_until > at:
        record.public_from = record.public_until = None
    record.save(update_fields=INTERVAL_COLUMNS)
    settle_all(dependants(record), at)


def settle_all(records: Iterable[Released], at: datetime) -> None:
    for record in records:
        settle(record, at)


def keep(record: Released, at: datetime) -> None:
    """Let a public record stay by its own release when the story that brought it goes."""
    record.release_at = record.public_from
    settle(record, at)


def take_off(record: Released, at: datetime) -> None:
    """End the record's interval at `at`, or forget a moment to come; what only it kept goes with it."""
    record.release_at = None
    if record.is_public(at):
        record.public_until = record.withdrawn_at = at
    elif not record.was_public(at):
        record.public_from = record.public_until = None
    record.save(update_fields=INTERVAL_COLUMNS)
    for row in dependants(record):
        if row.is_approved(at) and not row.release_at and not row.kept_from(at):
            take_off(row, at)


def dependants(record: Released) -> list[Released]:
    """Return the records that are kept by this one, such as the stages that an agreement made."""
    found: list = []
    for model, paths in _keepers.items():
        for path in paths:
            if "__" not in path and model._meta.get_field(path).related_model is type(record):
                found += model._base_manager.filter(**{path: record})
    return found


def release(record: Released, *, by: User, at: datetime | None = None) -> None:
    """Release a record to readers without a story, now or at a moment to come; not by who changed it last."""
    require(by, "release")
    last = LogEntry.objects.on([record]).filter(verb=Verb.SAVE).first()
    authors = {last.by_id} if last and last.by_id else set()
    alone = eyes.second_pair(by, authors=authors, approvals=SiteSettings.current().approvals)
    with deed(Verb.RELEASE, record, by=by, alone=alone) as log_entry:
        record = type(record).objects.select_for_update().get(pk=record.pk)
        moment = log_entry.at if at is None else at
        if moment < log_entry.at:
            raise Refused(gettext("This moment has passed. Choose a moment to come, or release now."))
        if record.is_public(log_entry.at):
            raise Refused(gettext("Readers can see this record already."))
        record.release_at = moment
        settle(record, log_entry.at)


def retract(record: Released, *, by: User, reason: str) -> None:
    """Take a record off the site, or cancel its release, when no story needs it."""
    require(by, "release")
    if not reason.strip():
        raise Refused(gettext("Say why the record is taken off."))
    with deed(Verb.RETRACT, record, by=by, note=reason) as log_entry:
        record = type(record).objects.select_for_update().get(pk=record.pk)
        if not record.is_approved(log_entry.at):
            raise Refused(gettext("Readers cannot see this record."))
        if record.kept_from(log_entry.at):
            sentence = gettext("A story that readers see or will see reports this record. Withdraw the story first.")
            raise Refused(sentence)
        take_off(record, log_entry.at)
