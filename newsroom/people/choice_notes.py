"""Choice notes that tell institutions and offices of one name apart in autocompletes."""

from newsroom.languages import in_a_row
from newsroom.people.models import Institution, Office
from newsroom.places.models import Place


def stands_at(institutions: list[Institution]) -> dict[int, str]:
    """Return {institution pk: kind and place}, such as "university, 北京 Beijing"."""
    places = Place.objects.in_bulk([body.place_id for body in institutions if body.place_id])
    return {body.pk: in_a_row(_facts(body, places.get(body.place_id))) for body in institutions}


def _facts(body: Institution, place: Place | None) -> list[str]:
    return [str(body.get_kind_display()), *([str(place)] if place else [])]


def is_of(offices: list[Office]) -> dict[int, str]:
    """Return {office pk: its place or institution}."""
    found = Office.objects.filter(pk__in=[office.pk for office in offices]).select_related("place", "institution")
    return {office.pk: str(office.place or office.institution or "") for office in found}
