"""Institutions in the words of schema.org."""

from newsroom.people.models import Institution

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
