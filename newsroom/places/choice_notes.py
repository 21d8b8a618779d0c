"""What tells places and pairs of one name apart where they are chosen in the desk."""

from newsroom.languages import in_a_row
from newsroom.places.models import Pair, Place


def stands_in(places: list[Place]) -> dict[int, str]:
    """Say of each place what it is and what it is part of: "city, 河北 Hebei"."""
    parents = Place.objects.in_bulk([place.parent_id for place in places if place.parent_id])
    return {place.pk: _note(place, parents.get(place.parent_id)) for place in places}


def lies_between(pairs: list[Pair]) -> dict[int, str]:
    """Say of each pair what the place is part of that the address names second."""
    partners = {pair.pk: pair.in_order()[1] for pair in pairs}
    notes = stands_in(list(partners.values()))
    return {key: notes[partner.pk] for key, partner in partners.items()}


def _note(place: Place, parent: Place | None) -> str:
    level = str(place.get_level_display())
    around = str(parent) if parent else place.country
    return in_a_row(filter(None, [level, around]))
