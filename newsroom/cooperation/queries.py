"""Querysets of events, delegations, agreements, follow-ups and stages.

`for_…` and `of_…` filter, `with_…` prefetch what a page prints, so that templates run no queries.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from django.db.models import Case, CharField, Count, Exists, F, Max, OuterRef, Prefetch, Q, QuerySet, Sum, Value

from newsroom.compiled import CompiledOnce
from newsroom.cooperation import counting
from newsroom.cooperation.counting import OnTimeline
from newsroom.cooperation.extension import NONE, extended
from newsroom.cooperation.following import Seen
from newsroom.cooperation.part_queries import perhaps_begun, surely_begun
from newsroom.cooperation.status import overtaken_case, status_case
from newsroom.dates import newest_first, oldest_first
from newsroom.languages.sorting import by_name
from newsroom.people.models import Institution
from newsroom.places.models import Pair, Place
from newsroom.places.queries import leads_along
from newsroom.publishing.clock import today_at
from newsroom.publishing.interval import IntervalQuerySet, keys_of_any
from newsroom.publishing.naming import NamedQuerySet
from newsroom.publishing.relations import related
from newsroom.sources.quoted import quoted


class Quoted(QuerySet):
    """Queryset of records whose sources a page prints beside them."""

    def quoted(self) -> Any:
        """Return the citations of these records as rows for `sources.quoted.entries`."""
        return quoted(self)


class Disputed(Quoted):
    """Queryset of records whose sources a page prints only if they differ from the record."""

    def quoted(self) -> QuerySet:
        return super().quoted().exclude(says_zh="", says_en="")


class EventQuerySet(Disputed, OnTimeline, IntervalQuerySet):
    """Queryset of events."""

    told_as, told_by, rank = "event", "held", 0

    def begun_by(self, day: date) -> Self:
        """Return the events that are not, and stops that cannot be, still ahead on `day` (see `Event.not_before`)."""
        announced = Q(state=self.model.State.ANNOUNCED)
        return self.filter(perhaps_begun(day), ~announced | surely_begun(day) | ~Q(self._received()))

    def _received(self, *senders: Exists) -> Exists:
        """Return whether an event received a delegation, or one with `senders` (asked of a stop)."""
        return Exists(related(self.model, "stops").filter(*senders, event=OuterRef("pk")))

    def with_names(self) -> Self:
        """Load what a made name (`name_in`) looks at."""
        stops = related(self.model, "stops").with_delegations()
        return self.prefetch_related(_places(), Prefetch("stops", queryset=stops))

    def with_sites(self) -> Self:
        """Load the sites visited, in order."""
        visited = related(self.model, "visited").select_related("institution")
        return self.prefetch_related(Prefetch("visited", queryset=visited))

    def of_delegations(self, place: Place, day: date, most: int) -> Self:
        """Return the newest visits to a place (`came`) and by its delegations (`went`), `most` of each, none ahead."""
        visits = self.begun_by(day).filter(self._received())
        sent = Exists(place.sent.filter(delegation=OuterRef("delegation")))
        to, by = visits.filter(places=place), visits.filter(self._received(sent))
        newest = keys_of_any(*(some.newest_first()[:most] for some in (to, by)))
        marks = {"came": Exists(to.filter(pk=OuterRef("pk"))), "went": Exists(by.filter(pk=OuterRef("pk")))}
        return visits.annotate(**marks).filter(pk__in=newest).newest_first().with_names()

    def met_by(self, day: date) -> Self:
        """Return the events with a known day that took place by `day`."""
        return self.filter(counting.begun_q("held", day), state=self.model.State.TOOK_PLACE)

    def with_page(self) -> Self:
        """Load everything that the page of one event prints, except its agreements."""
        model = self.model
        return (
            self.with_names()
            .with_sites()
            .prefetch_related(
                Prefetch("pairs", queryset=Pair.objects.with_places()),
                Prefetch("appearances", queryset=related(model, "appearances").with_people()),
                Prefetch("stops__delegation__appearances", queryset=related(model, "appearances").with_people()),
                _sources(model),
            )
        )

    def newest_first(self) -> Self:
        return self.order_by(*newest_first("held"), "-pk")

    def oldest_first(self) -> Self:
        return self.order_by(*oldest_first("held"), "pk")


class DelegationQuerySet(NamedQuerySet):
    """Queryset of delegations."""

    def with_names(self) -> Self:
        """Load what a made name (`name_in`) looks at."""
        return self.prefetch_related(_senders(self.model))

    def of_stops(self, stops: Any) -> Self:
        """Return the delegations of these stops, each annotated with the pk of its stop as `stop`."""
        return self.annotate(stop=F("stops__pk")).filter(stop__in=stops)

    def with_stops(self, at: datetime, day: date) -> Self:
        """Load the visible stops, in the order of the journey: public at `at`, and not ahead on `day`."""
        stops = related(self.model, "stops").seen(at, day).with_events().in_order()
        return self.prefetch_related(Prefetch("stops", queryset=stops))

    def with_journey(self, day: date) -> Self:
        """Annotate whether any stop of the journey, public or not, may be ahead on `day` (`is_ahead`)."""
        stops = related(self.model, "stops").filter(delegation=OuterRef("pk"))
        begun = related(self.model, "events").begun_by(day).filter(pk=OuterRef("event"))
        return self.annotate(is_ahead=Exists(stops.filter(~Exists(begun))))

    def with_page(self, at: datetime, day: date) -> Self:
        """Load everything that the page of one delegation prints."""
        pairs = Pair.objects.with_places()
        return (
            self.with_names()
            .with_journey(day)
            .with_stops(at, day)
            .prefetch_related(
                Prefetch("stops__event__pairs", queryset=pairs),
                Prefetch("appearances", queryset=related(self.model, "appearances").with_people()),
                _sources(self.model),
            )
        )


@dataclass(frozen=True)
class Unextended:
    """A case of status or of what overtook an agreement, of a day that is not past, where nothing extends anything."""

    model: type
    case: Callable

    def __call__(self, at: datetime, day: date) -> Case:
        return self.case(self.model._default_manager.seen(at)._replace(today=day), day, NONE)


class AgreementQuerySet(Disputed, OnTimeline, IntervalQuerySet):
    """Queryset of agreements."""

    told_as, told_by, rank = "agreement", "signed", 1

    def newest_first(self) -> Self:
        return self.order_by(*newest_first("signed"), "-pk")

    def seen(self, at: datetime) -> Seen:
        """Return what decides at `at` whether something overtook an agreement."""
        model = self.model
        stages, parties = related(model, "stages").public(at), related(model, "parties")
        return Seen(model._default_manager.public(at), stages, Pair.objects.public(at), parties, today_at(at))

    def with_status(self, at: datetime, day: date) -> Self:
        """Annotate what `status_on` needs on `day`: what followed, as far as readers see it at `at`."""
        seen = self.seen(at)
        by_extension = extended(seen, day)
        if day < seen.today:
            overtaken = overtaken_case(seen, day, by_extension)
        else:
            overtaken = self._compiled(overtaken_case, at, day)
        return self.annotate(overtaken=overtaken, **by_extension.columns())

    def status_today(self, at: datetime, day: date) -> Case | CompiledOnce:
        """Return the expression of the status on `day`, as far as readers see at `at` what followed."""
        seen = self.seen(at)
        by_extension = extended(seen, day)
        if day < seen.today or by_extension is not NONE:
            return status_case(seen, day, by_extension)
        return self._compiled(status_case, at, day)

    def _compiled(self, case: Callable, at: datetime, day: date) -> CompiledOnce:
        return CompiledOnce(self.model, Unextended(self.model, case), at, day, output_field=CharField())

    def of_status(self, status: str, at: datetime, day: date) -> Self:
        """Return the agreements that have `status` on `day`, as far as readers see at `at` what followed."""
        return self.annotate(status_today=self.status_today(at, day)).filter(status_today=status)

    def statuses(self, at: datetime, day: date) -> list[str]:
        """Return the status of each of these agreements on `day`, "" for one that has none."""
        told = self.annotate(status_today=self.status_today(at, day)).order_by()
        return list(told.values_list("status_today", flat=True))

    def by_status(self, at: datetime, day: date) -> dict[str, counting.OfStatus]:
        """Return what each status on `day` has of these agreements (see `counting.by_status`)."""
        return counting.by_status(self, at, day)

    def signed_by_year(self, at: datetime) -> Self:
        """Return rows ("signed", year, number); a bundle counts as its `count`."""
        return counting.weighed(counting.signed(self), at).summed(Value("signed"), Sum("weight"))

    def wholes_of(self, members: list) -> dict[int, int | None]:
        """Return {bundle: the one of which it is a member} of those bundles of the loaded `members` that are none."""
        found: dict[int, int | None] = {}
        keys = {one.part_of_id for one in members} - {None} - {one.pk for one in members}
        for _step in range(counting.NESTED):
            more = dict(self.filter(pk__in=keys).values_list("pk", "part_of")) if keys else {}
            found |= more
            keys = {*more.values()} - {None} - found.keys()
        return found

    def follow_ups(self, at: datetime) -> Self:
        """Return the public follow-ups of these agreements, each with its agreement."""
        found = related(self.model, "follow_ups").public(at).filter(agreement__in=self.order_by().values("pk"))
        return found.select_related("agreement")

    def institutions(self, language: str) -> Self:
        """Return the institutions that these agreements tie, with how many (`signings`), the latest first.

        A notice or a statement ties nobody, nor does a text that ends another.
        """
        tying = counting.signed(self).filter(kind__in=self.model.Kind.tying())
        tying = tying.exclude(following=self.model.Following.ENDS)
        parties = related(self.model, "parties").filter(agreement__in=tying.order_by().values("pk"))
        bodies = Institution.objects.filter(parties__in=parties)
        known = bodies.annotate(
            signings=Count("parties__agreement", distinct=True), latest=Max("parties__agreement__signed_latest")
        )
        return known.order_by(F("latest").desc(nulls_last=True), "-signings", *by_name(language))

    def with_parties(self, at: datetime, day: date | None = None) -> Self:
        """Load what a short row prints of an agreement (`rows.agreement_row`), its status on `day`."""
        parties = related(self.model, "parties").select_related("place", "institution", "signatory")
        return self.with_status(at, day or today_at(at)).prefetch_related(Prefetch("parties", queryset=parties))

    def with_row(self, at: datetime, day: date | None = None) -> Self:
        """Load everything that any row, card or register prints of an agreement (see `rows`), its status on `day`."""
        return self.with_parties(at, day).prefetch_related("fields")

    def with_register(self, at: datetime, day: date) -> Self:
        """Load everything that the files of the register say; what is not public is left out of the links."""
        seen = self.model._default_manager.public(at)
        kin = (Prefetch(link, queryset=seen) for link in ("follows", "part_of"))
        return self.with_row(at, day).prefetch_related(*kin, _approvals(self.model))

    def with_follow_ups(self, at: datetime) -> Self:
        """Load the follow-ups of each agreement that are public at `at`."""
        follow_ups = related(self.model, "follow_ups").public(at).order_by("pk")
        return self.prefetch_related(Prefetch("follow_ups", queryset=follow_ups))

    def with_page(self, at: datetime, day: date) -> Self:
        """Load everything that the page of one agreement prints and that is public with it."""
        model = self.model
        return (
            self.with_row(at, day)
            .select_related("signed_in")
            .prefetch_related(
                Prefetch("pairs", queryset=Pair.objects.with_places()),
                _approvals(model),
                _sources(model),
            )
        )

    def leads_back(self, link: str, start: Any, goal: Any) -> bool:
        """Return whether following `link` ("follows" or "part_of") from `start` reaches `goal`."""
        return leads_along(link, start, goal)


class FollowUpQuerySet(Quoted, IntervalQuerySet):
    """Queryset of follow-ups."""

    told_as = "follow-up"

    def with_sources(self) -> Self:
        return self.prefetch_related(_sources(self.model))

    def newest_first(self) -> Self:
        return self.order_by(*newest_first("happened"), "-pk")


class StageQuerySet(Quoted, OnTimeline, IntervalQuerySet):
    """Queryset of stages."""

    told_as, told_by, rank = "stage", "reached", 2

    def with_makers(self) -> Self:
        """Load the agreement that made each stage, the side that ended it, and the places of its pair."""
        return self.select_related("agreement", "ended_by", "pair__first", "pair__second")

    def with_sources(self) -> Self:
        return self.prefetch_related(_sources(self.model))

    def oldest_first(self) -> Self:
        """Order by day, those without one first: they stand before what is dated."""
        return self.order_by(F("reached_earliest").asc(nulls_first=True), *oldest_first("reached"), "pk")

    def newest_first(self) -> Self:
        return self.order_by(*newest_first("reached"), "-pk")


def _sources(model: type) -> Prefetch:
    return Prefetch("citations", queryset=related(model, "citations").select_related("source"))


def _approvals(model: type) -> Prefetch:
    return Prefetch("approvals", queryset=related(model, "approvals").select_related("institution"))


def _places() -> Prefetch:
    return Prefetch("places", queryset=Place.objects.order_by("pk"))


def _senders(model: type) -> Prefetch:
    return Prefetch("senders", queryset=related(model, "senders").with_bodies())
