"""Initial data: the fields of cooperation."""

from pathlib import Path

from newsroom.cooperation.models import Field
from newsroom.tables import rows_of

LIST = Path(__file__).parent / "data" / "fields.tsv"


def install() -> int:
    """Create the fields, in list order, if there are none; return how many were created."""
    if Field.objects.exists():
        return 0
    fields = (Field(order=order, **row) for order, row in enumerate(rows_of(LIST), 1))
    return len(Field.objects.bulk_create(fields))
