"""Which events, delegations, agreements and stages."""

from django.db.models import F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce, RowNumber

from newsroom.cooperation.choices import includes
from newsroom.dates import newest_first, oldest_first
from newsroom.places.queries import leads_along
from newsroom.publishing.interval import IntervalQuerySet
from newsroom.publishing.naming import NamedQuerySet


class EventQuerySet(IntervalQuerySet):
    """Events, in the reader's words."""

    def for_pair(self, pair):
        return self.filter(pairs=pair)

    def at_place(self, place):
        return self.filter(places=place)

    def of_kind(self, kind: str):
        return self.filter(includes("kinds", kind))

    def with_names(self):
        """Load what `wording.event_name` looks at."""
        senders = ("delegation__senders__place", "delegation__senders__institution")
        return self.select_related("delegation").prefetch_related("places", *senders)

    def newest_first(self):
        return self.order_by(*newest_first("held"), "-pk")

    def oldest_first(self):
        return self.order_by(*oldest_first("held"), "pk")


class DelegationQuerySet(NamedQuerySet):
    """Delegations, in the reader's words."""

    def with_names(self):
        """Load what `wording.delegation_name` looks at."""
        return self.prefetch_related("senders__place", "senders__institution")

    def newest_first(self):
        return self.order_by(*newest_first("days"), "-pk")


class AppearanceQuerySet(QuerySet):
    """Who was there, in the reader's words."""

    def last_of_each(self, people):
        """The last appearance of each of these people, with all that names its occasion."""
        stops = self.model._meta.get_field("event").related_model.objects.filter(delegation=OuterRef("delegation"))
        last_stop = stops.newest_first().values("held_latest")[:1]
        day = Coalesce("event__held_latest", Subquery(last_stop))
        latest = [F("day").desc(nulls_last=True), F("pk").desc()]
        rank = Window(RowNumber(), partition_by="person", order_by=latest)
        ranked = self.filter(person__in=people).annotate(day=day).annotate(rank=rank).filter(rank=1)
        senders = [f"delegation__{path}" for path in ("senders__place", "senders__institution", "events__places")]
        at_event = ["event__places", "event__delegation__senders__place", "event__delegation__senders__institution"]
        return ranked.prefetch_related(*senders, *at_event)


class AgreementQuerySet(IntervalQuerySet):
    """Agreements, in the reader's words."""

    def for_pair(self, pair):
        return self.filter(pairs=pair)

    def newest_first(self):
        return self.order_by(*newest_first("signed"), "-pk")

    def with_parties(self):
        return self.prefetch_related("parties__place", "parties__institution", "parties__signatory")

    def leads_back(self, link: str, start, goal) -> bool:
        """Say whether following `link` ("follows" or "part_of") from `start` comes to `goal`."""
        return leads_along(link, start, goal)


class StageQuerySet(IntervalQuerySet):
    """Stages, in the reader's words."""

    def for_pair(self, pair):
        return self.filter(pair=pair)

    def oldest_first(self):
        return self.order_by(*oldest_first("reached"), "pk")

    def newest_first(self):
        return self.order_by(*newest_first("reached"), "-pk")
