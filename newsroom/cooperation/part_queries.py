"""Querysets of stops, senders, sites visited, parties and appearances: rows of events, delegations and agreements.

As in `queries`: `for_…` and `of_…` filter, `with_…` prefetch what a page prints.
"""

from datetime import date, datetime
from typing import Any, Self

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from newsroom.dates import newest_first, oldest_first
from newsroom.places.models import Place
from newsroom.publishing.interval import public_q
from newsroom.publishing.relations import model_at, related


class StopQuerySet(QuerySet):
    """Queryset of stops. Their events are stops by definition, so that none is shown while it may be ahead."""

    def public(self, at: datetime) -> Self:
        return self.filter(public_q(at, "event"))

    def begun_by(self, day: date) -> Self:
        """Return the stops that cannot be still ahead on `day`: the rule of `Event.not_before`."""
        announced = Q(event__state=model_at(self.model, "event").State.ANNOUNCED)
        return self.filter(perhaps_begun(day, "event__"), ~announced | surely_begun(day, "event__"))

    def seen(self, at: datetime, day: date) -> Self:
        """Return the stops that readers see: public at `at`, not ahead on `day`."""
        return self.public(at).begun_by(day)

    def last_of_journey(self, at: datetime, day: date) -> Self:
        """Return the latest visible stop of each journey, by its day."""
        held = Coalesce("event__held_earliest", Value(date.min))
        mine = Coalesce(OuterRef("event__held_earliest"), Value(date.min))
        seen = self.model._default_manager.seen(at, day).annotate(day=held)
        later = seen.filter(Q(day__gt=mine) | Q(day=mine, pk__gt=OuterRef("pk")))
        return self.seen(at, day).exclude(Exists(later.filter(delegation=OuterRef("delegation"))))

    def in_order(self) -> Self:
        """Order as the journey went: by number; those without one after them, by day."""
        return self.order_by(F("number").asc(nulls_last=True), *oldest_first("event__held"), "pk")

    def with_delegations(self) -> Self:
        """Load the delegations received, with what their made names look at."""
        senders = related(model_at(self.model, "delegation"), "senders").with_bodies()
        return self.select_related("delegation").prefetch_related(Prefetch("delegation__senders", queryset=senders))

    def with_events(self) -> Self:
        """Load the events with their places."""
        places = Prefetch("event__places", queryset=Place.objects.order_by("pk"))
        return self.select_related("event").prefetch_related(places)


class SenderQuerySet(QuerySet):
    """Queryset of senders."""

    def with_bodies(self) -> Self:
        return self.select_related("place", "institution")

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

    def present(self) -> Self:
        """Return the appearances of who was there: without who only sent a message or was represented."""
        absent = sorted(self.model.Part.of_the_absent())
        return self.exclude(parts__in=[*([part] for part in absent), absent])

    def with_people(self) -> Self:
        """Load the people, for whom they stood, and who represented them."""
        return self.select_related("person", "place", "institution__place", "represented_by")

    def with_occasions(self, at: datetime, day: date) -> Self:
        """Load the event or the delegation, with their names and public stops, the person, and whom they stood for."""
        events = related(self.model, "event").with_names()
        delegations = related(self.model, "delegation").with_names().with_stops(at, day)
        return self.select_related("person", "place", "institution").prefetch_related(
            Prefetch("event", queryset=events), Prefetch("delegation", queryset=delegations)
        )

    def last_of_each(self, people: Any) -> Self:
        """Return the last appearance of each of these people, loaded with what names its occasion."""
        stops = related(model_at(self.model, "event"), "stops").filter(delegation=OuterRef("delegation"))
        last_stop = stops.order_by(*newest_first("event__held"), "-pk").values("event__held_latest")[:1]
        day = Coalesce("event__held_latest", Subquery(last_stop))
        latest = [F("day").desc(nulls_last=True), F("pk").desc()]
        rank = Window(RowNumber(), partition_by="person", order_by=latest)
        ranked = self.filter(person__in=people).annotate(day=day).annotate(rank=rank).filter(rank=1)
        senders = [f"delegation__senders__{body}" for body in ("place", "institution")]
        received = [f"stops__delegation__senders__{body}" for body in ("place", "institution")]
        events = [f"{path}__{part}" for path in ("event", "delegation__stops__event") for part in ("places", *received)]
        return ranked.prefetch_related(*senders, *events)


def surely_begun(day: date, path: str = "") -> Q:
    """Return the filter "the last day that `held` may mean, at the end of `path`, has come by `day`"."""
    latest, earliest = f"{path}held_latest", f"{path}held_earliest"
    return Q(**{f"{latest}__lte": day}) | Q(**{f"{latest}__isnull": True, f"{earliest}__lte": day})


def perhaps_begun(day: date, path: str = "") -> Q:
    """Return the filter "`held`, at the end of `path`, does not begin after `day`"."""
    earliest = f"{path}held_earliest"
    return Q(**{f"{earliest}__isnull": True}) | Q(**{f"{earliest}__lte": day})
