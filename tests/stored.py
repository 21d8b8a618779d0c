"""What the tables of the database hold, past the models."""

import json
from typing import Any

from django.db import connection


def rows(table: str) -> list[dict]:
    """Return the rows of a table, without saying whose their values are: see tests/test_upgrade_in_step.py."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        names = [column[0] for column in cursor.description]
        return sorted((_untyped(dict(zip(names, row, strict=True))) for row in cursor.fetchall()), key=str)


def _untyped(row: dict[str, Any]) -> dict[str, Any]:
    known = {name: value for name, value in row.items() if name != "typed"}
    stored = {name for name in ("before", "after") if isinstance(known.get(name), str)}  # snapshots
    return known | {name: json.loads(known[name], object_hook=_untyped) for name in stored}
