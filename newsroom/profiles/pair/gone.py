"""What became of a place of the pair that ended: when it did, and into which places it passed."""

from datetime import date, datetime

from newsroom.cooperation.relation import has_begun
from newsroom.places.models import Pair, Place


def gone_places(pair: Pair, at: datetime, day: date, language: str) -> list[dict]:
    """Return [{"name", "ended": Day, "successors"}] of the places that ended by `day`.

    A successor without a public page is named without a link.
    """
    gone = [place for place in pair.in_order(language) if place.ended and has_begun(place.ended, day)]
    return [
        {
            "name": place.name_in(language),
            "ended": place.ended,
            "successors": [_entry(one, language) for one in Place.objects.kin_of(place, at, language) if one.after],
        }
        for place in gone
    ]


def _entry(place: Place, language: str) -> dict:
    return {"name": place.name_in(language), "address": place.address_in(language) if place.shown else ""}
