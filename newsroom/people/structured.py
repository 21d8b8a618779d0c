"""Structured data (schema.org JSON-LD) of institutions."""

from newsroom.people.models import Institution

# schema.org types by kind; every other kind is an Organization.
KINDS = {
    **dict.fromkeys(
        ("party", "government", "congress", "cppcc", "council", "bureau", "embassy"), "GovernmentOrganization"
    ),
    "university": "CollegeOrUniversity",
    "institute": "ResearchOrganization",
    "hospital": "Hospital",
    "school": "School",
    "company": "Corporation",
    "museum": "Museum",
}


def kind_of(institution: Institution) -> str:
    return KINDS.get(institution.kind, "Organization")
