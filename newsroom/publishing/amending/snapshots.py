"""Snapshots: a record with its rows and links as JSON, taken, compared and written back.

Which rows belong to a record is declared by its room, in `AppConfig.ready()`: `rows_of(Event, "appearances",
"visited")`. A snapshot is `{"fields": {column: value}, "links": {name: [keys]}, "rows": {name: [snapshot, …]}}`, a
row's with its key under "pk" (None for a row that does not exist yet), everything fit for JSON.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models

from newsroom.publishing import clock

NOTHING: dict[str, dict] = {"fields": {}, "links": {}, "rows": {}}

_rows: dict[type[models.Model], tuple[str, ...]] = defaultdict(tuple)


def rows_of(model: type[models.Model], *names: str) -> None:
    """Declare the reverse relations whose rows are part of a record of `model`."""
    _rows[model] = tuple(dict.fromkeys((*_rows[model], *names)))


def tracked() -> set[type[models.Model]]:
    return set(_rows)


def rows_named(model: type[models.Model]) -> tuple[str, ...]:
    """Return the reverse relations whose rows are part of a record of `model`."""
    return _rows.get(model, ())


def columns_of(model: type[models.Model]) -> list[models.Field]:
    """Return the columns that a form can change."""
    return [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]


def links_of(model: type[models.Model]) -> list[models.ManyToManyField]:
    many = model._meta.local_many_to_many
    return [field for field in many if (through := field.remote_field.through) and through._meta.auto_created]


def _plain(field: models.Field, value: Any) -> Any:
    prepared = field.get_prep_value(value)
    return prepared if prepared is None or isinstance(prepared, str | int | bool) else str(prepared)


def take(record: models.Model, also: Sequence[str] = ()) -> dict:
    """Return the record as it stands in memory, with its rows and links as they stand in the database.

    `also` are further reverse relations whose rows are wanted.
    """
    return _taken(type(record), [record], also)[0]


def take_all(records: Sequence[models.Model]) -> list[dict]:
    """Return the snapshot of each of the records, with as many queries for many of a kind as for one."""
    by_model = defaultdict(list)
    for place, record in enumerate(records):
        by_model[type(record)].append((place, record))
    found: dict[int, dict] = {}
    for model, some in by_model.items():
        taken = _taken(model, [record for _place, record in some])
        found |= {place: one for (place, _record), one in zip(some, taken, strict=True)}
    return [found[place] for place in range(len(records))]


def _taken(model: type[models.Model], records: list, also: Sequence[str] = ()) -> list[dict]:
    keys = [record.pk for record in records]
    links = {field.name: _keys_linked(field, keys) for field in links_of(model)}
    rows = {name: _rows_taken(model, name, keys) for name in dict.fromkeys((*rows_named(model), *also))}
    return [
        {
            "fields": _fields(record),
            "links": {name: sorted(of[record.pk]) for name, of in links.items()},
            "rows": {name: of[record.pk] for name, of in rows.items()},
        }
        for record in records
    ]


def _fields(record: models.Model) -> dict:
    return {field.attname: _plain(field, field.value_from_object(record)) for field in columns_of(type(record))}


def _keys_linked(field: models.ManyToManyField, keys: list) -> dict[Any, list]:
    """Return {key of a record: keys of what it is linked to}."""
    near, far = (f"{getattr(field, name)()}_id" for name in ("m2m_field_name", "m2m_reverse_field_name"))
    through: Any = field.remote_field.through
    found = defaultdict(list)
    for one, other in through._base_manager.filter(**{f"{near}__in": keys}).values_list(near, far):
        found[one].append(other)
    return found


def _rows_taken(model: type[models.Model], name: str, keys: list) -> dict[Any, list[dict]]:
    """Return {key of a record: the snapshots of its rows}."""
    relation: Any = model._meta.get_field(name)
    column = relation.field.attname
    rows = list(relation.related_model._default_manager.filter(**{f"{column}__in": keys}).order_by("pk"))
    found = defaultdict(list)
    for row, taken in zip(rows, _taken(relation.related_model, rows), strict=True):
        found[getattr(row, column)].append({"pk": row.pk, **taken})
    return found


def without_rows(record: models.Model) -> dict:
    """Return the snapshot of the record and its links alone."""
    links = {field.name: sorted(_keys_linked(field, [record.pk])[record.pk]) for field in links_of(type(record))}
    return {"fields": _fields(record), "links": links, "rows": {}}


def forget_new(after: dict, before: dict) -> dict:
    """Return `after` with None for the key of every row that `before` does not have."""
    rows = {}
    for name, news in after["rows"].items():
        known = {row["pk"]: row for row in before["rows"].get(name, [])}
        rows[name] = [
            {"pk": row["pk"] if row["pk"] in known else None, **forget_new(row, known.get(row["pk"], NOTHING))}
            for row in news
        ]
    return {"fields": after["fields"], "links": after["links"], "rows": rows}


def write(record: models.Model, snapshot: dict, at: datetime) -> None:
    """Make the record, its links and its rows what the snapshot says, each checked at `at` as a form would.

    Raises ValidationError where that is not possible, and should be called inside a transaction.
    """
    for field in columns_of(type(record)):
        if field.attname in snapshot["fields"]:
            setattr(record, field.attname, field.to_python(snapshot["fields"][field.attname]))
    clock.check_at(record, at)
    record.full_clean()
    record.save()
    for name, keys in snapshot["links"].items():
        getattr(record, name).set(keys)
    for name, rows in snapshot["rows"].items():
        _write_rows(record, name, rows, at)


def _write_rows(record: models.Model, name: str, rows: list[dict], at: datetime) -> None:
    manager = getattr(record, name)
    manager.exclude(pk__in=[row["pk"] for row in rows if row["pk"]]).delete()
    present = manager.in_bulk()
    for row in sorted(rows, key=lambda row: not _gives_up(present.get(row["pk"]), row)):
        one = present.get(row["pk"]) or manager.model(**{manager.field.name: record})
        # The key of a new parent in the snapshot is the one that it had while it was tried.
        own = {column: value for column, value in row["fields"].items() if column != manager.field.attname}
        write(one, {**row, "fields": own}, at)


def _gives_up(one: models.Model | None, row: dict) -> bool:
    """Return whether a mark is taken from the row: it goes first, where only one of the rows may bear the mark."""
    return one is not None and any(
        row["fields"].get(field.attname) is False and getattr(one, field.attname)
        for field in columns_of(type(one))
        if isinstance(field, models.BooleanField)
    )


def still_holds(before: dict, now: dict) -> bool:
    """Return whether all that `before` says is still so. A column that it does not know has come to the house since."""
    return (
        before["fields"].items() <= now["fields"].items()
        and before["links"].items() <= now["links"].items()
        and all(_rows_still_hold(rows, now["rows"].get(name, [])) for name, rows in before["rows"].items())
    )


def _rows_still_hold(before: list[dict], now: list[dict]) -> bool:
    return [row["pk"] for row in before] == [row["pk"] for row in now] and all(map(still_holds, before, now))


def differences(
    before: dict, after: dict, model: type[models.Model], where: tuple = (), also: Sequence[str] = ()
) -> list[tuple]:
    """Return what differs, each as (where, field, old, new): `where` are the row's names and places, outermost first.

    `also` are further rows that were taken. A row that is new or gone differs in every field that it has.
    """
    found = [
        (where, field, before["fields"].get(field.attname), after["fields"].get(field.attname))
        for field in columns_of(model)
        if before["fields"].get(field.attname) != after["fields"].get(field.attname)
    ]
    for field in links_of(model):
        old, new = before["links"].get(field.name, []), after["links"].get(field.name, [])
        if old != new:
            found.append((where, field, old, new))
    for name in dict.fromkeys((*rows_named(model), *also)):
        found += _row_differences(before["rows"].get(name, []), after["rows"].get(name, []), model, name, where)
    return found


def _row_differences(old_rows: list, new_rows: list, model: type[models.Model], name: str, where: tuple) -> list[tuple]:
    relation: Any = model._meta.get_field(name)
    parent = relation.field.attname
    old = {row["pk"]: row for row in old_rows}
    kept = [(old[row["pk"]], row) for row in new_rows if row["pk"] in old]
    gone = [(row, NOTHING) for key, row in old.items() if key not in {row["pk"] for row in new_rows}]
    new = [(NOTHING, row) for row in new_rows if row["pk"] not in old]
    found = []
    for number, (one, other) in enumerate([*kept, *gone, *new], start=1):
        inner = differences(one, other, relation.related_model, (*where, (name, number)))
        found += [entry for entry in inner if entry[1].attname != parent]
    return found
