"""Aggregation and ordering in SQL of records between two places, so that a page reads only some of them.

Rows of all kinds have the same columns, so that `union` can combine their querysets.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import ExtractYear

from newsroom.cooperation.following import EXTENDING, SIGNED_STATES, AgreementState, followers
from newsroom.dates import timeline_columns
from newsroom.publishing.interval import public_q

NESTED = 3  # bundles within one another that are asked


class OnTimeline(QuerySet):
    """Queryset of one kind of timeline entry: `told_by` names its date field; within a day higher `rank` is later."""

    told_as: str
    told_by: str
    rank: int

    def on_timeline(self) -> Any:
        """Return rows (kind, pk, first_day, last_day, day_half, rank), ready for `union`."""
        known = self.annotate(
            told_as=_words(self.told_as), rank=Value(self.rank), **timeline_columns(self.told_by)
        ).order_by()
        return known.values_list("told_as", "pk", "first_day", "last_day", "day_half", "rank")

    def latest_first(self) -> Any:
        """Order as on the timeline: unlike `newest_first`, one that happened by a day is as late as that day."""
        columns = timeline_columns(self.told_by)
        return self.annotate(**columns).order_by(*(f"-{name}" for name in columns), "-pk")

    def by_year(self) -> Any:
        """Return rows (kind, year, number); year 1 stands for unknown days."""
        return self.summed(_words(self.told_as), Count("pk"))

    def summed(self, kind: Any, number: int) -> Any:
        """Return rows (kind, year, number), grouped by the expression `kind`, with the aggregate `number`."""
        dated = self.annotate(**timeline_columns(self.told_by)).annotate(sum_of=kind, year=ExtractYear("first_day"))
        return dated.order_by().values("sum_of", "year").annotate(number=number).values_list("sum_of", "year", "number")


def weighed(agreements: Any, at: datetime) -> QuerySet:
    """Annotate `weight`: 1, the `count` of a bundle, or 0 for a member of a bundle that is counted in the same sum.

    A signed member is counted with a signed bundle only. A member of a bundle that is itself a member is one too, as
    far as readers see at `at` that it is.
    """
    bundles = agreements.order_by().filter(count__gt=0)
    signed = Q(state__in=SIGNED_STATES)
    counted = _member_of(bundles.filter(signed), at) | ~signed & _member_of(bundles, at)
    cases = When(Q(part_of__isnull=False) & counted, then=Value(0)), When(count__gt=0, then=F("count"))
    return agreements.annotate(weight=Case(*cases, default=Value(1), output_field=IntegerField()))


def _member_of(bundles: QuerySet, at: datetime) -> Q:
    """Filter members of one of these bundles, and members of such members."""
    member, between = Q(), Q()
    for step in range(1, NESTED + 1):
        whole = "__".join(["part_of"] * step)
        member |= between & Q(Exists(bundles.filter(pk=OuterRef(whole))))
        between &= public_q(at, whole)
    return member


def number_of_texts(agreements: Iterable[Any], wholes: dict[int, int | None] | None = None) -> int:
    """Return how many texts these loaded agreements are: a bundle is its `count`, and its named members none besides.

    It counts what `weighed` sums: a member is none only where its bundle is among `agreements`. `wholes` holds of each
    other bundle that readers see the one of which it is itself a member (`AgreementQuerySet.wholes_of`).
    """
    agreements = list(agreements)
    counted = {one.pk: AgreementState(one.state).was_signed for one in agreements if one.count}
    above = (wholes or {}) | {one.pk: one.part_of_id for one in agreements}

    def weight(one: Any) -> int:
        signed = AgreementState(one.state).was_signed
        bundles = [whole for whole in _wholes(one.pk, above) if whole in counted]
        if any(counted[whole] or not signed for whole in bundles):
            return 0
        return one.count or 1

    return sum(map(weight, agreements))


def _wholes(key: int, above: dict[int, int | None]) -> list[int]:
    """Return the bundle of which an agreement is a member, and those of which that one is, from {member: bundle}."""
    found: list[int] = []
    while len(found) < NESTED and (whole := above.get(key)) is not None:
        found.append(whole)
        key = whole
    return found


@dataclass
class OfStatus:
    """The agreements of one status, or without one: their keys, the newest first, and what they say together.

    `keys` holds with each key its number among all that were asked, from 0, the newest;
    `texts` is their weight, `until` the last day of any term, `elsewhere` whether one of them, if it went on, did so in
    a text that is not among those asked, `extended_apart` whether such a text extended one of them.
    """

    keys: dict[int, int] = field(default_factory=dict)
    texts: int = 0
    until: date | None = None
    elsewhere: bool = False
    extended_apart: bool = False


def by_status(agreements: Any, at: datetime, day: date) -> dict[str, OfStatus]:
    """Return the agreements by their status on `day`, "" for none, in one query.

    It reads a few columns of all of them and adds up here: as window functions, the expression of the status stood in
    the query five times, and building that took longer than to read thousands of rows.
    """
    seen, asked = agreements.seen(at), agreements.order_by()
    others = seen.agreements.exclude(pk__in=asked.values("pk"))
    told = weighed(agreements, at).annotate(
        status_today=agreements.status_today(at, day),
        elsewhere=~Exists(followers(asked, day, "renews", "replaces")),
        extended_apart=Exists(followers(others, day, EXTENDING)),
    )
    found: dict[str, OfStatus] = defaultdict(OfStatus)
    rows = told.newest_first().values_list("pk", "status_today", "weight", "runs_until", "elsewhere", "extended_apart")
    for number, (key, status, weight, until, apart, extended) in enumerate(rows):
        group = found[status]
        group.keys[key] = number
        group.texts += weight
        group.until = max(filter(None, (group.until, until)), default=None)
        group.elsewhere = group.elsewhere or apart
        group.extended_apart = group.extended_apart or extended
    return dict(found)


def begun_q(name: str, day: date) -> Q:
    """Return the filter "the date `name` is known and has begun by `day`"; an open beginning counts as its end."""
    return Q(**{f"{name}_earliest__lte": day}) | Q(**{f"{name}_earliest__isnull": True, f"{name}_latest__lte": day})


def signed(agreements: Any) -> QuerySet:
    return agreements.filter(state__in=SIGNED_STATES)


def _words(text: str) -> Value:
    return Value(text, output_field=CharField())
