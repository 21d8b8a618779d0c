"""Initial data of the term base: offices, institutions, kinds of agreement and set phrases."""

from pathlib import Path

from newsroom.tables import rows_of
from newsroom.terms.models import Term

LIST = Path(__file__).parent / "data" / "terms.tsv"


def install(*further: Path) -> int:
    """Create the terms, with those of `further` lists, if there are none; return how many were created.

    A term base in use is never changed.
    """
    if Term.objects.exists():
        return 0
    return len(Term.objects.bulk_create(Term(**row) for file in (LIST, *further) for row in rows_of(file)))
