"""Places in the words of schema.org."""

from newsroom.pages.structured import Absolute, named
from newsroom.places.models import Place

# What a place of each level is called; the others are cities.
KINDS = {
    Place.Level.COUNTRY: "Country",
    Place.Level.PROVINCE: "AdministrativeArea",
    Place.Level.PREFECTURE: "AdministrativeArea",
    Place.Level.DISTRICT: "AdministrativeArea",
    Place.Level.COUNTY: "AdministrativeArea",
    Place.Level.GROUP: "Place",
}


def kind_of(place: Place) -> str:
    return KINDS.get(place.level, "City")


def named_place(place: Place, language: str, absolute: Absolute | None) -> dict:
    """A place inside another thing's description, with where it lies on the globe."""
    return named(place, language, kind_of(place), absolute) | {"geo": geo(place)}


def geo(place: Place) -> dict | None:
    """Where it lies on the globe, if that is known."""
    if place.longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(place.latitude), "longitude": float(place.longitude)}
