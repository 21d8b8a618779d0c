"""Places, pairs, people and institutions in the words of schema.org, as their own pages say what they are."""

from collections.abc import Iterable

from newsroom.languages import tag_of
from newsroom.pages.structured import CONTEXT, Absolute, begun, described, ended, named
from newsroom.people import structured as bodies
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.places.structured import geo, kind_of, named_place


def described_place(place: Place, language: str, absolute: Absolute, *, parent: Place | None) -> dict:
    """A place by itself; `parent` is what it is part of, where readers may see its page."""
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
    """The page of a pair, which is about its two places."""
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": name,
        "url": absolute(pair.address_in(language)),
        "inLanguage": tag_of(language),
        "about": [named_place(place, language, absolute) for place in pair.in_order()],
    }


def described_person(person: Person, language: str, absolute: Absolute, *, tenures: Iterable[dict]) -> dict:
    """A person with the terms of office that are on record (`person.tenures`), each with its days: none is today's."""
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
    """A body by itself; `home` is its place, where readers may see its page."""
    return described(
        institution,
        language,
        bodies.kind_of(institution),
        absolute,
        location=home and named_place(home, language, absolute),
    )
