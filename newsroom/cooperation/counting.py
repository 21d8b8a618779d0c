"""Aggregation and ordering in SQL of records between two places, so that a page reads only some of them.

Rows of all kinds have the same columns, so that `union` can combine their querysets.
"""

from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
    Window,
)
from django.db.models.functions import ExtractYear, RowNumber

from newsroom.cooperation.status import AgreementState, Status, status_q
from newsroom.dates import newest_first, timeline_columns


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

    def by_year(self) -> Any:
        """Return rows (kind, year, number); year 1 stands for unknown days."""
        return self.summed(_words(self.told_as), Count("pk"))

    def summed(self, kind: Any, number: int) -> Any:
        """Return rows (kind, year, number), grouped by the expression `kind`, with the aggregate `number`."""
        dated = self.annotate(**timeline_columns(self.told_by)).annotate(sum_of=kind, year=ExtractYear("first_day"))
        return dated.order_by().values("sum_of", "year").annotate(number=number).values_list("sum_of", "year", "number")


def weighed(agreements: Any) -> QuerySet:
    """Annotate `weight`: 1, the `count` of a bundle, or 0 for a member of a counted bundle."""
    in_a_bundle = Exists(agreements.order_by().filter(pk=OuterRef("part_of"), count__gt=0))
    cases = When(in_a_bundle, then=Value(0)), When(count__gt=0, then=F("count"))
    return agreements.annotate(weight=Case(*cases, default=Value(1), output_field=IntegerField()))


def ranked(agreements: Any, day: date) -> QuerySet:
    """Annotate status and rank of each agreement by window functions.

    `status_today`; per status, the weight `of_status` and the last day of any term `until`; row numbers `in_status`
    and `in_all`, 1 being the newest.
    """
    status = Case(
        *(When(status_q(one, day), then=Value(one.value)) for one in Status),
        default=Value(""),
        output_field=CharField(),
    )
    newest = [*newest_first("signed"), F("pk").desc()]
    return weighed(agreements.annotate(status_today=status)).annotate(
        of_status=Window(Sum("weight"), partition_by="status_today"),
        until=Window(Max("term_latest"), partition_by="status_today"),
        in_status=Window(RowNumber(), partition_by="status_today", order_by=newest),
        in_all=Window(RowNumber(), order_by=newest),
    )


def begun_q(name: str, day: date) -> Q:
    """Return the filter "the date `name` is known and has begun by `day`"; an open beginning counts as its end."""
    return Q(**{f"{name}_earliest__lte": day}) | Q(**{f"{name}_earliest__isnull": True, f"{name}_latest__lte": day})


def last_by(name: str, day: date, counted: Q | None = None) -> Max:
    """Return the aggregate "latest first day that has begun by `day`" of the rows `counted`, NULL if none has."""
    return Max(timeline_columns(name)["first_day"], filter=begun_q(name, day) & (counted or Q()))


def signed(agreements: Any) -> QuerySet:
    return agreements.filter(state__in=[state for state in AgreementState if state.was_signed])


def _words(text: str) -> Value:
    return Value(text, output_field=CharField())
