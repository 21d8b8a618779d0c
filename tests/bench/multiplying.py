"""A large scratch database from a small one: generated records are copied, block by block, by the database itself."""

from datetime import UTC, date, datetime

from django.db import connection, models, transaction

from newsroom.articles.models import Article, ArticleCitation, ArticlePhoto, Edition, Version
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Party, Sender, Visited
from newsroom.dates import DayField
from newsroom.lists.index import rank_of_moment
from newsroom.lists.models import Entry
from newsroom.people.models import Institution, Person
from newsroom.photos.models import Photo
from newsroom.places.models import Pair, Place
from newsroom.sources.models import Source

# In the order in which they point to each other.
RECORDS = (
    *(Place, Pair, Institution, Person, Delegation, Event, Agreement, Photo, Source, Article),
    *(Sender, Visited, Appearance, Party, ArticlePhoto, ArticleCitation, Edition, Version),
)
LINKS = (Event.places, Event.pairs, Agreement.pairs, Agreement.fields, Article.events, Article.agreements)
STEP = 1_000_000  # between the keys of one block and of the next
YEARS = 40  # over which the blocks are spread
OF_RECORDS = {"pair", "place", "party"}  # words of the index that hold keys of copied records


def multiply(blocks: int, *, home: int) -> None:
    """Let every generated record stand `blocks` times, spread over the years; only the place `home` stands once."""
    tables = [*RECORDS, *(link.through for link in LINKS)]
    last = {model: model._base_manager.aggregate(last=models.Max("pk"))["last"] or 0 for model in tables}
    entries = list(Entry.objects.values_list("key", "rank", "object_id"))
    for block in range(1, blocks):
        with transaction.atomic(), connection.cursor() as cursor:
            for model in tables:
                cursor.execute(_statement(model, block, home), [last[model]])
            columns = ", ".join(map(connection.ops.quote_name, ("key", "rank", "object_id")))
            write = f"INSERT INTO {Entry._meta.db_table} ({columns}) VALUES (%s, %s, %s)"
            cursor.executemany(write, [_entry(*entry, block, home) for entry in entries])


def _statement(model: type[models.Model], block: int, home: int) -> str:
    """Return what copies the first block of a table."""
    fields, table = model._meta.concrete_fields, model._meta.db_table
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = ", ".join(_value(field, block, home) for field in fields)
    apart = f" AND id <> {home}" if model is Place else ""
    return f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE id <= %s{apart}"


def _value(field: models.Field, block: int, home: int) -> str:
    """Return what stands in a column of a copy: keys are moved on, address words told apart, days laid back."""
    column = connection.ops.quote_name(field.column)
    of = field.related_model or (field.model if field.primary_key else None)
    if of is Place:
        return f"CASE WHEN {column} = {home} THEN {home} ELSE {column} + {block * STEP} END"
    if of in RECORDS or field.primary_key:
        return f"{column} + {block * STEP}"
    if field.unique or field.name == "slug":
        return f"{column} || '-{block}'"
    if field.model is Article and field.name == "year":
        return f"{column} - {block % YEARS}"
    return _laid_back(field, column, block % YEARS)


def _laid_back(field: models.Field, column: str, years: int) -> str:
    kind = field.get_internal_type()
    if kind in ("DateTimeField", "DateField") and connection.vendor == "postgresql":
        cast = "date" if kind == "DateField" else "timestamptz"
        return f"({column} - interval '{years} years')::{cast}"
    if kind in ("DateTimeField", "DateField"):
        return f"(substr({column}, 1, 4) - {years}) || substr({column}, 5)"
    if isinstance(field, DayField):
        begun = f"(CAST(substr({column}, 1, 4) AS integer) - {years})"
        ended = f"(CAST(substr({column}, 6, 4) AS integer) - {years})"
        years_alone = f"WHEN {column} LIKE '____/____' THEN {begun} || '/' || {ended}"
        return f"CASE WHEN {column} = '' THEN '' {years_alone} ELSE {begun} || substr({column}, 5) END"
    return column


def _entry(key: str, rank: int, record: int, block: int, home: int) -> tuple[str, int, int]:
    """Return the copy of an entry of an index."""
    name, *word = key.split(":")
    years = block % YEARS
    if word and word[0] in OF_RECORDS and word[1] != (str(home) if word[0] == "place" else ""):
        word[1] = str(int(word[1]) + block * STEP)
    if word and word[0] == "year":
        word[1] = str(int(word[1]) - years)
    if name.startswith("stories"):
        then = datetime.fromtimestamp(rank / 1000, UTC)
        rank = rank_of_moment(then.replace(year=then.year - years))
    else:
        day = date.fromordinal(rank >> 24)
        number = day.replace(year=day.year - years).toordinal()
        rank = (number << 24) | (number << 2) | rank & 3
    return ":".join([name, *word]), rank, record + block * STEP
