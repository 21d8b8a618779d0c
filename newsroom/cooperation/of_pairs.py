"""Which public records are those of a pair, and how many: the one home of every number that is told of two places.

A record is the pair's that names it, or in which both its places took part, or which both signed, though it does not
name it, such as one of three. A page of one pair and a list of many ask here, and no question grows with the pairs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, Value

from newsroom.compiled import compiled_rows
from newsroom.cooperation import counting
from newsroom.cooperation.contacts import Way, signing, taking_part
from newsroom.cooperation.models import Agreement, Event
from newsroom.dates import timeline_columns
from newsroom.languages import ZH
from newsroom.places.models import Pair
from newsroom.publishing.interval import FEW, keys_of_any

UNNAMED = 500  # records that are of both places without naming the pair


@dataclass(frozen=True)
class OfPair:
    """The keys of the records of one pair: those that name it, and those of both places."""

    named: set[int] = field(default_factory=set)
    both: set[int] = field(default_factory=set)

    @cached_property
    def unnamed(self) -> list[int]:
        return sorted(self.both - self.named, reverse=True)[:UNNAMED]

    @cached_property
    def every(self) -> set[int]:
        return self.named.union(self.unnamed)

    def among(self, records: QuerySet, named: QuerySet) -> tuple[QuerySet, QuerySet]:
        """Return all of them, and those of both places, as sets of `records`; `named` is the set that names the pair.

        Where they are few they are asked for by their keys (see `by_keys`).
        """
        both = records.filter(pk__in=self.both)
        if len(self.every) <= FEW:
            return records.filter(pk__in=self.every), both
        return records.filter(pk__in=keys_of_any(named, records.filter(pk__in=self.unnamed))), both


Ways = Callable[[datetime], list[Way]]


class Kind(NamedTuple):
    """Events or agreements: how one names a pair, and how a place has to do with one."""

    naming: Ways
    ways: Ways


def _naming_of_events(_at: datetime) -> list[Way]:
    return [Way(Event.pairs.through.objects.all(), "event", "pair")]


def _naming_of_agreements(_at: datetime) -> list[Way]:
    return [Way(Agreement.pairs.through.objects.all(), "agreement", "pair")]


EVENTS, AGREEMENTS = Kind(_naming_of_events, taking_part), Kind(_naming_of_agreements, signing)


class Asked(NamedTuple):
    """A question for records: tied in one of these ways to one of these ends, among these keys; None is any."""

    ways: Ways
    ends: Iterable[int] | None = None
    among: Iterable[int] | None = None


@dataclass(frozen=True)
class Linked:
    """The rows (number of the question, end, record) of questions in these ways, in one set.

    `limits` says of each whether it is of some ends, and among some records: each that is takes the next of the lists.
    """

    ways: tuple[Ways, ...]
    limits: tuple[tuple[bool, bool], ...]

    def __call__(self, at: datetime, *lists: list[int]) -> QuerySet:
        given, parts = iter(lists), []
        for number, (ways, limited) in enumerate(zip(self.ways, self.limits, strict=True)):
            ends, among = (next(given) if is_limited else None for is_limited in limited)
            for way in ways(at):
                parts.append(way.to(ends, among, at).values_list(Value(number), way.end, way.record))
        return parts[0].union(*parts[1:])


def of_pairs(pairs: Iterable[Pair], at: datetime) -> tuple[dict[int, OfPair], dict[int, OfPair]]:
    """Return {pair pk: its public events} and {pair pk: its public agreements}, signed or not, in two queries.

    The pairs are loaded with their places.
    """
    events, agreements = _of(pairs, [EVENTS, AGREEMENTS], at)
    return events, agreements


def events_of(pair: Pair, at: datetime) -> OfPair:
    return _of([pair], [EVENTS], at)[0][pair.pk]


def agreements_of(pair: Pair, at: datetime) -> OfPair:
    return _of([pair], [AGREEMENTS], at)[0][pair.pk]


def _of(pairs: Iterable[Pair], kinds: list[Kind], at: datetime) -> list[dict[int, OfPair]]:
    """Ask first by the rarer places, the partners, and by the others only what these touch, if that is little."""
    two = {pair.pk: tuple(place.pk for place in pair.in_order(ZH)) for pair in pairs}  # either language finds the same
    homes, partners = ({places[side] for places in two.values()} for side in (0, 1))
    rare = [question for kind in kinds for question in (Asked(kind.naming, two), Asked(kind.ways, partners))]
    found = _linked(rare, at)
    touched = [set().union(*of_partner.values()) for of_partner in found[1::2]]
    others = [
        Asked(kind.ways, homes, few if len(few) <= FEW else None) for kind, few in zip(kinds, touched, strict=True)
    ]
    return [
        {
            key: OfPair(named.get(key, set()), of_partner.get(partner, set()) & of_home.get(home, set()))
            for key, (home, partner) in two.items()
        }
        for named, of_partner, of_home in zip(found[::2], found[1::2], _linked(others, at), strict=True)
    ]


def _linked(asked: list[Asked], at: datetime) -> list[dict[int, set[int]]]:
    """Return for each question {end: keys of the public records tied to it}, in one query."""
    found = [defaultdict[int, set[int]](set) for _question in asked]
    limits = tuple((one.ends is not None, one.among is not None) for one in asked)
    lists = [keys for one in asked for keys in (one.ends, one.among) if keys is not None]
    for number, end, record in compiled_rows(Linked(tuple(one.ways for one in asked), limits), at, *lists):
        found[number][end].add(record)
    return found


class Contacts(NamedTuple):
    """How many events of a pair took place, how many texts of it were signed, the first day of the last contact."""

    events: int
    agreements: int
    last: date | None


def contacts_of(pairs: Iterable[Pair], at: datetime, day: date) -> dict[int, Contacts]:
    """Return {pair pk: its numbers}, with the last contact by `day`, for pairs loaded with their places.

    What is counted is read by a few narrow columns and added up here, as each record may be of several pairs.
    """
    pairs = list(pairs)
    events, agreements = of_pairs(pairs, at)
    took_place = Q(state=Event.State.TOOK_PLACE)
    met = _columns(Event.objects.filter(took_place), events, day)
    signed = _columns(counting.signed(Agreement.objects), agreements, day, "state", "count", "part_of_id")
    texts = list(signed.values())
    wholes = Agreement.objects.public(at).wholes_of(texts) | {one.pk: one.part_of_id for one in texts}
    return {
        pair.pk: Contacts(
            len(events[pair.pk].every & met.keys()),
            counting.number_of_texts(_only(signed, agreements[pair.pk].every), wholes),
            max(_days(met, events[pair.pk]) + _days(signed, agreements[pair.pk]), default=None),
        )
        for pair in pairs
    }


def _columns(records: Any, own: dict[int, OfPair], day: date, *columns: str) -> dict[int, Any]:
    """Return {key: row} of those of `records` that are of any of the pairs: `first_day`, `has_begun`, and `columns`."""
    keys = set().union(*(one.every | one.both for one in own.values()))
    told = records.told_by
    few = records.filter(pk__in=keys) if len(keys) <= FEW else records
    known = few.annotate(first_day=timeline_columns(told)["first_day"], has_begun=counting.begun_q(told, day))
    rows = known.order_by().values_list("pk", "first_day", "has_begun", *columns, named=True)
    return {row.pk: row for row in rows}


def _only(rows: dict[int, Any], keys: set[int]) -> list:
    return [rows[key] for key in keys & rows.keys()]


def _days(rows: dict[int, Any], of: OfPair) -> list[date]:
    """Return the first days of those of both places that have begun."""
    return [row.first_day for row in _only(rows, of.both) if row.has_begun]


def pairs_of_events(keys: Iterable[int], at: datetime) -> dict[int, set[int]]:
    """Return {pair pk: which of these events are its own}, of all pairs, whether or not readers see them."""
    return _pairs_of(keys, EVENTS, at)


def pairs_of_agreements(keys: Iterable[int], at: datetime) -> dict[int, set[int]]:
    """Return {pair pk: which of these agreements are its own}, of all pairs, whether or not readers see them."""
    return _pairs_of(keys, AGREEMENTS, at)


def _pairs_of(keys: Iterable[int], kind: Kind, at: datetime) -> dict[int, set[int]]:
    named, by_place = _linked([Asked(kind.naming, among=keys), Asked(kind.ways, among=keys)], at)
    places = Q(first__in=by_place, second__in=by_place)
    known = Pair.objects.filter(Q(pk__in=named) | places).order_by()
    found = {
        key: named.get(key, set()) | by_place.get(one, set()) & by_place.get(other, set())
        for key, one, other in known.values_list("pk", "first", "second")
    }
    return {key: records for key, records in found.items() if records}
