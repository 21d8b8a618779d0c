"""Citations of several kinds of record in one query: rows that `union` can combine."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, F, Value

from newsroom.languages import pick
from newsroom.publishing.relations import related
from newsroom.sources.models import Source, source_entry

COLUMNS = [field.attname for field in Source._meta.concrete_fields]
FIRST = ("cites", "record", "order", "pk", "says_of", "says_zh", "says_en")


def quoted(records: Iterable) -> Any:
    """Return the citations of `records` with their sources as rows of plain values.

    `records` is a queryset whose `told_as` names the kind of record.
    """
    owner = records.model.citations.field.name
    citations = related(records.model, "citations").order_by()
    cited = citations.filter(**{f"{owner}__in": records.order_by().values("pk")})
    named = cited.annotate(cites=Value(records.told_as, output_field=CharField()), record=F(f"{owner}_id"))
    return named.values_list(*FIRST, *(f"source__{column}" for column in COLUMNS))


def entries(rows: Iterable[tuple], language: str) -> dict[tuple[str, int], list[dict]]:
    """Return {(kind, record pk): contexts of `components/source.html`}, in citation order."""
    found = defaultdict(list)
    for kind, record, _order, _pk, differs, zh, en, *source in sorted(rows, key=lambda row: row[:4]):
        cited = Source(**dict(zip(COLUMNS, source, strict=True)))
        found[kind, record].append(source_entry(cited, pick(zh, en, language), language, of=differs))
    return found
