"""A proposed address follows what it is made from, until a person types another or readers can have seen the record.

The upper rooms declare, in `AppConfig.ready()`, from which other records an address is made: `made_from(Event,
"places")` says that the slug of a place stands in those of its events. A public address never moves.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.languages import in_a_row, labelled
from newsroom.publishing.addresses import Addressed
from newsroom.publishing.amending.differences import Difference
from newsroom.publishing.amending.locking import why_kept
from newsroom.publishing.deeds import deed
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.relations import end_of

# The deeds after which a source may say something else, or what was approved may move again: words called back.
CHANGING = (Verb.SAVE, Verb.AMEND, Verb.MERGE, Verb.MOVE, Verb.CANCEL)

_paths: dict[type[models.Model], list[str]] = defaultdict(list)


def made_from(model: type[models.Model], *paths: str) -> None:
    """Declare that addresses of `model` are made from the records at the end of `paths`."""
    _paths[model].extend(path for path in paths if path not in _paths[model])


def readdress(record: Any, at: datetime, *, amending: bool = False) -> list[Difference]:
    """Give a record the address that its sources propose, unless it must stay; return what moved.

    What is approved and not public yet moves inside an amendment alone. A proposal that another record has is left.
    """
    fresh = type(record)._base_manager.get(pk=record.pk)
    moving = _moving(fresh, at, amending=amending)
    if not moving:
        return []
    old = {name: getattr(fresh, name) for name in moving}
    _set(fresh, moving)
    if not _is_free(fresh):
        return []
    fresh.save(update_fields=list(moving))
    _set(record, moving)
    where, field_of = labelled(fresh._meta.verbose_name, fresh), fresh._meta.get_field
    return [Difference(where, str(field_of(name).verbose_name), str(old[name]), str(moving[name])) for name in moving]


def left_behind(source: Any, at: datetime) -> list[Any]:
    """Return what could not follow a record, because another has the address that is proposed."""
    return [one for one in _made_from(source) if _is_left_behind(type(one)._base_manager.get(pk=one.pk), at)]


def _is_left_behind(fresh: Any, at: datetime) -> bool:
    moving = _moving(fresh, at, amending=False)
    _set(fresh, moving)
    return bool(moving) and not _is_free(fresh)


def _moving(record: Any, at: datetime, *, amending: bool) -> dict[str, Any]:
    """Return the columns of the address that are not what is proposed, as proposed; none if it must stay."""
    moving = {name: new for name, new in record.proposed_columns().items() if getattr(record, name) != new}
    if not moving or record.has_fixed_address():
        return {}
    return {} if (record.was_public(at) if amending else why_kept(record, at)) else moving


def _set(record: Any, columns: dict[str, Any]) -> None:
    for name, value in columns.items():
        setattr(record, name, value)


def _is_free(record: Any) -> bool:
    try:
        record.validate_unique()
        record.validate_constraints()
    except ValidationError:
        return False
    return True


def follow_names(log_entry: LogEntry) -> None:
    """After a deed on a record, let its address and those that are made from it follow; log what moved."""
    record, is_amendment = log_entry.record, log_entry.verb == Verb.AMEND
    if log_entry.verb not in CHANGING or record is None:
        return
    if is_amendment and isinstance(record, Addressed):
        _note_typed(log_entry)
    amending = is_amendment or log_entry.amending
    log_entry.moved += tuple(readdress_from(record, log_entry.at, by=log_entry.by, amending=amending))


def readdress_from(source: Any, at: datetime, *, by: User | None, amending: bool = False) -> list[Difference]:
    """Readdress a record and all whose addresses are made from it; return what moved, and what moved with that."""
    found = []
    for one in _made_from(source):
        if moved := readdress(one, at, amending=amending):
            found += [*moved, *log_move(one, moved, by=by, amending=amending)]
    return found


def log_move(record: Any, moved: Sequence[Difference], *, by: User | None, amending: bool) -> Sequence[Difference]:
    """Log, as a deed of its own, that values of a record followed their source; return what followed these."""
    what = in_a_row(f"{one.what}: {one.old} → {one.new}" for one in moved)
    with deed(Verb.MOVE, record, by=by, note=_("In step with its source: %(what)s.") % {"what": what}) as log_entry:
        log_entry.amending = amending
    return log_entry.moved


def _note_typed(log_entry: LogEntry) -> None:
    """Let a slug that an amendment changed count as typed."""
    amendment, record = log_entry.amendment, cast(Any, log_entry.record)
    if amendment and amendment.before["fields"]["slug"] != amendment.after["fields"]["slug"]:
        type(record)._base_manager.filter(pk=record.pk).update(slug_proposed=False)


def _made_from(record: Any) -> Iterator[Any]:
    """Yield the record, if it has an address, and the others whose addresses are made from it."""
    if isinstance(record, Addressed):
        yield record
    for model, paths in _paths.items():
        for path in paths:
            if end_of(model, path) is type(record):
                yield from model._base_manager.filter(**{path: record}).distinct()
