"""Indexes of the register of agreements and of the list of delegations, and the follower that updates them."""

from collections.abc import Iterable

from newsroom.cooperation.models import Agreement, Delegation, Event, Stop
from newsroom.lists.index import Index, once, rank_of_day, years
from newsroom.people.models import Institution
from newsroom.places.models import Place
from newsroom.publishing.keeping import let_out_by
from newsroom.publishing.models import LogEntry, Verb

AGREEMENTS = Index(
    "agreements",
    records=Agreement.objects.all,
    rank=lambda agreement: rank_of_day(agreement.signed),
    words={
        "pair": [("pairs", once)],
        "place": [("parties__place", once)],
        "party": [("parties__institution", once)],
        "field": [("fields", once)],
        "kind": [("kind", once)],
        "year": [("signed", years)],
        "state": [("state", once)],
        "end": [("runs_until", lambda day: ["stated" if day else "none"])],
        "begins": [("runs_from", lambda day: ["stated"] if day else [])],
    },
)

# Every stop is an entry, with the words of its whole journey, since which stop is the last public one depends on the
# moment: `DelegationFilters` keeps that one and filters again by the stops that are public.
STOPS = Index(
    "stops",
    records=Stop.objects.select_related("event").all,
    rank=lambda stop: rank_of_day(stop.event.held),
    words={
        "pair": [("delegation__stops__event__pairs", once)],
        "place": [("delegation__senders__place", once), ("delegation__stops__event__places", once)],
        "party": [("delegation__senders__institution", once)],
        "kind": [("delegation__kind", once)],
        "year": [("delegation__stops__event__held", years)],
    },
)


def write_signed(agreements: Iterable[int]) -> None:
    AGREEMENTS.write(agreements)


def write_travelled(events: Iterable[int]) -> None:
    """Rewrite the entries of all stops of the journeys that these events belong to."""
    journeys = Delegation.objects.filter(stops__event__in=list(events))
    STOPS.write(Stop.objects.filter(delegation__in=journeys).values_list("pk", flat=True))


def follow_records(log_entry: LogEntry) -> None:
    """Update the indexes after a deed on an agreement, a journey, or a merged place or institution in them."""
    match log_entry.record:
        case Agreement(pk=key):
            write_signed([key])
        case Event(pk=key) as event:
            write_travelled([key])
            write_signed(signed_among(let_out_by(event)))
        case Delegation() as delegation:
            write_travelled(_keys(delegation.events))
        case (Place() | Institution()) as merged if log_entry.verb == Verb.MERGE:
            for index in (AGREEMENTS, STOPS):
                index.write(_keys(index.reached_from(merged)))


def signed_among(records: Iterable) -> list[int]:
    """Return the keys of the agreements among what a deed let out."""
    return [record.pk for record in records if isinstance(record, Agreement)]


def _keys(records: Iterable) -> list[int]:
    return list(records.values_list("pk", flat=True))
