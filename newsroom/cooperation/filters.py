"""Filters of the register of agreements and of the list of delegations."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.following import EXTENDING, SIGNED_STATES, AgreementState, followers
from newsroom.cooperation.index import AGREEMENTS, STOPS
from newsroom.cooperation.models import Agreement, Delegation, Event, Field, Sender, Stop
from newsroom.cooperation.of_pairs import OfPair, agreements_of, events_of, pairs_of_agreements, pairs_of_events
from newsroom.cooperation.status import Status
from newsroom.dates import in_year
from newsroom.languages import in_one_line
from newsroom.lists.filtering import ByName, InYear, ListFilters, Offered
from newsroom.lists.index import span, years
from newsroom.people.models import Institution
from newsroom.places.finding import called, pair_labels, pairs_called, place_labels, places_called
from newsroom.places.models import Pair, Place
from newsroom.publishing.clock import today_at


def names_of(records: Iterable, language: str) -> dict[int, str]:
    return {record.pk: in_one_line(record.name_in(language)) for record in records}


def by_order(model: Any) -> Any:
    """Return a callable that gives the choices (pk, slug, name) of `model` in its default order."""
    return lambda language: [(row.pk, row.slug, row.name_in(language)) for row in model.objects.all()]


class ByPair(ByName):
    """Filter by a pair: by the index, unless `records_of` tells of records of its own that do not name it."""

    def __init__(self, records_of: Callable | None = None) -> None:
        self.records_of = records_of
        self.found: dict[Pair, OfPair] = {}
        super().__init__(
            said=_("City pair"),
            records=lambda at: Pair.objects.public(at).with_places(),
            find=pairs_called,
            labels=pair_labels,
        )

    def words(self, record: Any) -> list:
        return [] if self.records_of and self.own(record).unnamed else super().words(record)

    def own(self, pair: Pair) -> OfPair:
        """Return the records of a pair, asked for once: each request has filters of its own."""
        if pair not in self.found:
            self.found[pair] = self.records_of(pair, self.at)
        return self.found[pair]


def by_place() -> ByName:
    return ByName(said=_("Place"), records=Place.objects.public, find=places_called, labels=place_labels)


def by_institution() -> ByName:
    return ByName(
        said=_("Institution"),
        records=Institution.objects.public,
        find=lambda at, text: called(Institution.objects.public(at), text),
        labels=names_of,
    )


class OfStatus(Offered):
    """Filter by status on a day: the index narrows by a word, if one says enough; the status decides by record.

    No word says that a term is over: it may be over by an extension, where the text itself states no end.
    """

    NARROWED = {
        Status.PLANNED: f"state:{AgreementState.PLANNED}",
        Status.INITIALLED: f"state:{AgreementState.INITIALLED}",
        Status.NO_END: "end:none",
        Status.UNDATED: "end:none",
        Status.IN_FORCE: "end:stated",
        Status.AHEAD: "begins:stated",
        Status.ENDED_EARLY: f"state:{AgreementState.ENDED_EARLY}",
    }

    def words(self, value: Any) -> list:
        return [self.NARROWED[value]] if value in self.NARROWED else []

    def span(self, filters: Any, _counted: Any) -> list:
        statuses = [status for status in Status if filters.is_past or not status.is_of_the_past]
        return [status.value for status in statuses]


class AgreementFilters(ListFilters):
    """Filters of the register of agreements, with the statuses of a `day`: of today, or of an earlier one."""

    index = AGREEMENTS

    place = by_place()
    party = by_institution()
    pair = ByPair(agreements_of)
    kind = Offered(label=_("Kind"), choices=Agreement.Kind.choices)
    field = Offered(label=_("Field"), choices=by_order(Field))
    status = OfStatus(label=_("Status"), choices=Status.choices)
    year = InYear(label=_("Year"))

    def __init__(self, data: Any, *, at: datetime, language: str, day: date) -> None:
        self.day, self.is_past = day, day < today_at(at)
        super().__init__(data, at=at, language=language)

    def shown(self, entries: Any, asked: Any) -> QuerySet:
        seen = Agreement.objects.public(self.at)
        if "pair" in asked and (own := self.filters["pair"].own(asked["pair"])).unnamed:
            entries = entries.filter(object_id__in=own.every)
        if status := asked.get("status"):
            seen = seen.of_status(status, self.at, self.day)
            if few := self._few(status, self.day):
                entries = entries.filter(object_id__in=Agreement.objects.filter(few).values("pk"))
        return entries.filter(Exists(seen.filter(pk=OuterRef("object_id"))))

    def _few(self, status: str, day: date) -> Q | None:
        """Return what is true of all that have a status which few have, and is quickly found; None for the others."""
        match status:
            case Status.AHEAD:
                return Q(runs_from__gt=day)
            case Status.NOT_YET:
                return Q(signed_earliest__gt=day) | ~Q(state__in=SIGNED_STATES)
            case Status.RENEWED | Status.REPLACED:
                return Q(Exists(followers(Agreement.objects.all(), day)))
            case Status.EXTENDED:
                return Q(Exists(followers(Agreement.objects.all(), day, EXTENDING)))
        return None

    def years(self) -> Any:
        return span(self.shown(self.index.entries(), {}))

    def tally(self, keys: Iterable) -> dict:
        counted = super().tally(keys)
        found = Agreement.objects.filter(pk__in=keys).statuses(self.at, self.day)
        of_pairs = {str(pair): len(own) for pair, own in pairs_of_agreements(keys, self.at).items()}
        return counted | {"status": Counter(found), "pair": Counter(of_pairs)}


class DelegationFilters(ListFilters):
    """Filters of the list of delegations, whose entries are the last stop of each."""

    index = STOPS

    place = by_place()
    pair = ByPair(events_of)
    party = by_institution()
    kind = Offered(label=_("Kind"), choices=Delegation.Kind.choices)
    year = InYear(label=_("Year"))

    def shown(self, entries: Any, asked: Any) -> QuerySet:
        last = Stop.objects.last_of_journey(self.at, today_at(self.at)).filter(pk=OuterRef("object_id"))
        if "pair" in asked and (own := self.filters["pair"].own(asked["pair"])).unnamed:
            # For speed alone, since no word of the index narrows here: what is true of a journey is asked below.
            met = Stop.objects.filter(delegation__stops__event__in=own.every)
            entries = entries.filter(object_id__in=met.values("pk"))
        for name, value in asked.items():
            last = last.filter(self._true_of_the_journey(name, value))
        return entries.filter(Exists(last))

    def _true_of_the_journey(self, name: str, value: Any) -> Q:
        """Return the filter again over public stops only: the index also holds the others."""
        stops = self._stops().filter(delegation=OuterRef("delegation"))
        match name:
            case "place":
                sent = Sender.objects.filter(delegation=OuterRef("delegation"), place=value)
                return Q(Exists(sent)) | Q(Exists(_touching(stops, place=value)))
            case "pair":
                return Q(Exists(stops.filter(event__in=self.filters["pair"].own(value).every)))
            case "year":
                return Q(Exists(stops.filter(in_year("event__held", int(value)))))
        return Q()

    def _stops(self) -> QuerySet:
        return Stop.objects.seen(self.at, today_at(self.at))

    def years(self) -> Any:
        return span(self.index.entries().filter(Exists(self._stops().filter(pk=OuterRef("object_id")))))

    def tally(self, keys: Iterable) -> dict:
        """Return {filter: Counter of values} over senders and public stops."""
        journeys = list(Stop.objects.filter(pk__in=keys).values_list("delegation", flat=True))
        senders = Sender.objects.filter(delegation__in=journeys)
        stops = self._stops().filter(delegation__in=journeys)
        there = stops.filter(event__places__isnull=False).values_list("delegation", "event__places")
        from_there = senders.filter(place__isnull=False).values_list("delegation", "place")
        sent = senders.filter(institution__isnull=False).values_list("delegation", "institution")
        found = {
            "place": {*there, *from_there},
            "party": set(sent),
            "pair": self._pairs(stops),
            "kind": set(Delegation.objects.filter(pk__in=journeys).values_list("pk", "kind")),
            "year": {
                (journey, year)
                for journey, held in stops.values_list("delegation", "event__held")
                for year in years(held)
            },
        }
        return {way: Counter(str(value) for _journey, value in rows) for way, rows in found.items()}

    def _pairs(self, stops: Any) -> set[tuple[int, int]]:
        """Return (delegation, pair) of all pairs whose events these stops are."""
        there = set(stops.values_list("event", "delegation"))
        of_pairs = pairs_of_events({event for event, _journey in there}, self.at)
        return {(journey, pair) for event, journey in there for pair, own in of_pairs.items() if event in own}


def _touching(stops: Any, **record: Any) -> QuerySet:
    """Return the stops linked to one place or pair. EXISTS per stop: the place may have thousands of events."""
    (name,) = record
    links = getattr(Event, f"{name}s").through.objects
    return stops.filter(Exists(links.filter(event=OuterRef("event"), **record)))
