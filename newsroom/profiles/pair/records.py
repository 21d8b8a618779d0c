"""Queries of a pair's page: sums of all its records, and only the records that one page prints."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from newsroom.cooperation.models import FollowUp, Stage
from newsroom.places.models import Pair
from newsroom.profiles.pair.sides import visits_by_year
from newsroom.publishing.interval import keys_of_any
from newsroom.sources.quoted import entries

PART = 40  # timeline entries per page
OF_EACH_STATUS = 4  # agreements read per status, one more than the sidebar prints
STAGES, FOLLOW_UPS, INSTITUTIONS = 60, 30, 12
NEWEST_FIRST = ("-first_day", "-last_day", "-day_half", "-rank", "-pk")


@dataclass(frozen=True)
class Loaded:
    """The records that a page prints, loaded with their relations."""

    events: list
    agreements: list
    stages: list


@dataclass(frozen=True)
class Records:
    """The public records of a pair as unevaluated querysets."""

    pair: Pair
    events: QuerySet
    agreements: QuerySet
    stages: QuerySet
    steps: QuerySet  # the stages of the pair and of the one that it continues

    def sums(self) -> dict[str, Counter]:
        """Return {name: {year: number}} in one query; the year None is "not known".

        `event`, `agreement` and `stage` count timeline entries; `home`, `away` and `both` the visits to each side, each
        once; `signed` the agreements signed, a bundle as its `count`.
        """
        kinds = (self.agreements.by_year(), self.stages.by_year(), self.agreements.signed_by_year())
        rows = self.events.by_year().union(*kinds, visits_by_year(self.events, self.pair), all=True)
        found = defaultdict(Counter)
        for kind, year, number in rows:
            found[kind][year if year > 1 else None] += number
        return found

    def newest(self, at: datetime, day: date) -> Loaded:
        """Load the newest of each kind, the last event that took place by `day`, the newest agreements per status."""
        last_met = self.events.met_by(day).newest_first()[:1]
        newest = self.events.newest_first()[:PART]
        ranked = self.agreements.ranked(at, day)
        return Loaded(
            list(self.events.filter(pk__in=keys_of_any(newest, last_met)).with_names()),
            list(ranked.filter(Q(in_all__lte=PART) | Q(in_status__lte=OF_EACH_STATUS)).newest_first()),
            list(self.steps.with_makers().newest_first()[:STAGES]),
        )

    def part(self, number: int, at: datetime, day: date) -> Loaded:
        """Load one page of the timeline by its number, from 1, the newest."""
        joined = self.events.on_timeline().union(self.agreements.on_timeline(), self.stages.on_timeline(), all=True)
        keys = defaultdict(list)
        for kind, key, *_order in joined.order_by(*NEWEST_FIRST)[(number - 1) * PART : number * PART]:
            keys[kind].append(key)
        return Loaded(
            list(self.events.filter(pk__in=keys["event"]).with_names()),
            list(self.agreements.filter(pk__in=keys["agreement"]).with_status(at, day)),
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
    steps = Stage.objects.public(at).filter(pair__in=[pair.pk, pair.continues_id])
    return Records(pair, pair.events.public(at), pair.agreements.public(at), steps.filter(pair=pair), steps)


def _only(records: QuerySet, loaded: list) -> QuerySet:
    return records.filter(pk__in=[record.pk for record in loaded])
