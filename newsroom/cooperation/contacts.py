"""What a visit, a contact and an agreement between two places are: the words behind every count and every "none".

A *visit of A to B* took place in person, in B or a part of it, by somebody who came there for A or a body of A: on a
delegation, on its behalf, or as a guest; never by who only sent a message or was represented. A
*body of A* is an institution whose place is A; an embassy or consulate is none, nor is a network with its seat there.
*Contact* is an event in which both sides took part, or an agreement of both. What else may contradict a
sentence "none is on record" stands in `doubts`. `place` is a key or, in a subquery, `OuterRef`.
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Case, CharField, DateField, Exists, F, Min, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from newsroom.cooperation.following import SIGNED_STATES
from newsroom.cooperation.models import Appearance, Event, Party, Sender, Stop, Visited
from newsroom.people.models import Institution
from newsroom.places.models import Pair
from newsroom.publishing.interval import by_keys, public_q

NOT_OF_THEIR_PLACE = (Institution.Kind.EMBASSY, Institution.Kind.NETWORK)
FACE_TO_FACE = (Event.Mode.IN_PERSON, Event.Mode.HYBRID)
DEPTH = 3  # levels of parts of a place that are asked


def of_place(place: Any) -> Q:
    """Filter rows with `place` and `institution`: the place itself, or a body of it."""
    return Q(place=place) | _is_body_of(place)


def _is_body_of(place: Any) -> Q:
    """Filter rows whose `institution` is a body of the place."""
    return Q(institution__place=place) & ~Q(institution__kind__in=NOT_OF_THEIR_PLACE)


def lies_in(place: Any, path: str) -> Q:
    """Filter rows whose place, at the end of `path`, is this one or a part of it."""
    return reduce(or_, (Q(**{path + "__parent" * steps: place}) for steps in range(DEPTH + 1)))


def came_for(place: Any) -> Q:
    """Filter events: somebody came for the place or a body of it, on a delegation, on its behalf, or as a guest.

    Whom a guest came for, if that is not said, is known by the office.
    """
    there = Appearance.objects.present().filter(event=OuterRef("pk"))
    guests = there.filter(_office_of(place), side=Appearance.Side.GUEST)
    return _sent_by(place) | Q(Exists(there.filter(of_place(place)))) | Q(Exists(guests))


def _sent_by(place: Any) -> Q:
    """Filter events: they received a delegation of the place or of a body of it."""
    return Q(Exists(Sender.objects.filter(of_place(place), delegation__stops__event=OuterRef("pk"))))


def visits(events: Any, *, of: int, to: int) -> QuerySet[Event]:
    """Return the visits of one place to another among these events."""
    there = Event.places.through.objects.filter(lies_in(to, "place"), event=OuterRef("pk"))
    met = events.filter(state=Event.State.TOOK_PLACE, mode__in=FACE_TO_FACE)
    return met.filter(came_for(of), Exists(there))


def visits_by_year(events: Any, *, of: int, to: int, side: str) -> list[QuerySet]:
    """Return rows (`side`, year, 1), in two querysets: one row for each delegation, in the year of its first known day,
    and one for each event to which somebody came otherwise. `inferred_of(side)` stands in those whose year is inferred.

    Uses GROUP BY: PostgreSQL re-evaluated a window function in a subquery for every event.
    """
    found = by_keys(visits(events, of=of, to=to)).order_by()
    sent = Exists(Sender.objects.filter(of_place(of), delegation=OuterRef("delegation")))
    stops = Stop.objects.filter(sent, event__in=found.values("pk")).order_by()
    journeys = (stops.values("delegation"), "event__"), (found.exclude(_sent_by(of)).values("pk"), "")
    return [_one_each(rows, path, side) for rows, path in journeys]


def _one_each(rows: QuerySet, path: str, side: str) -> QuerySet:
    """Return one row (`side`, year, 1) for each group of `rows`, whose events are at the end of `path`."""
    stated = Q(**{f"{path}held_inferred": False})
    day = Coalesce(f"{path}held_earliest", f"{path}held_latest", output_field=DateField())
    first = Coalesce(Min(day), Value(date.min), output_field=DateField())
    told = rows.annotate(year=ExtractYear(first), stated=ExtractYear(Min(day, filter=stated)), number=Value(1))
    sides = Case(When(stated=F("year"), then=Value(side)), default=Value(inferred_of(side)), output_field=CharField())
    return told.annotate(side=sides).values_list("side", "year", "number")


def inferred_of(side: str) -> str:
    """Return what the rows of `visits_by_year` are called whose year rests on inferred days alone."""
    return f"{side}-inferred"


class Way(NamedTuple):
    """Rows that tie a record to something: the paths from a row to the record and to what it is tied to."""

    rows: QuerySet
    record: str
    end: str

    def to(self, ends: Iterable[int] | None, records: Iterable[int] | None, at: datetime) -> QuerySet:
        """Return the rows of public records; of these `ends`, and of these `records`, unless that is None."""
        to = {f"{self.end}__isnull": False} if ends is None else {f"{self.end}__in": ends}
        among = {} if records is None else {f"{self.record}__in": records}
        return self.rows.filter(public_q(at, self.record), **to, **among).order_by()


def taking_part(at: datetime) -> list[Way]:
    """Return how a place takes part in an event.

    It is where it was, sent a delegation, signed there, was visited, or was stood for there.
    """
    signed = Party.objects.filter(public_q(at, "agreement"), agreement__state__in=SIGNED_STATES)
    steps = ("__parent" * number for number in range(DEPTH + 1))
    return [
        *(Way(Event.places.through.objects.all(), "event", f"place{step}") for step in steps),
        *_itself_or_body(Sender.objects.all(), "delegation__stops__event"),
        *_itself_or_body(signed, "agreement__event"),
        Way(_of_bodies(Visited.objects.all()), "event", "institution__place"),
        *_itself_or_body(Appearance.objects.present(), "event"),
        *_itself_or_body(Appearance.objects.present(), "event", "offices__"),
    ]


def signing(_at: datetime) -> list[Way]:
    """Return how a place is a party to an agreement: itself, or a body of it."""
    return _itself_or_body(Party.objects.all(), "agreement")


def _itself_or_body(rows: QuerySet, record: str, path: str = "") -> list[Way]:
    return [Way(rows, record, f"{path}place"), Way(_of_bodies(rows, path), record, f"{path}institution__place")]


def _of_bodies(rows: QuerySet, path: str = "") -> QuerySet:
    return rows.exclude(**{f"{path}institution__kind__in": NOT_OF_THEIR_PLACE})


def with_others(pair: Pair) -> Exists:
    """Return, for agreements, whether a party belongs to neither of the two places."""
    two = (pair.first_id, pair.second_id)
    place = Q(place__isnull=False) & ~Q(place__in=two)
    body = Q(institution__place__isnull=False) & ~Q(institution__place__in=two)
    return Exists(Party.objects.filter(place | body, agreement=OuterRef("pk")))


def _office_of(place: Any) -> Q:
    """Filter appearances: of somebody who held an office of the place or of a body of it that day."""
    body = Q(offices__institution__place=place) & ~Q(offices__institution__kind__in=NOT_OF_THEIR_PLACE)
    return Q(offices__place=place) | body
