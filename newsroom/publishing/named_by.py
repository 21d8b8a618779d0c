"""The condition that something with an interval names a record, as an expression whose SQL is compiled once.

Nearly every page asks it, of several kinds of records. Building and compiling it anew took Django longer than the
databases take to answer.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db import connections, models
from django.db.models import BooleanField, DateTimeField, Expression, F, Q, QuerySet
from django.db.models.sql.compiler import SQLCompiler

# What stands in the compiled SQL for the record's key, and in its parameters for the moment, until it is asked.
KEY = "\0"
MOMENT = datetime(2001, 2, 3, 4, 5, 6, 789, tzinfo=UTC)
ALIAS = "named"  # of the tables inside: no alias that Django makes begins like it


class _Key(Expression):
    """The key of the record that is asked about, as it stands in the compiled SQL."""

    def as_sql(self, _compiler: SQLCompiler, _connection: Any) -> tuple[str, tuple]:
        return KEY, ()


class NamedBy(Expression):
    """Whether one of `paths` leads from a record of `model` to an interval that `spelling` accepts at `at`.

    Of a path only the first step is walked backwards, the rest is an ordinary filter. For a Person and the path
    "appearances__event", with `public_q`:

        first = "appearances", rest = "event"
        step  = Person.appearances, the reverse of the foreign key Appearance.person
        back  = "person"

        EXISTS (SELECT 1 FROM cooperation_appearance a JOIN cooperation_event e ON a.event_id = e.id
                WHERE e.public_from <= at AND (e.public_until IS NULL OR e.public_until > at)
                  AND a.person_id = people_person.id)

    A path of one step has no rest: for a Pair and "events" the interval is asked of Event itself, and `back` is the
    many-to-many field Event.pairs. The paths are joined by OR; there must be one. As
    `filter(appearances__event__public_from__lte=…)` the same would join the tables of all paths, and a record would
    come once for each row that names it.
    """

    def __init__(
        self, model: type[models.Model], paths: tuple[str, ...], spelling: Callable[[datetime, str], Q], at: datetime
    ) -> None:
        super().__init__(output_field=BooleanField())
        self.model, self.paths, self.spelling, self.at = model, paths, spelling, at
        self.key: Any = F("pk")

    def get_source_expressions(self) -> list:
        return [self.key]

    def set_source_expressions(self, expressions: Any) -> None:
        (self.key,) = expressions

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple]:
        sql, parameters = _compiled(self.model, self.paths, self.spelling, connection.alias)
        key, _none = compiler.compile(self.key)
        at = _prepared(self.at, connection)
        marked = _prepared(MOMENT, connection)
        return sql.replace(KEY, key), tuple(at if one == marked else one for one in parameters)


def _prepared(at: datetime, connection: Any) -> Any:
    """Return the moment as the database's parameter."""
    return DateTimeField().get_db_prep_value(at, connection)


@cache
def _compiled(
    model: type[models.Model], paths: tuple[str, ...], spelling: Callable[[datetime, str], Q], database: str
) -> tuple[str, list]:
    """Return the SQL of the condition with `KEY` in it, and its parameters with `MOMENT` among them."""
    found = [
        _exists(_through(model, path, spelling), database, f"{ALIAS}{number}") for number, path in enumerate(paths)
    ]
    return f"({' OR '.join(sql for sql, _parameters in found)})", [
        one for _sql, parameters in found for one in parameters
    ]


def _through(model: type[models.Model], path: str, spelling: Callable[[datetime, str], Q]) -> QuerySet:
    """Return the rows at the first step of the path that name the record and end at an accepted interval."""
    first, _step, rest = path.partition("__")
    step: Any = model._meta.get_field(first)  # a foreign key, a many-to-many field, or the reverse of one
    back = step.remote_field.name if step.auto_created else step.related_query_name()
    # From the other end: the record itself would be one more table in each question, and take long to plan.
    return step.related_model._base_manager.filter(spelling(MOMENT, rest), **{back: _Key()})


def _exists(rows: QuerySet, database: str, alias: str) -> tuple[str, list]:
    """Return the SQL of EXISTS of the rows, whose tables have aliases that the question around it cannot have."""
    query = rows.query.exists()
    query.change_aliases({known: f"{alias}_{number}" for number, known in enumerate(list(query.alias_map))})
    sql, parameters = query.get_compiler(connection=connections[database]).as_sql()
    return f"EXISTS({sql})", list(parameters)
