"""Choice notes that tell places and pairs of one name apart in autocompletes."""

from django.utils.translation import get_language

from newsroom.languages import ZH, in_a_row
from newsroom.places.models import Pair, Place


def stands_in(places: list[Place]) -> dict[int, str]:
    """Return {place pk: level and parent}, such as "city, 河北 Hebei"."""
    parents = Place.objects.in_bulk([place.parent_id for place in places if place.parent_id])
    return {place.pk: _note(place, parents.get(place.parent_id)) for place in places}


def lies_between(pairs: list[Pair]) -> dict[int, str]:
    """Return {pair pk: level and parent of the partner}, the place that it names second."""
    partners = {pair.pk: pair.in_order(get_language() or ZH)[1] for pair in pairs}
    notes = stands_in(list(partners.values()))
    return {key: notes[partner.pk] for key, partner in partners.items()}


def _note(place: Place, parent: Place | None) -> str:
    level = str(place.level_words())
    around = str(parent) if parent else place.country
    return in_a_row(filter(None, [level, around]))
