"""Forecast of a deed: the records that become public with it, or leave the site, and those that stay behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.forms.unread import Unread, unread_names
from newsroom.languages import in_one_line, labelled
from newsroom.publishing.hanging import Reach, reach
from newsroom.publishing.moments import printed
from newsroom.publishing.release import falls_with


@dataclass(frozen=True)
class Forecast:
    """What a deed does to records, what it leaves behind and why, and the language that stays unpublished."""

    says: str
    records: Sequence[str]
    left: Sequence[str] = ()
    behind: str = ""
    unread: Sequence[Unread] = ()


def of_release(record: Any, at: datetime) -> Forecast:
    """Return what releasing the record lets out with it."""
    found = reach([record], at)
    going = becoming_public(found, at)
    lines = [line for one, line in going if one != record]
    unread = unread_names(one for one, _line in going)
    return Forecast(_("With it readers will see:"), lines, staying(found, at), unread=unread)


def of_retraction(record: Any, at: datetime) -> Forecast:
    """Return what leaves the site with the record."""
    return Forecast(_("These leave the site with it:"), [called(one) for one in falls_with(record, at)])


def becoming_public(found: Reach, at: datetime) -> list[tuple[Any, str]]:
    """Return the records that the deed makes public, each with its line."""
    return [(record, _line(record, at)) for record in found.goes if not record.is_public(at)]


def _line(record: Any, at: datetime) -> str:
    bar = record.not_before()
    if bar is None or bar <= at:
        return called(record)
    facts = {"record": called(record), "why": record.held_back, "moment": printed(bar)}
    return _("%(record)s (%(why)s: from %(moment)s)") % facts


def staying(found: Reach, at: datetime) -> list[str]:
    """Return the lines of what stays behind, with the reason."""
    return [_why(record, holding) for record, holding in found.stays.items() if not record.is_approved(at)]


def _why(record: Any, holding: Any) -> str:
    facts = {"record": called(record), "why": holding.held_back, "other": called(holding)}
    if record == holding:
        return _("%(record)s (%(why)s, on a day that is not known)") % facts
    return _("%(record)s (it belongs to %(other)s, %(why)s)") % facts


def called(record: Any) -> str:
    """Return a record's kind and name in the desk's language."""
    name = record.name_in(get_language()) if hasattr(record, "name_in") else record
    return labelled(capfirst(record._meta.verbose_name), in_one_line(name))
