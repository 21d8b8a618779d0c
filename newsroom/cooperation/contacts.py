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
from typing import Any

from django.db.models import Case, CharField, Count, DateField, Exists, F, Min, OuterRef, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from newsroom.cooperation import counting
from newsroom.cooperation.following import SIGNED_STATES
from newsroom.cooperation.models import Agreement, Appearance, Event, Party, Sender, Stop, Visited
from newsroom.languages import ZH
from newsroom.people.models import Institution
from newsroom.places.models import Pair
from newsroom.publishing.interval import by_keys, keys_of_any, public_q

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


def took_part(place: Any, at: datetime) -> Q:
    """Filter events: a place is where it was, sent a delegation, signed there, was visited, or was stood for there."""
    event, signed = OuterRef("pk"), Q(agreement__state__in=SIGNED_STATES)
    asked = (
        Event.places.through.objects.filter(lies_in(place, "place"), event=event),
        Sender.objects.filter(of_place(place), delegation__stops__event=event),
        Party.objects.filter(of_place(place), public_q(at, "agreement"), signed, agreement__event=event),
        Visited.objects.filter(_is_body_of(place), event=event),
        Appearance.objects.present().filter(of_place(place), event=event),
        Appearance.objects.present().filter(_office_of(place), event=event),
    )
    return reduce(or_, (Q(Exists(rows)) for rows in asked))


def met(pair: Pair, at: datetime) -> QuerySet[Event]:
    """Return the public events in which both places took part. The rarer one, the partner, is asked by its keys."""
    home, partner = (place.pk for place in pair.in_order(ZH))  # in either language the same are found
    found = Event.objects.public(at).filter(pk__in=_events_touching(partner))
    return found.filter(took_part(partner, at), took_part(home, at))


def _events_touching(place: int) -> QuerySet:
    """Return the keys of the events that `took_part` can find, by index."""
    events = Event.objects
    return keys_of_any(
        events.filter(lies_in(place, "places")),
        events.filter(stops__delegation__in=Sender.objects.filter(of_place(place)).values("delegation")),
        events.filter(agreements__in=Party.objects.filter(of_place(place)).values("agreement")),
        events.filter(visited__institution__place=place),
        events.filter(appearances__place=place),
        events.filter(appearances__institution__place=place),
        events.filter(appearances__in=Appearance.objects.filter(_office_of(place))),
    )


def signed_by_both(agreements: Any, one: Any, other: Any) -> QuerySet[Agreement]:
    """Return the agreements to which both places, or bodies of theirs, are parties, whoever else is."""
    return agreements.filter(is_party(one) & is_party(other))


def is_party(place: Any) -> Q:
    """Filter agreements: the place or a body of it is a party."""
    return Q(Exists(Party.objects.filter(of_place(place), agreement=OuterRef("pk"))))


def with_others(pair: Pair) -> Exists:
    """Return, for agreements, whether a party belongs to neither of the two places."""
    two = (pair.first_id, pair.second_id)
    place = Q(place__isnull=False) & ~Q(place__in=two)
    body = Q(institution__place__isnull=False) & ~Q(institution__place__in=two)
    return Exists(Party.objects.filter(place | body, agreement=OuterRef("pk")))


def events_of_pairs(pairs: Iterable[int], at: datetime, day: date) -> QuerySet:
    """Return rows (pair pk, number of events that took place, last day of one in which both took part)."""
    known = Event.objects.public(at).filter(state=Event.State.TOOK_PLACE, pairs__in=pairs)
    both = took_part(OuterRef("pairs__first"), at) & took_part(OuterRef("pairs__second"), at)
    return _by_pair(known, Count("pk"), counting.last_by("held", day, Q(both=True)), both)


def agreements_of_pairs(pairs: Iterable[int], at: datetime, day: date) -> QuerySet:
    """Return rows (pair pk, number signed, last day of one of both sides); a bundle counts as its `count`."""
    known = counting.signed(Agreement.objects.public(at)).filter(pairs__in=pairs)
    known = counting.weighed(known, at, pairs=OuterRef("pairs"))
    both = is_party(OuterRef("pairs__first")) & is_party(OuterRef("pairs__second"))
    return _by_pair(known, Sum("weight"), counting.last_by("signed", day, Q(both=True)), both)


def _by_pair(known: QuerySet, number: Any, last: Any, both: Q) -> QuerySet:
    rows = known.annotate(both=both).order_by().values("pairs").annotate(number=number, last=last)
    return rows.values_list("pairs", "number", "last")


def _office_of(place: Any) -> Q:
    """Filter appearances: of somebody who held an office of the place or of a body of it that day."""
    body = Q(offices__institution__place=place) & ~Q(offices__institution__kind__in=NOT_OF_THEIR_PLACE)
    return Q(offices__place=place) | body
