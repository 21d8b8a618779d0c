"""Initial data: countries and regions, China's provinces and prefectures, some districts."""

from pathlib import Path

from django.db import transaction

from newsroom.places.models import Place
from newsroom.tables import rows_of

LISTS = ("countries.tsv", "provinces.tsv", "cities.tsv", "districts.tsv")  # parents before children
DATA = Path(__file__).parent / "data"


@transaction.atomic
def install() -> int:
    """Create the places if there are none; return how many were created.

    If any place exists, the office maintains the list: nothing is added, changed or restored.
    """
    if Place.objects.exists():
        return 0
    known: dict[str, Place] = {}
    for name in LISTS:
        laid = Place.objects.bulk_create(_place(row, known) for row in rows_of(DATA / name))
        known |= {place.slug: place for place in laid}
    return len(known)


def _place(row: dict[str, str], known: dict[str, Place]) -> Place:
    parent = row.pop("parent")
    return Place(parent=known[parent] if parent else None, **row)
