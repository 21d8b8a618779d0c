"""Querysets of senders, sites visited, parties and appearances: the rows of events, delegations and agreements.

As in `queries`: `for_…` and `of_…` filter, `with_…` prefetch what a page prints.
"""

from datetime import date, datetime
from typing import Any, Self

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from newsroom.publishing.interval import public_q
from newsroom.publishing.relations import related


class SenderQuerySet(QuerySet):
    """Queryset of senders."""

    def public(self, at: datetime) -> Self:
        """Return the senders of the delegations that are public at `at`."""
        return self.filter(Exists(related(self.model, "delegation").public(at).filter(pk=OuterRef("delegation"))))

    def with_delegations(self, at: datetime, day: date) -> Self:
        delegations = related(self.model, "delegation").with_names().with_stops(at, day)
        return self.prefetch_related(Prefetch("delegation", queryset=delegations))


class VisitedQuerySet(QuerySet):
    """Queryset of sites visited."""

    def public(self, at: datetime) -> Self:
        return self.filter(public_q(at, "event"))

    def with_events(self) -> Self:
        return self.prefetch_related(Prefetch("event", queryset=related(self.model, "event").with_names()))


class PartyQuerySet(QuerySet):
    """Queryset of parties."""

    def public(self, at: datetime) -> Self:
        return self.filter(public_q(at, "agreement"))

    def with_agreements(self, at: datetime, day: date) -> Self:
        """Load the agreements with their rows and their status on `day`."""
        agreements = related(self.model, "agreement").with_row(at, day)
        return self.prefetch_related(Prefetch("agreement", queryset=agreements))


class AppearanceQuerySet(QuerySet):
    """Queryset of appearances."""

    def public(self, at: datetime) -> Self:
        """Return the appearances at events, and on delegations, that are public at `at`."""
        on_delegation = Exists(related(self.model, "delegation").public(at).filter(pk=OuterRef("delegation")))
        return self.filter(public_q(at, "event") | Q(on_delegation))

    def with_people(self) -> Self:
        return self.select_related("person")

    def with_occasions(self, at: datetime, day: date) -> Self:
        """Load the event or the delegation, with their names and public stops."""
        events = related(self.model, "event").with_names()
        delegations = related(self.model, "delegation").with_names().with_stops(at, day)
        return self.prefetch_related(Prefetch("event", queryset=events), Prefetch("delegation", queryset=delegations))

    def last_of_each(self, people: Any) -> Self:
        """Return the last appearance of each of these people, loaded with what names its occasion."""
        stops = related(self.model, "event").filter(delegation=OuterRef("delegation"))
        last_stop = stops.newest_first().values("held_latest")[:1]
        day = Coalesce("event__held_latest", Subquery(last_stop))
        latest = [F("day").desc(nulls_last=True), F("pk").desc()]
        rank = Window(RowNumber(), partition_by="person", order_by=latest)
        ranked = self.filter(person__in=people).annotate(day=day).annotate(rank=rank).filter(rank=1)
        senders = [f"delegation__{path}" for path in ("senders__place", "senders__institution", "events__places")]
        at_event = ["event__places", "event__delegation__senders__place", "event__delegation__senders__institution"]
        return ranked.prefetch_related(*senders, *at_event)
