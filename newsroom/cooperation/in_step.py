"""What was proposed stays in step with its source, until a person types another value.

A record that readers see or are going to see moves only inside the deed that changes its source, and each value that
moves stands on the page of that deed (`LogEntry.moved`). A public address never moves.
"""

from collections import deque
from collections.abc import Iterable
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q

from newsroom.accounts.models import User
from newsroom.cooperation.filling import DAYS, proposals_for, typed_in, value_of, write_value
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, InStep, Proposed, Stage, differs
from newsroom.dates import DayField
from newsroom.languages import labelled
from newsroom.people.models import Institution, Office
from newsroom.places.models import Pair, Place
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.differences import Difference, in_words
from newsroom.publishing.amending.locking import lock_of
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.readdressing import log_move, readdress_from

EVERY = frozenset(Proposed)
# What a proposal rests on, of records that say much else besides.
SAID = {
    Place: {"level", "parent_id", "slug"},
    Institution: {"kind", "place_id"},
    Office: {"name_zh", "name_en"},
}
# Whose places an event's pairs rest on, besides those where it was held.
BODIES = ("stops__delegation__senders", "appearances", "agreements__parties")


def keep_in_step(
    records: Iterable[models.Model],
    at: datetime,
    *,
    by: User | None,
    open_to_change: models.Model | None = None,
    public: bool = False,
) -> list[Difference]:
    """Make the proposed values of these records, and of all that rests on them, what their sources say at `at`.

    Locked records stay as they are, but for `open_to_change`, which is being amended; with `public` all move. Each
    record that moved is logged. Returns what moved.
    """
    sources = list(records)
    resting = (one for source in sources for one in resting_on(source))
    waiting = dict.fromkeys((one for one in (*sources, *resting) if isinstance(one, InStep)), EVERY)
    return _follow(waiting, at, by=by, open_to_change=open_to_change, public=public)


def _follow(
    asked: dict[InStep, frozenset[Proposed]],
    at: datetime,
    *,
    by: User | None,
    open_to_change: models.Model | None = None,
    public: bool,
) -> list[Difference]:
    """Move the values that are asked for, and all that rests on what moved."""
    waiting, found = deque(asked), []
    while waiting:
        record = waiting.popleft()
        mine = _holder(record) == open_to_change
        moved, made = _move(record, at, asked.get(record, EVERY), locked_too=mine or public)
        found += moved
        if moved and not mine:
            found += log_move(_holder(record), moved, by=by, amending=public)
        further = (one for source in (record, *made) for one in resting_on(source)) if moved else ()
        waiting.extend(one for one in further if one not in waiting)
    return found


def resting_on(record: models.Model) -> list[InStep]:
    """Return the records that a proposal of theirs rests on this one, nearest first."""
    events, agreements = Event.objects.all(), Agreement.objects.all()
    match record:
        case Event():
            return list(agreements.filter(event=record))
        case Agreement():
            return [*events.filter(agreements=record), *Stage.objects.filter(agreement=record)]
        case Delegation():
            return list(events.filter(delegations=record))
        case Office():
            return list(Appearance.objects.filter(offices=record))
        case Institution():
            return [
                *agreements.filter(parties__institution=record).distinct(),
                *_events_with(record, *(f"{bodies}__institution" for bodies in BODIES)),
            ]
        case Place():
            return _resting_on_place(record)
        case Pair():
            return list(agreements.filter(_tied(record.first_id)).filter(_tied(record.second_id)).distinct())
    return []


def _resting_on_place(place: Place) -> list[InStep]:
    tied = (f"{bodies}__{path}" for bodies in BODIES for path in ("place", "institution__place"))
    return [*Agreement.objects.filter(_tied(place.pk)).distinct(), *_events_with(place, "places", *tied)]


def _events_with(body: models.Model, *paths: str) -> models.QuerySet:
    there = (Q(pk__in=Event.objects.filter(**{path: body}).values("pk")) for path in paths)
    return Event.objects.filter(reduce(or_, there))


def _tied(place: int) -> Q:
    return Q(parties__place=place) | Q(parties__institution__place=place)


def _holder(record: InStep) -> models.Model:
    """Return the record whose lock is that of `record`: of somebody's row it is the journey or the event."""
    return (record.event or record.delegation) if isinstance(record, Appearance) else record


