"""What may contradict a sentence "none is on record" between two places, though it is not counted.

A record of a district, of the wider place (but no country), of an embassy, or one that does not say who took part is
no contact of the two: but where there is one, their page does not say that there was none.
"""

from datetime import date, datetime
from functools import cached_property, reduce
from itertools import chain
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import ExtractYear

from newsroom.compiled import compiled_rows
from newsroom.cooperation.contacts import DEPTH, FACE_TO_FACE
from newsroom.cooperation.models import Agreement, Appearance, Event, Party, Sender, Stage
from newsroom.languages import ZH
from newsroom.places.models import Pair, Place
from newsroom.publishing.interval import keys_of_any, public_q

MOST = 10_000  # keys in one question; SQLite takes 32,766 parameters


class Doubts:
    """The public records near a pair that are asked before an absence is said. Each question is asked when needed."""

    def __init__(self, pair: Pair, at: datetime, day: date) -> None:
        self.pair, self.at, self.day = pair, at, day

    @cached_property
    def near(self) -> dict[int, list[int]]:
        """Return {place: the keys of itself, its parts and the wider places} of the two."""
        one, other = (nearby(place).annotate(of=Value(place)).values_list("of", "pk") for place in self._two)
        found = {place: [] for place in self._two}
        for of, key in one.union(other, all=True):
            found[of].append(key)
        return found

    @property
    def _two(self) -> tuple[int, int]:
        return self.pair.first_id, self.pair.second_id

    def relations(self) -> bool:
        """Return whether a stage of such a pair, or an agreement that may have made a relation, is public."""
        kinds = (Agreement.Kind.EXCHANGE, Agreement.Kind.COOPERATION, Agreement.Kind.SISTER_CITY)
        of_theirs = self._near_both(Agreement.objects.public(self.at)).filter(kind__in=kinds)
        return Stage.objects.public(self.at).filter(pair__in=self._pairs).exists() or of_theirs.exists()

    def pairs(self) -> QuerySet[Pair]:
        """Return the public pairs of the parts and the wider places of the two."""
        return self._pairs.public(self.at).exclude(pk=self.pair.pk)

    @property
    def _pairs(self) -> QuerySet[Pair]:
        return Pair.objects.filter(pk__in=self._pair_keys)

    @cached_property
    def _pair_keys(self) -> list[int]:
        between = Pair.objects.between(*(self.near[place] for place in self._two))
        return list(between.order_by().values_list("pk", flat=True))

    def agreements(self, counted: QuerySet) -> bool:
        """Return whether there is a public agreement near the two that is not one of those `counted`."""
        known = Agreement.objects.public(self.at).exclude(pk__in=counted.order_by().values("pk"))
        return self._near_both(known).exists()

    def _near_both(self, agreements: QuerySet) -> QuerySet[Agreement]:
        parties = [Exists(Party.objects.filter(_any_of(self.near[one]), agreement=OuterRef("pk"))) for one in self._two]
        tagged = Exists(Agreement.pairs.through.objects.filter(agreement=OuterRef("pk"), pair__in=self._pairs))
        return agreements.filter(Q(tagged) | Q(parties[0]) & Q(parties[1]))

    def visits(self, *, to: int) -> set[int | None]:
        """Return the years, None for unknown, of events that may have been visits to one of the two places."""
        (of,) = {*self._two} - {to}
        lists = (self._pair_keys, self.near[to], self.near[of])
        rows = (compiled_rows(_perhaps_visits, self.at, some, *lists) for some in self._events)
        return {year for (year,) in chain.from_iterable(rows)}

    def meetings(self) -> bool:
        """Return whether there is a public event that may have been a contact of the two."""
        lists = (self._pair_keys, *(self.near[place] for place in self._two))
        return any(compiled_rows(_perhaps_meetings, self.at, some, *lists) for some in self._events)

    @cached_property
    def _events(self) -> list[list[int]]:
        """Return the keys of the public events near the partner that took place, not more in one list than `MOST`."""
        partner, events = self.near[self.pair.in_order(ZH)[1].pk], Event.objects  # the rarer one
        keys = keys_of_any(
            events.filter(pairs__in=Pair.objects.of_any(partner).values("pk")),  # it may have been there
            events.filter(places__in=partner),
            events.filter(stops__delegation__in=Sender.objects.filter(_any_of(partner)).values("delegation")),
            events.filter(agreements__in=Party.objects.filter(_any_of(partner)).values("agreement")),
            events.filter(appearances__place__in=partner),
            events.filter(appearances__institution__place__in=partner),
            events.filter(appearances__in=Appearance.objects.filter(_any_of(partner, "offices__"))),
        )
        seen = Event.objects.public(self.at).begun_by(self.day)
        found = seen.filter(pk__in=keys, state=Event.State.TOOK_PLACE)
        every = list(found.order_by().values_list("pk", flat=True))
        return [every[first : first + MOST] for first in range(0, len(every), MOST)]


