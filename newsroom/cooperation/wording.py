"""Generated names of events, delegations and relations: pure functions of strings and days.

All use the active language. The models import this module, so it must not import them.
"""

from collections.abc import Iterable
from functools import reduce
from typing import Any

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from newsroom.dates import Day, marked_inferred
from newsroom.languages import running_name
from newsroom.places.models import Place


def visit_name(senders: Iterable[str], places: Iterable[str], *, several: bool = False) -> str:
    """Return such as "Visit of a delegation from Rivermouth to Harbourton"; neither end need be known.

    `several` says that more than one delegation came: Chinese has no plural that would say it.
    """
    words = {"senders": _named(senders), "places": _named(places)}
    known = bool(words["senders"]), bool(words["places"])
    return (_visits_of_delegations if several else _visit_of_a_delegation)(*known) % words


def _visit_of_a_delegation(senders: bool, places: bool) -> str:
    if senders and places:
        return _("Visit of a delegation from %(senders)s to %(places)s")
    if places:
        return _("Visit of a delegation to %(places)s")
    return _("Visit of a delegation from %(senders)s") if senders else _("Visit of a delegation")


def _visits_of_delegations(senders: bool, places: bool) -> str:
    if senders and places:
        return _("Visits of delegations from %(senders)s to %(places)s")
    if places:
        return _("Visits of delegations to %(places)s")
    return _("Visits of delegations from %(senders)s") if senders else _("Visits of delegations")


def received_name(senders: Iterable[str], places: Iterable[str], *, several: bool = False) -> str:
    """Return the name of an event to which a delegation came that is at home there, so that it visited nobody."""
    words = {"senders": _named(senders), "places": _named(places)}
    if several:
        return _("Delegations from %(senders)s in %(places)s") % words
    return _("Delegation from %(senders)s in %(places)s") % words


def occasion_name(
    held: Iterable[str], done: Iterable[str], places: Iterable[str], *, online: bool = False, apart: bool = False
) -> str:
    """Return such as "Forum and signing in Harbourton" or "Forum of Harbourton, online".

    `held` are the kinds that Chinese says are held, such as a forum, `done` the others, such as a signing.
    """
    held, done = list(held), list(done)
    held = held if held or done else [_("Occasion")]
    where = _named(places)
    if not where:
        words = {"kind": listed(running([*held, *done]))}
        return _("%(kind)s, online") % words if online else words["kind"]
    words = {"what": _what(held, done), "places": where}
    if online:
        return _("%(what)s of %(places)s, online") % words
    return (_("%(what)s of %(places)s") if apart else _("%(what)s in %(places)s")) % words


def _what(held: list[str], done: list[str]) -> str:
    """Return what happened; in Chinese it is said as a verb: 举行论坛并签约."""
    words = {"held": listed(running(held)), "done": listed(running(done, first=not held))}
    if not done:
        return pgettext("held", "%(held)s") % words
    return pgettext("held and done", "%(held)s and %(done)s") % words if held else words["done"]


def running(kinds: Iterable[str], *, first: bool = True) -> list[str]:
    """Return the kinds as they stand in one name: only its first word has a capital."""
    return [
        word if first and not number else word[:1].lower() + word[1:] for number, word in enumerate(map(str, kinds))
    ]


def signing_name(places: Iterable[str]) -> str:
    """Return such as "Signing in Northport": those who sign there may have come from elsewhere."""
    return _("Signing in %(places)s") % {"places": _named(places)}


def greeting_name(places: Iterable[str]) -> str:
    return _("Greetings between %(places)s") % {"places": _named(places)}


def delegation_name(kind: str, senders: Iterable[str]) -> str:
    """Return such as "Government delegation of Rivermouth"."""
    words = {"kind": kind, "senders": _named(senders)}
    return _("%(kind)s of %(senders)s") % words if words["senders"] else kind


def listed(names: Iterable[str]) -> str:
    """Join names as the active language does: "Harbourton, Rivermouth and Lakeside"."""
    *before, last = [str(name) for name in names] or [""]
    if not before:
        return last
    return _("%(names)s and %(last_name)s") % {"names": _with_commas(before), "last_name": last}


def _named(names: Iterable[str]) -> str:
    return listed(map(running_name, names))


def _with_commas(names: Iterable[str]) -> str:
    return reduce(lambda names, name: _("%(names)s, %(name)s") % {"names": names, "name": name}, map(str, names))


MANY = 4  # places in one name


def listed_of_many(names: Iterable[str]) -> str:
    """Join names as `listed` does, the first three and no more where there are more than `MANY`."""
    names = [running_name(name) for name in names]
    if len(names) <= MANY:
        return listed(names)
    return _("%(names)s and elsewhere") % {"names": _with_commas(names[: MANY - 1])}


def role_of(number: int, role: str) -> str:
    """Return the heading over `number` people with this role on a delegation."""
    return {
        "head": ngettext("Head", "Heads", number),
        "deputy": ngettext("Deputy head", "Deputy heads", number),
        "member": ngettext("Member", "Members", number),
        "accompanying": _("Accompanying"),
    }[role]


TOWNS = {Place.Level.CITY, Place.Level.COUNTY_CITY, Place.Level.TOWN}
# Countries whose provinces are called states.
STATES = {"AT", "AU", "BR", "DE", "FM", "IN", "MM", "MX", "MY", "NG", "PW", "SD", "SS", "US", "VE"}


def sister_word(one: Any, other: Any) -> str:
    """Return what two places of the highest stage are called: "Sister cities" only of two cities or towns."""
    levels = {one.level, other.level}
    if levels == {Place.Level.PROVINCE}:
        return _sister_provinces(one.country in STATES, other.country in STATES)
    if levels <= TOWNS:
        return _("Sister cities")
    return _("Sister counties") if levels == {Place.Level.COUNTY} else _("Sister relationship")


def _sister_provinces(one: bool, other: bool) -> str:
    if one != other:
        return _("Sister province and state")
    return _("Sister states") if one else _("Sister provinces")


def since(day: Day, *, inferred: bool = False) -> str:
    """Return such as "since 2008 (inferred)"; of a range or an open beginning only its end is sure."""
    language = get_language() or "en"
    if day.begin and (day.end is None or not day.is_range):
        said = _("since %(day)s") % {"day": Day(day.begin, day.begin).running(language)}
    else:
        said = _("since %(day)s at the latest") % {"day": Day(day.end, day.end).running(language)}
    return marked_inferred(said, inferred)


def placed(day: Day, *, inferred: bool = False) -> str:
    """Return such as "in 2003" or "on 3 May 2003 (inferred)"."""
    return marked_inferred(day.placed(get_language() or "en"), inferred)
