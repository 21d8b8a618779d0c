"""What else a record's own page says of its name: the original, and how its Latin form is known."""

from newsroom.languages import StandIn
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place

Record = Person | Institution | Place


def written(record: Record, language: str) -> dict:
    """Return the context of `profiles/written.html`, beneath the heading."""
    heading = record.name_in(language)
    return {
        "is_gloss": isinstance(heading, StandIn) and heading.is_gloss,
        "original_name": record.original_name(),
        "latin": record.get_latin_display() if record.latin and record.name_en else "",
    }
