"""What tells places of one name apart."""

from newsroom.languages import in_a_row
from newsroom.places.models import Place


def stands_in(places: list[Place]) -> dict[int, str]:
    """Say of each place what it is and what it is part of: "city, 河北 Hebei"."""
    parents = Place.objects.in_bulk([place.parent_id for place in places if place.parent_id])
    return {place.pk: _note(place, parents.get(place.parent_id)) for place in places}


def _note(place: Place, parent: Place | None) -> str:
    level = str(place.get_level_display())
    around = str(parent) if parent else place.country
    return in_a_row(filter(None, [level, around]))
