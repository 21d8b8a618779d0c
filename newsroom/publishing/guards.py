"""Database guards (exclusion constraint, triggers): of one series, never two rows are public at one instant.

PostgreSQL has an exclusion constraint for it, SQLite two triggers. Both are written after every migration, because
SQLite drops a table's triggers when a later migration remakes the table; a system check sees that they stand.
"""

from typing import Any, cast

from django.core.checks import Error, Tags, register
from django.db import connections, models

GUARDED: list[tuple[type[models.Model], str]] = []

# The end of time is written as a day: SQLite reads a bare 9999 as a number, and every text is greater than that.
SQLITE = """
CREATE TRIGGER {name}_{when} BEFORE {WHEN} ON {table} WHEN NEW.public_from IS NOT NULL BEGIN
  SELECT RAISE(ABORT, '{name}') WHERE EXISTS (
    SELECT 1 FROM {table} AS other
    WHERE other.{series} = NEW.{series} AND other.id <> NEW.id AND other.public_from IS NOT NULL
      AND other.public_from < COALESCE(NEW.public_until, '9999-12-31')
      AND NEW.public_from < COALESCE(other.public_until, '9999-12-31'));
END
"""
POSTGRESQL = """
ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist (
  int8range({series}, {series}, '[]') WITH &&, tstzrange(public_from, public_until) WITH &&
) WHERE (public_from IS NOT NULL)
"""


def guard(model: type[models.Model], series: str) -> None:
    """Declare that of the rows of `model` with one value of the foreign key `series` at most one is public."""
    GUARDED.append((model, series))


def _words(model: type[models.Model], series: str) -> dict[str, str]:
    table, link = model._meta.db_table, cast(models.ForeignKey, model._meta.get_field(series))
    return {"table": table, "series": str(link.column), "name": f"{table}_public_one_at_a_time"}


def write_guards(using: str = "default", **_signal: Any) -> None:
    """Write every declared guard whose table exists."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    for words in (_words(*declared) for declared in GUARDED):
        if words["table"] not in tables:
            continue
        with connection.cursor() as cursor:
            for statement in _statements(connection.vendor, words):
                cursor.execute(statement)


def _statements(vendor: str, words: dict[str, str]) -> list[str]:
    if vendor == "postgresql":
        return ["ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}".format(**words), POSTGRESQL.format(**words)]
    both = ("insert", "update")
    drops = ["DROP TRIGGER IF EXISTS {name}_{when}".format(when=when, **words) for when in both]
    return drops + [SQLITE.format(when=when, WHEN=when.upper(), **words) for when in both]


def installed(connection: Any) -> set[str]:
    """Return the names of the guards that the database has."""
    question = {
        "postgresql": "SELECT conname FROM pg_constraint WHERE contype = 'x'",
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(question)
        return {name for (name,) in cursor.fetchall()}


@register(Tags.database)
def guards_stand(app_configs: Any, databases: Any = None, **_options: Any) -> Any:
    """Report a guard that a migration has dropped."""
    missing = []
    for using in databases or []:
        connection = connections[using]
        tables, names = connection.introspection.table_names(), installed(connection)
        for model, series in GUARDED:
            words = _words(model, series)
            wanted = {words["name"]}
            if connection.vendor == "sqlite":
                wanted = {f"{words['name']}_insert", f"{words['name']}_update"}
            if words["table"] in tables and not wanted <= names:
                missing.append(
                    Error(f"{words['name']} is missing.", hint="Run manage.py migrate.", id="publishing.E001")
                )
    return missing
