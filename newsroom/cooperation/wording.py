"""What an event or a delegation is called where it has no name of its own: made from its other facts.

Both functions ask the database nothing when the record was loaded by `.with_names()`.
"""

from collections.abc import Iterable
from functools import reduce
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from newsroom.languages import Words

if TYPE_CHECKING:  # the models' own `name_in` asks here
    from newsroom.cooperation.models import Delegation, Event


def event_name(event: "Event", language: str) -> Words:
    """Return the event's own name, else one such as "Visit of a delegation from Rivermouth to Harbourton"."""
    own = event.own_name_in(language)
    if own:
        return own
    with override(language):
        places = listed(place.name_in(language) for place in event.places.all())
        phrase = _visit(event.delegation, places, language) if event.delegation else _occasion(event, places)
    return Words(phrase, language)


def delegation_name(delegation: "Delegation", language: str) -> Words:
    """Return the delegation's own name, else one such as "Government delegation of Rivermouth"."""
    own = delegation.own_name_in(language)
    if own:
        return own
    with override(language):
        kind, senders = delegation.get_kind_display(), _senders(delegation, language)
        phrase = _("%(kind)s of %(senders)s") % {"kind": kind, "senders": senders} if senders else str(kind)
    return Words(phrase, language)


def listed(names: Iterable[str]) -> str:
    """Return names as the active language lists them: "Harbourton, Rivermouth and Lakeside"."""
    *before, last = [str(name) for name in names] or [""]
    if not before:
        return last
    list_of = reduce(lambda names, name: _("%(names)s, %(name)s") % {"names": names, "name": name}, before)
    return _("%(names)s and %(last_name)s") % {"names": list_of, "last_name": last}


def _senders(delegation: "Delegation", language: str) -> str:
    return listed(sender.name_in(language) for sender in delegation.senders.all())


def _visit(delegation: "Delegation", places: str, language: str) -> str:
    words = {"senders": _senders(delegation, language), "places": places}
    if words["senders"] and places:
        return _("Visit of a delegation from %(senders)s to %(places)s") % words
    if places:
        return _("Visit of a delegation to %(places)s") % words
    return _("Visit of a delegation from %(senders)s") % words if words["senders"] else _("Visit of a delegation")


def _occasion(event: "Event", places: str) -> str:
    kinds = [label for kind, label in event.Kind.choices if kind in event.kinds]
    words = {"kind": str(kinds[0]) if kinds else _("Occasion"), "places": places}
    if event.mode == event.Mode.ONLINE:
        return _("%(kind)s of %(places)s, online") % words if places else _("%(kind)s, online") % words
    if not places:
        return words["kind"]
    return (_("%(kind)s of %(places)s") if event.mode == event.Mode.APART else _("%(kind)s in %(places)s")) % words


def role_of(number: int, role: str) -> str:
    """Return the heading over so many people with this role on a delegation."""
    return {
        "head": ngettext("Head", "Heads", number),
        "deputy": ngettext("Deputy head", "Deputy heads", number),
        "member": ngettext("Member", "Members", number),
        "accompanying": _("Accompanying"),
    }[role]
