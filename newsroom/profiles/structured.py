"""Structured data (schema.org JSON-LD) of the profile pages of places, pairs, people and institutions."""

from collections.abc import Iterable

from newsroom.languages import tag_of
from newsroom.pages.structured import CONTEXT, Absolute, begun, described, ended, named
from newsroom.people import structured as bodies
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.places.structured import geo, kind_of, named_place


def described_place(place: Place, language: str, absolute: Absolute, *, parent: Place | None) -> dict:
    """Return a place; `parent` is None if its page is not public."""
    return described(
        place,
        language,
        kind_of(place),
        absolute,
        geo=geo(place),
        sameAs=place.wikidata and f"https://www.wikidata.org/wiki/{place.wikidata}",
        containedInPlace=parent and named(parent, language, kind_of(parent), absolute),
    )


def described_pair(pair: Pair, name: str, language: str, absolute: Absolute) -> dict:
    """Return the WebPage of a pair, about its two places."""
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": name,
        "url": absolute(pair.address_in(language)),
        "inLanguage": tag_of(language),
        "about": [named_place(place, language, absolute) for place in pair.in_order(language)],
    }


def described_person(person: Person, language: str, absolute: Absolute, *, tenures: Iterable[dict]) -> dict:
    """Return a Person with dated Roles (`person.tenures`): no office is stated as current."""
    terms = [
        {
            "@type": "Role",
            "hasOccupation": {"@type": "Occupation", "name": tenure["office"]},
            "startDate": begun(tenure["began"]),
            "endDate": ended(tenure["ended"]),
        }
        for tenure in tenures
    ]
    honorific = person.honorific_in(language)
    return described(person, language, "Person", absolute, honorificPrefix=honorific, hasOccupation=terms)


def described_institution(institution: Institution, language: str, absolute: Absolute, *, home: Place | None) -> dict:
    """Return an institution; `home`, its place, is None if that page is not public."""
    return described(
        institution,
        language,
        bodies.kind_of(institution),
        absolute,
        location=home and named_place(home, language, absolute),
    )
