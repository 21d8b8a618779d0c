"""Default values for fields that an editor left empty. Pure functions of places and offices.

A pair is proposed as two places, home first. What is written stays in step with its sources: see `in_step`.
"""

from collections.abc import Iterable
from itertools import product
from typing import Any

from newsroom.dates import Day
from newsroom.people.models import Institution, Office
from newsroom.places.models import Place

SEPARATORS = {"name_zh": "、", "name_en": "; "}


def plain_day(day: Day | None) -> str:
    """Return the first known day for a slug: "2019-08-18", without morning or afternoon; "" if none is known."""
    known = day and (day.begin or day.end)
    parts = (known.year, known.month, known.day) if known else ()
    return "-".join(f"{part:02}" for part in parts if part)


def pairs_of_event(
    places: list[Place],
    senders: list[Place],
    agreements: Iterable[list[Place]],
    *,
    standing: list[Place] | None = None,
    home: str,
) -> list[tuple[Place, Place]]:
    """Return the pairs that an event concerns: senders with the places they came to, and parties with each other.

    `agreements` holds the places of each agreement's parties, `standing` those on behalf of which people were there.
    Without a delegation, two places that met are a pair.
    """
    met = pairs_of_parties(places, home=home) if len(set(places)) == 2 and not standing else []
    found = list(product(senders, places)) if senders else met
    found += pairs_of_parties(_who_met(places, standing or [], home), home=home)
    for parties in agreements:
        found += pairs_of_parties(parties, home=home)
    return _once_each(found, home)


def _who_met(places: list[Place], standing: list[Place], home: str) -> list[Place]:
    """Return the places that people stood for, with those where they met, unless that was a third one."""
    if not standing:
        return []
    is_third = not set(places) & set(standing) and all(place.slug != home for place in places)
    return standing if is_third and len(set(standing)) > 1 else [*standing, *places]


def pairs_of_parties(places: list[Place], *, home: str) -> list[tuple[Place, Place]]:
    """Return the pairs of an agreement: of two places, or of the home place with each of the others.

    An agreement of three or more without the home place proposes none: the editor chooses.
    """
    places = list(dict.fromkeys(places))
    if len(places) == 2:
        return _once_each([tuple(places)], home)
    homes = [place for place in places if place.slug == home]
    return _once_each(list(product(homes, places)), home)


def places_of(bodies: Iterable[Place | Institution | None]) -> list[Place]:
    """Return the distinct places of these bodies: see `place_of`. Skip bodies without one."""
    return list(dict.fromkeys(place for place in map(place_of, bodies) if place is not None))


def place_of(body: Place | Institution | None) -> Place | None:
    """Return the place that a body ties: a place itself, or an institution's; the seat of a network ties none."""
    if body is None or isinstance(body, Place):
        return body
    return None if body.kind == Institution.Kind.NETWORK else body.place


def signing_at(event: Any, typed: dict, *, planned: bool = False) -> dict:
    """Return {column: value} of the day and place of signing at an event, where nothing of it was typed.

    A day comes with its mark of being inferred. No place is proposed of several. Where the parties signed apart, the
    event's day and place are those of the exchange; nothing was signed where it was called off, nor, of a text that
    is still planned, where it took place.
    """
    found: dict[str, Any] = {}
    over = event.state == event.State.CALLED_OFF or (planned and event.state == event.State.TOOK_PLACE)
    if event.mode == event.Mode.APART or over:
        return found
    if event.held and not typed.get("signed"):
        found |= {"signed": event.held, "signed_inferred": event.held_inferred}
    if not typed.get("signed_in"):
        places = list(event.places.all()[:2])
        found |= {"signed_in": places[0]} if len(places) == 1 else {}
    return found


def printed_offices(offices: Iterable[Office], column: str) -> str:
    """Return the offices as a page prints them, or "" unless all have a name in that column's language."""
    names = [getattr(office, column) for office in offices]
    return SEPARATORS[column].join(names) if all(names) else ""


def pairs_up(place: Place) -> bool:
    """Return whether pairs are proposed with such a place: none with a country, nor with a group of cities."""
    return place.level not in (Place.Level.COUNTRY, Place.Level.GROUP)


def _once_each(found: Iterable[tuple[Place, Place]], home: str) -> list[tuple[Place, Place]]:
    pairs = {}
    for one, other in found:
        part = one.pk == other.parent_id or other.pk == one.parent_id
        if one != other and not part and pairs_up(one) and pairs_up(other):
            lead, follow = sorted((one, other), key=lambda place: (place.slug != home, place.slug))
            pairs.setdefault(frozenset((one, other)), (lead, follow))
    return sorted(pairs.values(), key=lambda pair: pair[0].slug != home)
