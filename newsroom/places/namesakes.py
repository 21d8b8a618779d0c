"""Disambiguation of places with the same name in one list."""

from collections.abc import Iterable

from newsroom.languages import Words, in_a_row, namesakes
from newsroom.places.models import Pair, Place


def lying_in(places: Iterable[Place], language: str) -> dict[int, Words]:
    """Return {place pk: parent's name, else level} of namesakes among `places` only."""
    alike = namesakes({place.pk: place for place in places}.values(), language)
    keys = [place.parent_id for place in alike if place.parent_id and not place.listed_alone()]
    wholes = Place.objects.in_bulk(keys) if keys else {}
    return {place.pk: _whole(place, wholes.get(place.parent_id), language) for place in alike}


def _whole(place: Place, whole: Place | None, language: str) -> Words:
    return whole.name_in(language) if whole else Words(place.level_words(), language)


def lying_between(pairs: Iterable[Pair], language: str) -> dict[int, str]:
    """Return {pair pk: notes} of pairs that have a place with a namesake among the places of all `pairs`."""
    pairs = list(pairs)
    notes = lying_in((place for pair in pairs for place in pair.in_order(language)), language)
    said = {pair.pk: [notes[place.pk] for place in pair.in_order(language) if place.pk in notes] for pair in pairs}
    return {key: in_a_row(words) for key, words in said.items() if words}
