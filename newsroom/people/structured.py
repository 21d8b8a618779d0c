"""People and institutions in the words of schema.org."""

from collections.abc import Iterable

from newsroom.pages.structured import Absolute, begun, described, ended
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from newsroom.places.structured import named_place

# What a body of each kind is called; the others are organisations.
KINDS = {
    **dict.fromkeys(("party", "government", "congress", "bureau", "embassy"), "GovernmentOrganization"),
    "university": "CollegeOrUniversity",
    "institute": "ResearchOrganization",
    "hospital": "Hospital",
    "school": "School",
    "company": "Corporation",
    "museum": "Museum",
}


def kind_of(institution: Institution) -> str:
    return KINDS.get(institution.kind, "Organization")


def described_person(person: Person, language: str, absolute: Absolute, *, tenures: Iterable[dict]) -> dict:
    """A person with the terms of office that are on record (`history.tenures`), each with its days: none is today's."""
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
        institution, language, kind_of(institution), absolute, location=home and named_place(home, language, absolute)
    )
