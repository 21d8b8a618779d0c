"""Get-or-create by slug of the records that stories name, from `data/names/`."""

from functools import cache

from django.db.models import Model

from newsroom.demo import reading
from newsroom.people.models import Institution, Office, Person
from newsroom.places.deeds import pair_of
from newsroom.places.models import Pair, Place, Succession
from newsroom.tables import rows_of
from newsroom.terms import install as terms


def checked(record: Model) -> Model:
    """Validate the fields and `clean()` of a new record, and save it; raise ValidationError.

    Constraints, uniqueness and foreign keys are left to the database: validating them takes a query each, for a
    thousand rows.
    """
    keys = [field.name for field in record._meta.fields if field.is_relation]
    record.full_clean(exclude=keys, validate_unique=False, validate_constraints=False)
    record.save()
    return record


def place(slug: str) -> Place:
    """Get or create the place with this slug, with its successors if it ended."""
    if known := Place.objects.filter(slug=slug).first():
        return known
    row = dict(reading.names("places")[slug])
    successors = row.pop("passed_into", [])
    made = checked(Place(slug=slug, **_with_places(row)))
    for successor in successors:
        checked(Succession(predecessor=made, successor=place(successor)))
    return made


def institution(slug: str) -> Institution:
    known = Institution.objects.filter(slug=slug).first()
    return known or checked(Institution(slug=slug, **_with_places(reading.names("institutions")[slug])))


def person(slug: str) -> Person:
    return Person.objects.filter(slug=slug).first() or checked(Person(slug=slug, **reading.names("people")[slug]))


def is_known(slug: str) -> bool:
    """Return whether this is the slug of a person with a name."""
    return slug in reading.names("people")


def is_institution(slug: str) -> bool:
    return slug in reading.names("institutions")


def pairs(rows: list[list[str]]) -> list[Pair]:
    return [pair_of(place(one), place(other)) for one, other in rows]


def office(words: str) -> Office:
    """Get or create the office "mayor/<place slug>": a pattern of the term base, filled with the place."""
    post, _slash, slug = words.partition("/")
    of = place(slug)
    pattern_zh = reading.names("offices")[post]
    name_zh = pattern_zh.replace("{place}", of.name_zh)
    name_en = _patterns()[pattern_zh].replace("{place}", of.name_en)
    known = Office.objects.filter(name_zh=name_zh, name_en=name_en, place=of).first()
    return known or checked(Office(name_zh=name_zh, name_en=name_en, place=of))


@cache
def _patterns() -> dict[str, str]:
    return {row["name_zh"]: row["name_en"] for row in rows_of(terms.LIST)}


def _with_places(columns: dict) -> dict:
    """Return `columns` with place slugs replaced by places."""
    return columns | {name: place(columns[name]) for name in ("parent", "place") if name in columns}
