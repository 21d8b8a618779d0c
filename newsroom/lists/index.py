"""Inverted index of a list: which records are found under which word, in the order of the list.

A list of a hundred thousand records is narrowed in a few milliseconds because the words by which it can be narrowed
stand here beside the place of each record, in one index of the database. What is written follows from the records
alone: a follower of every deed brings the entries of its records up to date, and `manage.py migrate` rebuilds each
index whose declaration changed. It knows nothing of intervals: whether readers may see a record is asked of the record.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from inspect import getsource
from typing import Any

from django.db import transaction
from django.db.models import Exists, ForeignKey, Model, OuterRef, Q, QuerySet

from newsroom.compiled import compiled_rows
from newsroom.dates import Day
from newsroom.lists.models import BuiltIndex, Entry
from newsroom.publishing.deeds import hold
from newsroom.publishing.relations import end_of

CHUNK = 500
_BEGUN = 1 << 24  # the ranks of days whose beginning is known
FEW = 20_000  # as far as entries are counted to find the word that narrows most
YEARS = range(1900, 2101)  # in which a list can be asked


@dataclass(frozen=True)
class Index:
    """The entries of one list. Records of `model` are ranked by `rank(record)`, None for those that do not stand in it.

    `words` says by which paths from a record its words are found, for each way of narrowing, and what is made of a
    value at the end of such a path: {"pair": [("events__pairs", once)]}.
    """

    name: str
    records: Callable[[], QuerySet]
    rank: Callable[[object], int | None]
    words: dict[str, list[tuple[str, Callable[[object], Iterable]]]]

    def key(self, way: str, value: Any) -> str:
        return f"{self.name}:{way}:{value}"

    def entries(self, keys: Iterable[str] = ()) -> QuerySet[Entry]:
        """Return the entries of the records that are found under all of `keys`, the newest first."""
        keys = list(keys) or [self.name]
        first, *others = sorted(keys, key=_how_many) if len(keys) > 1 else keys
        found = Entry.objects.filter(key=first).order_by("-rank", "-object_id")
        for key in others:
            found = found.filter(Exists(Entry.objects.filter(key=key, object_id=OuterRef("object_id"))))
        return found

    def write(self, keys: Iterable[int]) -> None:
        """Update the entries of these records, given by their primary keys."""
        for some in _chunks(list(keys)):
            missing, stale = self._read(some), []
            columns = ("key", "rank", "object_id", "pk")
            for *entry, pk in self._written().filter(object_id__in=some).values_list(*columns):
                if tuple(entry) in missing:
                    missing.remove(tuple(entry))
                else:
                    stale.append(pk)
            for old in _chunks(stale):
                Entry.objects.filter(pk__in=old).delete()
            Entry.objects.bulk_create(Entry(key=key, rank=rank, object_id=pk) for key, rank, pk in sorted(missing))

    def reached_from(self, record: Model) -> QuerySet:
        """Return the records whose words are read at this one, or at what points to it, such as its pairs."""
        listed, reached = self.records(), Q(pk__in=[])
        for path in {path for paths in self.words.values() for path, _spread in paths}:
            for way in _ways_to(listed.model, path, type(record)):
                reached |= Q(**{way: record})
        return listed.filter(reached).distinct()

    @transaction.atomic
    def rebuild(self) -> None:
        """Rebuild the whole index, and store the fingerprint of its declaration.

        It holds the deeds first: one done meanwhile would have its entries taken for stale.
        """
        hold()
        self.write(self.records().order_by("pk").values_list("pk", flat=True))
        self._written().exclude(object_id__in=self.records().order_by().values("pk")).delete()
        BuiltIndex.objects.update_or_create(name=self.name, defaults={"fingerprint": self.fingerprint})

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of what decides over the entries: the paths, and the files of the functions.

        A file counts whole, with what its functions call there: rather a rebuild too many than one too few.
        """
        declared = [(way, path, spread.__module__) for way, paths in self.words.items() for path, spread in paths]
        files = sorted({__name__, self.rank.__module__, *(module for _way, _path, module in declared)})
        said = [repr((self.name, declared)), *(getsource(sys.modules[file]) for file in files)]
        return sha256("\0".join(said).encode()).hexdigest()

    def is_built(self) -> bool:
        """Return whether the entries were built from this declaration."""
        return BuiltIndex.objects.filter(name=self.name, fingerprint=self.fingerprint).exists()

    def tally(self, objects: Iterable[int]) -> dict[str, Counter]:
        """Return for each way of narrowing how many of these records are found under each of its values."""
        found = self._written().filter(object_id__in=list(objects)).exclude(key=self.name)
        counted: dict[str, Counter] = {way: Counter() for way in self.words}
        for key, many in Counter(found.order_by().values_list("key", flat=True)).items():
            _name, way, value = key.split(":", 2)
            counted[way][value] = many
        return counted

    def _written(self) -> QuerySet[Entry]:
        return Entry.objects.filter(Q(key=self.name) | Q(key__startswith=f"{self.name}:"))

    def _read(self, keys: list[int]) -> set[tuple[str, int, int]]:
        """Return the entries that these records must have: key, rank, primary key of the record."""
        records = self.records().filter(pk__in=keys)
        ranks = {record.pk: rank for record in records if (rank := self.rank(record)) is not None}
        found = {(pk, self.name) for pk in ranks}
        for way, paths in self.words.items() if ranks else ():
            for path, spread in paths:
                for pk, value in self._values(path, ranks):
                    found.update((pk, self.key(way, word)) for word in spread(value))
        return {(key, ranks[pk], pk) for pk, key in found}

    def _values(self, path: str, keys: Iterable[int]) -> Iterable[tuple]:
        """Return (primary key, value at the end of the path), once for each value of each of these records."""
        records = self.records()
        model: Any = records.model
        if _leads_to_records(model, path):
            return compiled_rows(Links(model, path), None, keys)
        return records.filter(pk__in=list(keys)).values_list("pk", path)


