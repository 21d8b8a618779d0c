"""The pages that a story is known from, and what each of them says where they differ."""

from django.db.models import Model

from newsroom.demo.names import checked
from newsroom.sources.models import Source


def lay_sources(story: dict) -> dict[str, Source]:
    """Return the story's sources by their keys, its own page first; a page that is known is used as it is."""
    return {key: _source(columns) for key, columns in story.get("sources", {}).items()}


def address_of(columns: dict) -> dict[str, str]:
    """Return the columns of a source that hold its address."""
    return {name: value for name, value in columns.items() if name.startswith("url_")}


def cite(record: Model, sources: dict[str, Source], rows: list[dict] | None = None) -> None:
    """Let the record cite `rows`, each a source with what it says; without rows every source, once.

    Of a source that the record cites already nothing is changed.
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
