"""What two places are to each other, and how much there is between them, as far as readers may know at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import OuterRef, QuerySet, Subquery

from newsroom.cooperation.models import Agreement, Event, Stage
from newsroom.places.marks import pair_mark
from newsroom.places.models import Pair


def with_relation(pairs: QuerySet[Pair], at: datetime) -> QuerySet[Pair]:
    """Annotate the latest stage of each pair that is public at `at`: its kind as `relation`, its day as `since`."""
    stages = Stage.objects.public(at).filter(pair=OuterRef("pk")).newest_first()
    return pairs.annotate(relation=Subquery(stages.values("kind")[:1]), since=Subquery(stages.values("reached")[:1]))


def pair_row(pair: Pair, language: str) -> dict:
    """Return a pair, loaded `with_relation`, as a row of a list."""
    return pair_mark(pair, language) | {
        "relation": str(Stage.Kind(pair.relation).label) if pair.relation else "",
        "since": pair.since,
        "kind": pair.relation or "",
        "country": pair.in_order()[1].country,
    }


def contacts(pairs: Iterable[int], at: datetime, day: date) -> dict[int, dict]:
    """Say of these pairs, by their keys, what readers may know: how many `events` took place and `agreements`
    were signed, and in which year the last of them was, by `day` (`last`, a year or None). Two questions.
    """
    found = defaultdict(lambda: {"events": 0, "agreements": 0, "last": None})
    for name, model in (("events", Event), ("agreements", Agreement)):
        for key, number, last in model.objects.public(at).by_pair(pairs, day):
            known = found[key]
            known[name] = number
            known["last"] = max(filter(None, (known["last"], last and last.year)), default=None)
    return dict(found)
