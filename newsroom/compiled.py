"""Expressions about one record, and rows, whose SQL is compiled once, for questions that nearly every page asks.

Building such a question of filters and compiling it anew for each page took Django longer than the databases take to
answer it. The moment and the day that are asked for, and keys, are parameters, everything else is fixed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models import BooleanField, DateField, DateTimeField, Expression, F, Field
from django.db.models.sql.compiler import SQLCompiler

# What stands among the parameters of the compiled SQL for the moment and the day; the day is not before it.
MOMENT, DAY = datetime(2001, 2, 3, 4, 5, 6, 789, tzinfo=UTC), date(2001, 2, 5)
KEYS = -(1 << 60)  # the first of the keys that stand there for lists of keys
RECORD = "\0"  # the alias of the record's table in the compiled SQL
# Aliases that Django gives to tables inside; and those of SQL that was compiled here, by how deep it stands.
GIVEN, OURS = re.compile(r"\b[T-Z]\d+\b"), re.compile(r"\bin(\d+)_[T-Z]\d+\b")
UNNAMED = re.compile(r'(?:FROM|JOIN) "\w+"(?! (?:in\d+_)?[T-Z]\d+\b)')


class CompiledOnce(Expression):
    """The expression `build(at)`, or `build(at, day)`, about a record of `model`.

    `build` equals itself when it is made again, like a function of a module or a frozen dataclass: its SQL is kept for
    the life of the process. Moment and day decide nothing but parameters of it. It refers to the record's columns by
    their names, and inside a subquery with `OuterRef`.
    """

    def __init__(
        self,
        model: type[models.Model],
        build: Callable,
        at: datetime,
        day: date | None = None,
        *,
        output_field: Field | None = None,
    ) -> None:
        super().__init__(output_field=output_field or BooleanField())
        self.model, self.build, self.at, self.day = model, build, at, day
        self.key: Any = F("pk")

    def get_source_expressions(self) -> list:
        return [self.key]

    def set_source_expressions(self, expressions: Any) -> None:
        (self.key,) = expressions

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple]:
        marks = (MOMENT,) if self.day is None else (MOMENT, DAY)
        sql, parameters = _compiled(self.model, self.build, marks, connection.alias)
        moment, day = DateTimeField().get_db_prep_value, DateField().get_db_prep_value
        asked = {
            moment(MOMENT, connection): moment(self.at, connection),
            day(DAY, connection): day(self.day, connection),
        }
        table = compiler.quote_name_unless_alias(self.key.alias)
        return sql.replace(RECORD, table), tuple(asked.get(one, one) for one in parameters)


def _prepared(at: datetime, day: date | None, connection: Any) -> tuple:
    """Return both as parameters of the database."""
    return DateTimeField().get_db_prep_value(at, connection), DateField().get_db_prep_value(day, connection)


@cache
def _compiled(model: type[models.Model], build: Callable, marks: tuple, database: str) -> tuple[str, tuple]:
    """Return the SQL with `RECORD` for the record's table, and its parameters with the marks among them.

    Tables inside get aliases that no question around it can have: Django gives others, and what is compiled around
    this stands one step less deep.
    """
    query = model._base_manager.annotate(compiled_once=build(*marks)).query
    compiler = query.get_compiler(connection=connections[database])
    sql, parameters = compiler.compile(query.annotations["compiled_once"])
    sql = sql.replace(f"{connections[database].ops.quote_name(model._meta.db_table)}.", f"{RECORD}.")
    depth = max(map(int, OURS.findall(sql)), default=0) + 1
    sql = GIVEN.sub(lambda alias: f"in{depth}_{alias[0]}", sql)
    if unnamed := UNNAMED.search(sql):
        raise ValueError(f"This table has no alias: {unnamed[0]}")
    return f"({sql})", tuple(parameters)


def compiled_rows(build: Callable, at: datetime | None, *lists: Iterable[int]) -> list[tuple]:
    """Return the rows of `build(at, *lists)`, a set of `values_list`, as the database has them; each list is of keys.

    `build` equals itself as that of `CompiledOnce` does, and puts each list, unchanged, into conditions `…__in`.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    pieces, parameters = _compiled_rows(build, len(lists), connection.alias)
    moment = DateTimeField().get_db_prep_value
    values: dict[Any, Sequence] = {moment(MOMENT, connection): [moment(at, connection)]}
    # PostgreSQL reads no empty list: in its place stands one of a key that no row has.
    values |= {KEYS + number: sorted(keys) or [-1] for number, keys in enumerate(lists)}
    asked = [values.get(one, [one]) for one in parameters]
    marks = [", ".join(["%s"] * len(some)) for some in asked]
    sql = "".join(piece + mark for piece, mark in zip(pieces, [*marks, ""], strict=True))
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for some in asked for value in some])
        return cursor.fetchall()


@cache
def _compiled_rows(build: Callable, lists: int, database: str) -> tuple[list[str], tuple]:
    """Return the SQL, parted where its parameters stand, and these with the marks among them."""
    rows = build(MOMENT, *([KEYS + number] for number in range(lists)))
    sql, parameters = rows.query.get_compiler(connection=connections[database]).as_sql()
    return sql.split("%s"), tuple(parameters)
