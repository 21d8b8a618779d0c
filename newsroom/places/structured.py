"""Places in the words of schema.org."""

from newsroom.languages import tag_of
from newsroom.pages.structured import CONTEXT, Absolute, described, named
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
    return named(place, language, kind_of(place), absolute) | {"geo": _geo(place)}


def described_place(place: Place, language: str, absolute: Absolute, *, parent: Place | None) -> dict:
    """A place by itself; `parent` is what it is part of, where readers may see its page."""
    return described(
        place,
        language,
        kind_of(place),
        absolute,
        geo=_geo(place),
        sameAs=place.wikidata and f"https://www.wikidata.org/wiki/{place.wikidata}",
        containedInPlace=parent and named(parent, language, kind_of(parent), absolute),
    )


def described_pair(pair, name: str, language: str, absolute: Absolute) -> dict:
    """The page of a pair, which is about its two places."""
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": name,
        "url": absolute(pair.address_in(language)),
        "inLanguage": tag_of(language),
        "about": [named_place(place, language, absolute) for place in pair.in_order()],
    }


def _geo(place: Place) -> dict | None:
    if place.longitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(place.latitude), "longitude": float(place.longitude)}