def _move(
    record: InStep, at: datetime, names: frozenset[Proposed], *, locked_too: bool
) -> tuple[list[Difference], list[Pair]]:
    """Write what is out of step of these names; return what moved, in words, and the pairs that this made."""
    record = type(record)._base_manager.get(pk=record.pk)
    behind = {name: proposal for name, proposal in out_of_step(record).items() if name in names}
    if not behind or (not locked_too and lock_of(_holder(record), at)):
        return [], []
    typed, before = typed_in(record), snapshots.without_rows(record)
    made = [pair for name, proposal in behind.items() for pair in write_value(record, name, proposal)]
    record.typed = tuple(sorted(typed))
    record.save(update_fields=_columns(record, behind))
    after = snapshots.without_rows(record)
    where = labelled(type(record)._meta.verbose_name, record)
    return [
        Difference(where, str(field.verbose_name), in_words(field, old), in_words(field, new))
        for _where, field, old, new in snapshots.differences(before, after, type(record))
        if field.name != "typed"
    ], made


def out_of_step(record: InStep) -> dict[Proposed, Any]:
    """Return the proposals that a record does not follow though nobody typed another value, by name."""
    proposals = proposals_for(record)
    typed = typed_in(record, proposals)
    return {
        name: proposal
        for name, proposal in proposals.items()
        if name not in typed and differs(value_of(record, name), proposal)
    }


def _columns(record: InStep, names: Iterable[Proposed]) -> list[str]:
    columns = ["typed"]
    for name in names:
        if name in DAYS:
            columns += [*DayField.columns_of(name), f"{name}_inferred"]
        elif name != Proposed.PAIRS:
            columns.append(name)
    return [*columns, "runs_from", "runs_until"] if isinstance(record, Agreement) else columns


def mark_typed(records: Iterable[InStep]) -> None:
    """Say once which values of these records, which no form wrote, count as a person's."""
    for record in records:
        type(record)._base_manager.filter(pk=record.pk).update(typed=tuple(sorted(typed_in(record))))


def mark_all_typed() -> None:
    """Do the same for what was entered all at once, and not by forms."""
    for model in InStep.__subclasses__():
        mark_typed(model._base_manager.filter(typed=None))


class HomeMoves:
    """What rests on which of two places is the home place. Made before that changes, it knows what does by it.

    Whatever names neither place is the same with either; and what the change does not propose anew stays, though it be
    out of step with another source.
    """

    def __init__(self, *slugs: str) -> None:
        self._places = list(Place.objects.filter(slug__in=slugs).order_by("pk"))
        resting = dict.fromkeys(one for place in self._places for one in resting_on(place))
        self._proposed = {record: proposals_for(record) for record in resting}

    def write(self, at: datetime, *, by: User | None) -> list[Difference]:
        """Once the home place has changed, move what it proposes anew, for readers too; return what moved."""
        moved = [one for place in self._places for one in readdress_from(place, at, by=by)]
        anew = {record: self._names_anew(record) for record in self._proposed}
        return [*moved, *_follow(anew, at, by=by, public=True)]

    def _names_anew(self, record: InStep) -> frozenset[Proposed]:
        before = self._proposed[record]
        return frozenset(name for name, proposal in proposals_for(record).items() if differs(before[name], proposal))


def follow_sources(log_entry: LogEntry) -> None:
    """After a deed on a record, keep in step what rests on it; an amendment moves what readers see as well.

    The desk's own forms of records with proposals have done so already.
    """
    record, amending = log_entry.record, log_entry.verb == Verb.AMEND
    by_form = log_entry.verb == Verb.SAVE and isinstance(record, InStep)
    if log_entry.verb not in (Verb.SAVE, Verb.AMEND, Verb.MERGE) or by_form or not _says_more(log_entry):
        return
    before = log_entry.amendment.before if amending and log_entry.amendment else snapshots.NOTHING
    left = Event.objects.filter(pk=before["fields"].get("event_id"))
    rows = record.appearances.all() if amending and isinstance(record, Event | Delegation) else ()
    sources = [record, *left, *rows] if isinstance(record, Agreement) else [record, *rows]
    log_entry.moved += tuple(keep_in_step(sources, log_entry.at, by=log_entry.by, public=amending))


def _says_more(log_entry: LogEntry) -> bool:
    """Return whether an amendment changed anything that a proposal rests on; another deed may always have."""
    amendment, said = log_entry.amendment, SAID.get(type(log_entry.record))
    if amendment is None or said is None:
        return True
    before, after = amendment.before["fields"], amendment.after["fields"]
    return any(before.get(name) != after.get(name) for name in said)
