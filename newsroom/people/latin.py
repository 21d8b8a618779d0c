"""The Latin forms that are possible for the name of somebody who stands for a place where it is read in pinyin."""

from typing import Any

from newsroom.languages.pinyin import person_forms
from newsroom.places.latin import reads_in_pinyin
from newsroom.places.models import Place

_ways = ["offices__tenures__person"]


def stand_for(*ways: str) -> None:
    """Declare, from above, that these paths lead from a place, and from an institution, to people who stand for it."""
    _ways.extend(way for way in ways if way not in _ways)


def stood_for(person: Any) -> list[Place]:
    """Return the places for which somebody stood, on whatever is on record."""
    if not person.pk:
        return []
    paths = (*_ways, *(f"institutions__{way}" for way in _ways))
    keys = {key for path in paths for key in Place.objects.filter(**{path: person}).values_list("pk", flat=True)}
    return list(Place.objects.select_related("parent__parent__parent").filter(pk__in=keys))


def latin_forms(person: Any, name_zh: str) -> tuple[str, ...]:
    """Return the possible Latin forms of the name, likeliest first; none of somebody who stands for another place."""
    places = stood_for(person) if name_zh else []
    return person_forms(name_zh) if places and all(map(reads_in_pinyin, places)) else ()
