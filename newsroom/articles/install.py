"""First data of a new site: its sections."""

from pathlib import Path

from newsroom.articles.models import Section
from newsroom.tables import rows_of

LIST = Path(__file__).parent / "data" / "sections.tsv"


def install() -> int:
    """Create the sections on a site without any, in list order. Return how many were created."""
    if Section.objects.exists():
        return 0
    sections = (Section(order=order, **row) for order, row in enumerate(rows_of(LIST), 1))
    return len(Section.objects.bulk_create(sections))
