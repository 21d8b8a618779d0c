"""Statements: what a deed rests on, part by part, so that it does what its page showed and nothing else.

The page that leads to a deed carries its statement as a signed token. The deed is asked for its statement again under
the lock: where a part has come, or is another, it is refused and the page shows what changed. A part that has gone is
no difference: the deed lets out less than was shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db import models

from newsroom.publishing.amending import snapshots

SALT = "newsroom.statement"
NAMES = ("name_", "title_", "pattern")  # how the columns begin of what a record is called


@dataclass(frozen=True)
class Part:
    """One thing that a deed rests on: `content` is plain JSON, `of` the record, or words, that it says."""

    key: str
    of: Any
    content: Any


@dataclass(frozen=True)
class Changed:
    """A part that is another than the one shown: `before` is None where nothing was shown."""

    of: Any
    before: Any
    now: Any


def key_of(record: models.Model) -> str:
    return f"{record._meta.label_lower}:{record.pk}"


def parts_of(records: Sequence[models.Model]) -> list[Part]:
    """Return a part for each record: its columns, links and rows, and what is printed of all that these name."""
    taken = snapshots.take_all(records)
    named: dict[type[models.Model], set] = defaultdict(set)
    for record, snapshot in zip(records, taken, strict=True):
        _collect(type(record), snapshot, named)
    names = {model: _names(model, keys) for model, keys in named.items()}
    return [
        Part(key_of(record), record, {**snapshot, "names": _named_in(type(record), snapshot, names)})
        for record, snapshot in zip(records, taken, strict=True)
    ]


def _collect(model: type[models.Model], snapshot: dict, named: dict[type[models.Model], set]) -> None:
    """Add to `named` the keys of everything that a snapshot points to."""
    for other, keys in _pointing(model, snapshot):
        named[other].update(keys)


def _pointing(model: type[models.Model], snapshot: dict) -> Iterable[tuple[type[models.Model], list]]:
    for field in snapshots.columns_of(model):
        key = snapshot["fields"].get(field.attname) if field.is_relation else None
        if key is not None:
            yield field.related_model, [key]  # type: ignore[misc]
    for link in snapshots.links_of(model):
        yield link.related_model, snapshot["links"].get(link.name, [])
    for name, rows in snapshot["rows"].items():
        row_model: Any = model._meta.get_field(name).related_model
        for row in rows:
            yield from _pointing(row_model, row)


def _names(model: type[models.Model], keys: set) -> dict[Any, list[str]]:
    columns = [field.attname for field in snapshots.columns_of(model) if field.attname.startswith(NAMES)]
    if not columns:
        return {}
    return {key: words for key, *words in model._base_manager.filter(pk__in=keys).values_list("pk", *columns)}


def _named_in(model: type[models.Model], snapshot: dict, names: dict) -> dict[str, list[str]]:
    return {
        f"{other._meta.label_lower}:{key}": names[other][key]
        for other, keys in _pointing(model, snapshot)
        for key in keys
        if key in names.get(other, {})
    }


def sealed(parts: Iterable[Part]) -> str:
    """Return the token that a page carries: what its statement says, signed."""
    return signing.dumps({part.key: part.content for part in parts}, salt=SALT, compress=True)


def changes(parts: Iterable[Part], token: str) -> list[Changed]:
    """Return the parts that the page of `token` did not show as they are."""
    try:
        shown = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        shown = {}
    return [
        Changed(part.of, shown.get(part.key), part.content) for part in parts if shown.get(part.key) != part.content
    ]
