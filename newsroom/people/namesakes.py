"""Disambiguation of institutions with the same name in one list."""

from collections.abc import Iterable

from newsroom.languages import Words, namesakes
from newsroom.people.models import Institution
from newsroom.places.models import Place


def standing_in(institutions: Iterable[Institution], language: str) -> dict[int, Words]:
    """Return {institution pk: name of its place} of namesakes among `institutions` only."""
    alike = [body for body in namesakes(institutions, language) if body.place_id]
    places = Place.objects.in_bulk([body.place_id for body in alike]) if alike else {}
    return {body.pk: places[body.place_id].name_in(language) for body in alike}
