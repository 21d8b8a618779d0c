"""Relation of a pair and its numbers of events and agreements, as public at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import OuterRef, QuerySet, Subquery

from newsroom.cooperation.models import Agreement, Event, Stage
from newsroom.places.marks import pair_mark
from newsroom.places.models import Pair


def with_relation(pairs: QuerySet[Pair], at: datetime) -> QuerySet[Pair]:
    """Annotate the latest public stage of each pair: its kind as `relation`, its day as `since`."""
    stages = Stage.objects.public(at).filter(pair=OuterRef("pk")).newest_first()
    return pairs.annotate(relation=Subquery(stages.values("kind")[:1]), since=Subquery(stages.values("reached")[:1]))


def pair_row(pair: Pair, language: str) -> dict:
    """Return a pair (loaded `with_relation`) as a list row."""
    return pair_mark(pair, language) | {
        "relation": str(Stage.Kind(pair.relation).label) if pair.relation else "",
        "since": pair.since,
        "kind": pair.relation or "",
        "partner_key": pair.in_order()[1].pk,
    }


def contacts(pairs: Iterable[int], at: datetime, day: date) -> dict[int, dict]:
    """Return {pair pk: {"events": number, "agreements": number, "last": year or None}} in two queries.

    Counts public events that took place and agreements signed; `last` is the year of the latest one by `day`.
    """
    found = defaultdict(lambda: {"events": 0, "agreements": 0, "last": None})
    for name, model in (("events", Event), ("agreements", Agreement)):
        for key, number, last in model.objects.public(at).by_pair(pairs, day):
            known = found[key]
            known[name] = number
            known["last"] = max(filter(None, (known["last"], last and last.year)), default=None)
    return dict(found)
