"""Queries of a pair's page: sums of all its records, and only the records that one page prints."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from newsroom.compiled import compiled_rows
from newsroom.cooperation import contacts, counting
from newsroom.cooperation.models import Agreement, Event, FollowUp, Stage
from newsroom.cooperation.of_pairs import of_pairs
from newsroom.cooperation.relation import earlier_pairs
from newsroom.dates import timeline_key
from newsroom.places.models import Pair
from newsroom.profiles.pair.sides import AWAY, HOME
from newsroom.publishing.interval import keys_of_any, public_q
from newsroom.sources.quoted import entries

PART = 40  # timeline entries per page
OF_EACH_STATUS = 4  # agreements read per status, one more than the sidebar prints
STAGES, FOLLOW_UPS, INSTITUTIONS = 60, 30, 12
NEWEST_FIRST = ("-first_day", "-last_day", "-day_half", "-rank", "-pk")


@dataclass(frozen=True)
class Loaded:
    """The records that a page prints, loaded with their relations."""

    events: list
    agreements: list  # on the first page, each with its `status_today`
    stages: list
    last_met: tuple = ()  # the key of the last event in which both sides took part, if any
    statuses: dict[str, counting.OfStatus] = field(default_factory=dict)  # of all agreements of the pair


@dataclass(frozen=True)
class Records:
    """The public records of a pair as unevaluated querysets."""

    pair: Pair
    events: QuerySet
    met: QuerySet  # the events in which both took part
    agreements: QuerySet
    signed_by_both: QuerySet  # the agreements to which both, or bodies of theirs, are parties
    stages: QuerySet
    steps: QuerySet  # the stages of the pair and of those that it continues
    at: datetime
    few: tuple[set[int], set[int]] | None = None  # the keys of events and agreements, where these are few

    def sums(self, language: str) -> dict[str, Counter]:
        """Return {name: {year: number}} in one query; the year None is "not known".

        `event`, `agreement` and `stage` count timeline entries; `home` and `away` the visits to each side, each once,
        and `home-inferred` and `away-inferred` those of them whose year rests on inferred days alone;
        `signed` the agreements signed, a bundle as its `count`. Pages in `language` have the sides so.
        """
        rows = self._rows_of_sums(*(place.pk for place in self.pair.in_order(language)))
        found = defaultdict(Counter)
        for kind, year, number in rows:
            found[kind][year if year > 1 else None] += number
        for side in (HOME, AWAY):
            found[side] += found[contacts.inferred_of(side)]
        return found

    def _rows_of_sums(self, home: int, partner: int) -> Iterable[tuple]:
        if self.few is None:
            visits = [
                *contacts.visits_by_year(self.events, of=partner, to=home, side=HOME),
                *contacts.visits_by_year(self.events, of=home, to=partner, side=AWAY),
            ]
            return _summed(self.events, self.agreements, self.stages, visits, self.at)
        events, agreements = self.few
        came, went = (
            [key for (key,) in compiled_rows(_visits, self.at, events, of, to)]
            for of, to in ((partner, home), (home, partner))
        )
        return compiled_rows(_sums_of_few, self.at, events, agreements, came, went, self.pair.pk, home, partner)

    def by(self, day: date) -> "Records":
        """Return the events and agreements on record for a day that has begun by `day`, to count them."""
        events = self.events.filter(counting.begun_q("held", day))
        agreements = self.agreements.filter(counting.begun_q("signed", day))
        return replace(self, events=events, agreements=agreements, few=None)

    def newest(self, day: date) -> Loaded:
        """Load the newest of each kind, the last contact by `day`, the newest agreements per status."""
        newest = self.events.newest_first()[:PART]
        last_met = tuple(self._last_met(day).values_list("pk", flat=True))
        last = Event.objects.filter(pk__in=last_met)
        statuses = self.agreements.by_status(self.at, day)
        return Loaded(
            list(self.events.filter(pk__in=keys_of_any(newest, last)).with_names()),
            self._agreements(statuses, day),
            list(self.steps.with_makers().newest_first()[:STAGES]),
            last_met,
            statuses,
        )

    def _agreements(self, statuses: dict[str, counting.OfStatus], day: date) -> list[Agreement]:
        """Return the newest agreements, and the newest of each status, each with its `status_today`."""
        chosen = {
            key: status
            for status, group in statuses.items()
            for place, (key, number) in enumerate(group.keys.items())
            if number < PART or place < OF_EACH_STATUS
        }
        found = Agreement.objects.filter(pk__in=chosen).with_status(self.at, day).newest_first()
        loaded = list(found.annotate(with_others=contacts.with_others(self.pair)))
        for agreement in loaded:
            agreement.status_today = chosen[agreement.pk]
        return loaded

    def last_contact(self, loaded: Loaded, day: date) -> Event | Agreement | None:
        """Return the last event (of `newest`) in which both took part, or agreement of both, with a day by `day`."""
        signed = counting.signed(self.signed_by_both).filter(counting.begun_q("signed", day)).latest_first()[:1]
        met = [(one.held, one) for one in loaded.events if one.pk in loaded.last_met]
        known = met + [(one.signed, one) for one in signed]
        return max(known, key=lambda contact: timeline_key(contact[0]), default=(None, None))[1]

    def _last_met(self, day: date) -> QuerySet[Event]:
        """Return the last event by `day` in which both sides took part, as a set of one."""
        return self.met.met_by(day).latest_first()[:1]

    def part(self, number: int, day: date) -> Loaded:
        """Load one page of the timeline by its number, from 1, the newest."""
        joined = self.events.on_timeline().union(self.agreements.on_timeline(), self.stages.on_timeline(), all=True)
        keys = defaultdict(list)
        for kind, key, *_order in joined.order_by(*NEWEST_FIRST)[(number - 1) * PART : number * PART]:
            keys[kind].append(key)
        return Loaded(
            list(self.events.filter(pk__in=keys["event"]).with_names()),
            list(self.agreements.filter(pk__in=keys["agreement"]).with_status(self.at, day)),
            list(self.stages.filter(pk__in=keys["stage"]).with_makers()),
        )

    def quoted(self, loaded: Loaded, follow_ups: list, language: str) -> dict[tuple[str, int], list[dict]]:
        """Return {(kind, pk): [source, …]} in one query: all of stages and follow-ups, else those that differ."""
        rows = _only(self.steps, loaded.stages).quoted()
        others = [_only(self.events, loaded.events).quoted(), _only(self.agreements, loaded.agreements).quoted()]
        if follow_ups:
            others.append(FollowUp.objects.filter(pk__in=[one.pk for one in follow_ups]).quoted())
        return entries(rows.union(*others, all=True), language)


def between(pair: Pair, at: datetime) -> Records:
    """Return the records of a pair that are public at `at`."""
    steps = Stage.objects.public(at).filter(pair__in=[pair.pk, *earlier_pairs([pair])])
    own_events, own_agreements = (own[pair.pk] for own in of_pairs([pair], at))
    events, met = own_events.among(Event.objects, pair.events.filter(public_q(at)))
    agreements, signed = own_agreements.among(Agreement.objects, pair.agreements.filter(public_q(at)))
    few = (own_events.every, own_agreements.every) if own_events.are_few and own_agreements.are_few else None
    return Records(pair, events, met, agreements, signed, steps.filter(pair=pair), steps, at, few)


def _visits(_at: datetime, events: list[int], of: int, to: int) -> QuerySet:
    """Return the keys of those of these events that were visits of one place to another."""
    found = contacts.visits(Event.objects.filter(pk__in=events), of=of, to=to)
    return found.order_by().values_list("pk")


def _sums_of_few(at: datetime, events: list[int], agreements: list[int], *keys: Any) -> QuerySet:
    """Return the rows of the sums of these records; `keys` are the visits to each side, the pair, and its places."""
    came, went, pair, home, partner = keys
    visits = [
        *contacts.by_year(Event.objects.filter(pk__in=came), of=partner, side=HOME),
        *contacts.by_year(Event.objects.filter(pk__in=went), of=home, side=AWAY),
    ]
    stages = Stage.objects.filter(public_q(at), pair=pair)
    known = Event.objects.filter(pk__in=events), Agreement.objects.filter(pk__in=agreements), stages
    return _summed(*known, visits, at)


def _summed(events: Any, agreements: Any, stages: Any, visits: list[QuerySet], at: datetime) -> QuerySet:
    return events.by_year().union(
        agreements.by_year(), stages.by_year(), agreements.signed_by_year(at), *visits, all=True
    )


def _only(records: QuerySet, loaded: list) -> QuerySet:
    return records.filter(pk__in=[record.pk for record in loaded])
