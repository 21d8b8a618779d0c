"""Who was at an event, in groups whose headings say no more than the records do.

Part and presence are different things: who sent a message or was represented was not there, and of an event that was
only announced, or was called off, nobody is said to have been there.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from newsroom.cooperation.contacts import NOT_OF_THEIR_PLACE
from newsroom.cooperation.models import Appearance, Event
from newsroom.cooperation.roll import name_of, people
from newsroom.languages import running_name

Part, Side = Appearance.Part, Appearance.Side


class Group(NamedTuple):
    """People under one heading, which says for each of them the parts `unsaid` and for whom they stood (`under`)."""

    title: str
    people: list[Appearance]
    unsaid: Sequence[str] = ()
    under: Any = None


def groups(
    event: Event, appearances: Iterable[Appearance], travelled: Iterable[Appearance], language: str
) -> list[dict]:
    """Return [{"title", "heads", "members"}] of who was at an event without a delegation, see `roll.people`.

    Who `travelled` with a delegation stands there, also with an appearance at the event. No group is empty.
    """
    came = _people_of(travelled)
    others = [one for one in appearances if one.person_id not in came]
    absent = [one for one in others if not one.is_presence]
    found = [
        *_present(event, [one for one in others if one.is_presence], language),
        Group(_("Sent a message"), [one for one in absent if Part.MESSAGE in one.parts], [Part.MESSAGE]),
        Group(_("Represented"), [one for one in absent if Part.MESSAGE not in one.parts], [Part.REPRESENTED]),
    ]
    return [
        {"title": group.title} | people(group.people, language, unsaid=group.unsaid, under=group.under)
        for group in found
        if group.people
    ]


def present(event: Event, appearances: Iterable[Appearance], travelled: Iterable[Appearance] = ()) -> list[Appearance]:
    """Return the appearances of those who were there, each person once: first who `travelled` with a delegation.

    A traveller who was only represented at this event was not there.
    """
    if event.state != Event.State.TOOK_PLACE:
        return []
    appearances, travelled = list(appearances), list(travelled)
    absent = _people_of(one for one in appearances if not one.is_presence)
    came = _people_of(travelled)
    there = [one for one in travelled if one.person_id not in absent]
    return there + [one for one in appearances if one.is_presence and one.person_id not in came]


def _people_of(appearances: Iterable[Appearance]) -> set[int]:
    return {one.person_id for one in appearances if one.person_id}


def _present(event: Event, appearances: list[Appearance], language: str) -> list[Group]:
    """Return who received where a delegation was received; else by whom people stood for."""
    if event.state != Event.State.TOOK_PLACE:
        return [Group(_("Named beforehand"), appearances, Part.values)]
    received = len(event.received())
    if not received:
        return _by_origin(appearances, language)
    hosts = [one for one in appearances if Part.HOSTED in one.parts]
    others = [one for one in appearances if Part.HOSTED not in one.parts]
    return [
        Group(_("Received by") if received == 1 else _("Hosts"), hosts, [Part.HOSTED]),
        Group(_("Guests"), [one for one in others if one.side == Side.GUEST]),
        Group(_("Also present"), [one for one in others if one.side != Side.GUEST]),
    ]


def _by_origin(appearances: list[Appearance], language: str) -> list[Group]:
    """Return a group for each place, or body without one, that people stood for, in the order of the first of each."""
    by_origin: dict[Any, list[Appearance]] = {}
    for one in appearances:
        by_origin.setdefault(origin(one), []).append(one)
    rest = by_origin.pop(None, [])
    told = [
        Group(_("From %(place)s") % {"place": running_name(name_of(body, language))}, some, under=body)
        for body, some in by_origin.items()
    ]
    return [*told, Group(_("Also present") if told else _("Taking part"), rest)]


def origin(appearance: Appearance) -> Any:
    """Return the place that somebody stood for, or the place of the body; the body itself where it is of no place."""
    body = appearance.body
    if appearance.institution_id is None or body is None or body.kind in NOT_OF_THEIR_PLACE:
        return body
    return body.place or body
