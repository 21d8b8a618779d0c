"""Generated names of events and delegations without a name of their own: pure functions of strings.

All use the active language. The models import this module, so it must not import them.
"""

from collections.abc import Iterable
from functools import reduce

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def visit_name(senders: Iterable[str], places: Iterable[str]) -> str:
    """Return such as "Visit of a delegation from Rivermouth to Harbourton"; neither end need be known."""
    words = {"senders": listed(senders), "places": listed(places)}
    if words["senders"] and words["places"]:
        return _("Visit of a delegation from %(senders)s to %(places)s") % words
    if words["places"]:
        return _("Visit of a delegation to %(places)s") % words
    return _("Visit of a delegation from %(senders)s") % words if words["senders"] else _("Visit of a delegation")


def occasion_name(kind: str, places: Iterable[str], *, online: bool = False, apart: bool = False) -> str:
    """Return such as "Forum in Harbourton" or "Forum of Harbourton, online"; `kind` is "" where none is known."""
    words = {"kind": kind or _("Occasion"), "places": listed(places)}
    if online:
        return _("%(kind)s of %(places)s, online") % words if words["places"] else _("%(kind)s, online") % words
    if not words["places"]:
        return words["kind"]
    return (_("%(kind)s of %(places)s") if apart else _("%(kind)s in %(places)s")) % words


def delegation_name(kind: str, senders: Iterable[str]) -> str:
    """Return such as "Government delegation of Rivermouth"."""
    words = {"kind": kind, "senders": listed(senders)}
    return _("%(kind)s of %(senders)s") % words if words["senders"] else kind


def listed(names: Iterable[str]) -> str:
    """Join names as the active language does: "Harbourton, Rivermouth and Lakeside"."""
    *before, last = [str(name) for name in names] or [""]
    if not before:
        return last
    list_of = reduce(lambda names, name: _("%(names)s, %(name)s") % {"names": names, "name": name}, before)
    return _("%(names)s and %(last_name)s") % {"names": list_of, "last_name": last}


def role_of(number: int, role: str) -> str:
    """Return the heading over `number` people with this role on a delegation."""
    return {
        "head": ngettext("Head", "Heads", number),
        "deputy": ngettext("Deputy head", "Deputy heads", number),
        "member": ngettext("Member", "Members", number),
        "accompanying": _("Accompanying"),
    }[role]
