"""Template contexts of a place's page, made from its loaded, public records.

Each kind is cut to what one page holds, with a link to the rest.
"""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.cooperation.rows import event_row, journey_row
from newsroom.profiles.pairs import by_relation
from newsroom.profiles.relations import pair_row

VISITS, PAIRS, BODIES, KIN = 10, 60, 12, 60


def standing(place: Any, kin: list, language: str) -> dict:
    """Return position, parent, successors, predecessors and parts of a place; `kin` as `kin_of` loads it."""
    parts = [one for one in kin if one.parent_id == place.pk and one.shown and not one.listed_alone()]
    parent = None if place.listed_alone() else next((one for one in kin if one.pk == place.parent_id), None)
    return {
        "kind": place.level_words(),
        "ended": place.ended,
        "spot": _spot(place),
        "parent": parent and _entry(parent, language),
        "successors": [_entry(one, language) for one in kin if one.after],
        "predecessors": [_entry(one, language) for one in kin if one.before],
        "parts": [_entry(one, language) for one in parts],
    }


def relations(place: Any, pairs: list, related: dict, institutions: list, language: str) -> dict:
    """Return its pairs grouped by relation (`related`, as `relations_of` returns it), and its institutions."""
    rows = [
        pair_row(pair, related[pair.pk], language) | {"other": pair.other(place).name_in(language)}
        for pair in pairs[:PAIRS]
    ]
    return {
        "relations": [(words or _("Other pairs"), group) for words, group in by_relation(rows)],
        "all_pairs": reverse("pairs", args=[language]) if len(pairs) > PAIRS else "",
        "institutions": [
            {"name": one.name_in(language), "address": one.address_in(language), "kind": one.get_kind_display()}
            for one in institutions[:BODIES]
        ],
        "all_institutions": reverse("institutions", args=[language]) if len(institutions) > BODIES else "",
    }


def journeys(place: Any, visits: list, language: str) -> dict:
    """Return the delegations received and sent; `visits` as `of_delegations` loads them."""
    came = [event for event in visits if event.came]
    went = [event for event in visits if event.went]
    rest = f"{reverse('delegations', args=[language])}?{urlencode({'place': place.slug})}"
    return {
        "received": [event_row(event, language) for event in came[:VISITS]],
        "sent": [journey_row(one, [last], language) for one, last in _journeys(went, place)[:VISITS]],
        "all_delegations": rest if max(len(came), len(went)) > VISITS else "",
    }


def _journeys(events: list, place: Any) -> list[tuple]:
    """Return (delegation, its last visible event) of each delegation that the place sent, the newest event first."""
    found = {}
    for event in reversed(events):
        for delegation in event.received():
            if any(sender.place_id == place.pk for sender in delegation.senders.all()):
                found[delegation] = event
    return list(found.items())[::-1]


def _spot(place: Any) -> dict | None:
    """Return {"x", "y", "words"} on an equirectangular map of 360 by 180 degrees, or None without coordinates."""
    if place.longitude is None:
        return None
    east, north = float(place.longitude), float(place.latitude)
    return {"x": round(east + 180, 1), "y": round(90 - north, 1), "words": _coordinates(east, north)}


def _coordinates(east: float, north: float) -> str:
    """Return "29.9° N, 121.5° E" or "北纬29.9°，东经121.5°"."""
    latitude = _("%(degrees)s° N") if north >= 0 else _("%(degrees)s° S")
    longitude = _("%(degrees)s° E") if east >= 0 else _("%(degrees)s° W")
    return _("%(latitude)s, %(longitude)s") % {
        "latitude": latitude % {"degrees": f"{abs(north):.1f}"},
        "longitude": longitude % {"degrees": f"{abs(east):.1f}"},
    }


def _entry(place: Any, language: str) -> dict:
    """Return a place's name, linked if its page is public."""
    return {"name": place.name_in(language), "address": place.address_in(language) if place.shown else ""}
