"""Statements of deeds on records, and in words what changed since a page showed one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.forms.forecast import called
from newsroom.languages import in_a_row
from newsroom.publishing.amending.comparing import readable
from newsroom.publishing.amending.differences import NOTHING, Difference, between
from newsroom.publishing.amending.snapshots import tracked
from newsroom.publishing.models import LogEntry
from newsroom.publishing.statements import Changed, Part, key_of, parts_of


def let_out(records: Iterable[Any], at: datetime) -> list[Part]:
    """Return the parts of the records that become public."""
    return parts_of([record for record in records if not record.is_public(at)])


def plain(record: Any, **fields: Any) -> Part:
    """Return the part that says these columns of a record alone."""
    return Part(key_of(record), record, {"fields": fields, "links": {}, "rows": {}, "names": {}})


def done_alone(entry: LogEntry) -> list[Part]:
    """Return what was done alone, and the record as it stands now."""
    record = entry.record
    own = plain(entry, verb=entry.verb, label=entry.label, note=entry.note)
    return [own, *(parts_of([record]) if type(record) in tracked() else [])]


def differing(changed: Iterable[Changed]) -> list[Difference]:
    """Return in words what the page did not show: each column that is another, and each part that has come."""
    return [one for change in changed for one in _differing(change)]


def _differing(change: Changed) -> list[Difference]:
    where = called(change.of)
    if change.before is None:
        return [Difference("", where, _("not shown"), _("part of it"))]
    found = [
        Difference(in_a_row(filter(None, [where, one.where])), one.what, one.old, one.new)
        for one in map(readable, between(type(change.of), change.before, change.now))
    ]
    found += _renamed(change, where)
    return found or [Difference("", where, _("as shown"), _("changed"))]


def _renamed(change: Changed, where: str) -> list[Difference]:
    """Return what is called otherwise now of all that the record names."""
    before, now = change.before["names"], change.now["names"]
    renamed = [key for key in now if key in before and before[key] != now[key]]
    return [Difference(where, _kind(key), _said(before[key]), _said(now[key])) for key in renamed]


def _kind(key: str) -> str:
    return capfirst(apps.get_model(key.partition(":")[0])._meta.verbose_name)


def _said(words: list[str]) -> str:
    return " ".join(filter(None, words)) or NOTHING
