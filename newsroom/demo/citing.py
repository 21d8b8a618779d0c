"""Sources and citations of the demo data."""

from django.db.models import Model

from newsroom.demo.names import checked
from newsroom.sources.models import Source


def lay_sources(story: dict) -> dict[str, Source]:
    """Get or create the story's sources; return {key: source}, its own page first."""
    return {key: _source(columns) for key, columns in story.get("sources", {}).items()}


def address_of(columns: dict) -> dict[str, str]:
    """Return the URL columns of a source."""
    return {name: value for name, value in columns.items() if name.startswith("url_")}


def cite(record: Model, sources: dict[str, Source], rows: list[dict] | None = None) -> None:
    """Add citations of `rows` (source key and what it says) to the record; without rows, of every source.

    Existing citations of a source stay unchanged.
    """
    cited = set(record.citations.values_list("source", flat=True))
    for order, row in enumerate(rows or [{"source": key} for key in sources], 1):
        source = sources[row["source"]]
        if source.pk not in cited:
            says = {name: words for name, words in row.items() if name.startswith("says_")}
            link = record.citations.field.name
            checked(record.citations.model(source=source, order=order, **says, **{link: record}))


def _source(columns: dict) -> Source:
    return Source.objects.filter(**address_of(columns)).first() or checked(Source(**columns))