def _perhaps_visits(at: datetime, events: list[int], pairs: list[int], to: list[int], of: list[int]) -> QuerySet:
    """Return the years of those of these events that may have been visits by one of the places `of` to one of `to`.

    Those count too that name one of these pairs, whoever came.
    """
    places = _places_of_event()
    there = Q(Exists(places.filter(place__in=to))) | ~Q(Exists(places))
    found = Event.objects.filter(there, _tagged(pairs) | _had_people(of, at), pk__in=events, mode__in=FACE_TO_FACE)
    return found.order_by().values_list(ExtractYear("held_latest"))


def _perhaps_meetings(at: datetime, events: list[int], pairs: list[int], *two: list[int]) -> QuerySet:
    """Return one of these events that may have been a contact of places of both sides, if there is one."""
    touched = [Q(Exists(_places_of_event().filter(place__in=one))) | _had_people(one, at) for one in two]
    found = Event.objects.filter(_tagged(pairs) | touched[0] & touched[1], pk__in=events)
    return found.order_by().values_list("pk")[:1]


def _places_of_event() -> QuerySet:
    return Event.places.through.objects.filter(event=OuterRef("pk"))


def _tagged(pairs: list[int]) -> Q:
    return Q(Exists(Event.pairs.through.objects.filter(event=OuterRef("pk"), pair__in=pairs)))


def _had_people(near: list[int], at: datetime) -> Q:
    """Filter events: somebody was there, or signed or wrote there, for one of these places."""
    event = OuterRef("pk")
    asked = (
        Sender.objects.filter(_any_of(near), delegation__stops__event=event),
        Appearance.objects.filter(_any_of(near), event=event),
        Appearance.objects.filter(_any_of(near, "offices__"), event=event),
        Appearance.objects.filter(_any_of(near, "offices__"), delegation__stops__event=event),
        Party.objects.filter(_any_of(near), public_q(at, "agreement"), agreement__event=event),
    )
    return reduce(or_, (Q(Exists(rows)) for rows in asked))


def nearby(place: int) -> QuerySet[Place]:
    """Return a place with its parts and the wider places, but no country."""
    wider = (Q(**{"__".join(["parts"] * steps): place}) for steps in range(1, DEPTH + 1))
    around = Place.objects.filter(reduce(or_, wider, _parts(place)))
    return around.exclude(~Q(pk=place), level=Place.Level.COUNTRY).distinct()


def _parts(place: int) -> Q:
    steps = ("__".join(["parent"] * steps) for steps in range(1, DEPTH + 1))
    return reduce(or_, (Q(**{step: place}) for step in steps), Q(pk=place))


def _any_of(places: list[int], path: str = "") -> Q:
    """Filter rows of one of these places or of any institution that lies there."""
    return Q(**{f"{path}place__in": places}) | Q(**{f"{path}institution__place__in": places})
