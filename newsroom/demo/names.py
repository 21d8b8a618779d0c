"""Places, institutions, people, offices and sources of a story file: used as they are where they are there already."""

from django.db.models import Model

from newsroom.people.models import Institution, Office, Person
from newsroom.places.deeds import pair_of
from newsroom.places.models import Pair, Place
from newsroom.sources.models import Source


def checked(record: Model) -> Model:
    """Save a new record as a form of the desk would: only if its own rules hold. ValidationError if they do not."""
    record.full_clean()
    record.save()
    return record


def lay_names(story: dict) -> None:
    """Lay in the story's own places, its institutions and people; each may stand in one of those before."""
    for model, rows in ((Place, "places"), (Institution, "institutions"), (Person, "people")):
        for slug, columns in story.get(rows, {}).items():
            if not model.objects.filter(slug=slug).exists():
                checked(model(slug=slug, **_with_places(columns)))


def _with_places(columns: dict) -> dict:
    """Return `columns` with the places that it names by their slugs."""
    return columns | {name: place(columns[name]) for name in ("parent", "place") if name in columns}


def place(slug: str) -> Place:
    return Place.objects.get(slug=slug)


def institution(slug: str) -> Institution:
    return Institution.objects.get(slug=slug)


def person(slug: str) -> Person:
    return Person.objects.get(slug=slug)


def pairs(rows: list[list[str]]) -> list[Pair]:
    return [pair_of(place(one), place(other)) for one, other in rows]


def office(columns: dict) -> Office:
    """Return the office of this place with these names, made when it is first used."""
    columns = _with_places(columns)
    return Office.objects.filter(**columns).first() or checked(Office(**columns))


def source(columns: dict) -> Source:
    """Return the source with this address, made if it is new."""
    address = {name: value for name, value in columns.items() if name.startswith("url_")}
    return Source.objects.filter(**address).first() or checked(Source(**columns))
