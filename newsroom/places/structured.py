"""Structured data (schema.org JSON-LD) of places."""

from newsroom.pages.structured import Absolute, named
from newsroom.places.models import Place
from newsroom.places.regions import region_of

# schema.org types by level; every other level is a City.
KINDS = {
    Place.Level.COUNTRY: "Country",
    Place.Level.PROVINCE: "AdministrativeArea",
    Place.Level.PREFECTURE: "AdministrativeArea",
    Place.Level.DISTRICT: "AdministrativeArea",
    Place.Level.COUNTY: "AdministrativeArea",
    Place.Level.GROUP: "Place",
}


def kind_of(place: Place) -> str:
    """Return the schema.org type; Hong Kong, Macao and Taiwan are no Country in either convention."""
    return "AdministrativeArea" if region_of(place) else KINDS.get(place.level, "City")


def named_place(place: Place, language: str, absolute: Absolute | None) -> dict:
    """Return a place nested in another description, with its coordinates."""
    return named(place, language, kind_of(place), absolute) | {"geo": geo(place)}


def geo(place: Place) -> dict | None:
    """Return GeoCoordinates, or None if unknown."""
    if place.longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(place.latitude), "longitude": float(place.longitude)}
