"""What tells readers people and institutions of one name apart, said only where two of them stand in one list."""

from collections.abc import Iterable
from datetime import datetime

from newsroom.languages import Words, namesakes
from newsroom.people import history
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place
from newsroom.publishing.clock import day_of

MOST = 500  # appearances that are looked at: of two hundred names on a page few are borne twice


def last_offices(people: Iterable[Person], language: str, at: datetime) -> dict[int, Words]:
    """Say of namesakes among `people`, by their keys, the offices printed last on a page that readers see at `at`."""
    alike = namesakes(people, language)
    known = Person.appearances.rel.related_model.objects
    mine = list(known.filter(person__in=alike).values_list("pk", flat=True)[:MOST]) if alike else []
    seen = known.public(at).filter(pk__in=mine)
    found = {person.pk: [] for person in alike}
    for appearance in seen.with_occasions(at, day_of(at)) if mine else ():
        found[appearance.person_id].append(appearance)
    told = {key: [row["offices"] for row in history.appearances(rows, language)] for key, rows in found.items()}
    return {key: next(filter(None, offices)) for key, offices in told.items() if any(offices)}


def standing_in(institutions: Iterable[Institution], language: str) -> dict[int, Words]:
    """Say of namesakes among `institutions`, by their keys, at which place they are."""
    alike = [body for body in namesakes(institutions, language) if body.place_id]
    places = Place.objects.in_bulk([body.place_id for body in alike]) if alike else {}
    return {body.pk: places[body.place_id].name_in(language) for body in alike}