@dataclass(frozen=True)
class Links:
    """The keys to which a path of relations leads from records of `model`, beside their own."""

    model: type[Model]
    path: str

    def __call__(self, _at: datetime, keys: list[int]) -> QuerySet:
        return self.model._base_manager.filter(pk__in=keys).order_by().values_list("pk", self.path)


@cache
def _leads_to_records(model: type[Model], path: str) -> bool:
    try:
        end_of(model, path)
    except LookupError:
        return False
    return True


def _ways_to(model: type[Model], path: str, sought: type[Model]) -> Iterator[str]:
    """Yield a path that leads to `sought`, and its continuations by one foreign key; nothing for one to a column."""
    try:
        end = end_of(model, path)
    except LookupError:
        return
    if end is sought:
        yield path
    keys = (field for field in end._meta.get_fields() if isinstance(field, ForeignKey))
    yield from (f"{path}__{key.name}" for key in keys if key.related_model is sought)


def once(value: Any) -> list:
    """Return the value as the only word, or nothing for an empty one."""
    return [] if value in (None, "") else [value]


def each(values: Any) -> list:
    return list(values or ())


def years(day: Day | None) -> Iterable[int]:
    """Return the years in which a partial date counts, as far as a list can be asked for them."""
    return [year for year in day.years if year in YEARS] if day else []


def rank_of_day(day: Day | None) -> int:
    """Return a number by which days sort as `dates.newest_first` puts them: unknown ends come last."""
    if day is None:
        return 0
    return (_number(day.earliest) << 24) | (_number(day.latest) << 2) | day.half


def span(entries: QuerySet[Entry]) -> tuple[int, int]:
    """Return the years of the first and the last of entries that are ranked by day; (1, 0) where none has one.

    What is open at its beginning is ranked below all others: the first and the last of it are asked too.
    """
    asked = (Q(rank__gte=_BEGUN), Q(rank__gt=0, rank__lt=_BEGUN))
    ends = [
        entries.filter(q).order_by(f"{way}rank", f"{way}object_id").values_list("rank")
        for q in asked
        for way in ("", "-")
    ]
    known = [_year(*found) for end in ends if (found := end.first())]
    return (min(known), max(known)) if known else (1, 0)


def _year(rank: int) -> int:
    """Return the year of the beginning of a ranked day; of one that is open there, of its end."""
    return date.fromordinal(rank >> 24 or rank >> 2).year


def rank_of_moment(at: datetime | None) -> int | None:
    """Return a number by which moments sort: milliseconds."""
    return None if at is None else round(at.timestamp() * 1000)


def _chunks(items: list[int]) -> Iterator[list[int]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def _number(one: date | None) -> int:
    return one.toordinal() if one else 0


def _how_many(key: str) -> int:
    return Entry.objects.filter(key=key)[:FEW].count()
