"""What two places are to each other on a day: one rule, used by the pair's page, all lists and the front page.

The relation is the highest stage that has begun and not ended, dated or not. It has ended with a stage that says so,
and with either of its places. A pair that continues another one goes on with its relation.

What is on record without a day, or with one not known exactly, is true of today. Of an earlier day the relation is told
only where it is the same whether or not that had happened by then (`on_earlier_day`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from newsroom.cooperation.models import Stage
from newsroom.dates import Day, timeline_key
from newsroom.places.models import Pair, Place
from newsroom.publishing.clock import today_at

Begun = Callable[[Day | None], bool]  # whether something with this day has begun
LONGEST = 9  # pairs that continue one another
RANKS = {kind: rank for rank, kind in enumerate(Stage.Kind.closest_first())}


@dataclass(frozen=True)
class Relation:
    """What a pair is; `kind` is "" where no stage is on record, "ended" where the relation is over."""

    kind: str = ""
    stage: Stage | None = None  # the highest one; of an ended relation the one that ended last
    since: Day | None = None
    inferred: bool = False  # the day in `since`, or of an ended relation the one in `until`
    until: Day | None = None
    earlier: tuple["Earlier", ...] = field(default=())  # the oldest first

    @property
    def is_over(self) -> bool:
        return self.kind == Stage.Kind.ENDED


@dataclass(frozen=True)
class Earlier:
    """The time with a pair that was continued: its highest stage's day, and the day of its end."""

    pair: Pair
    relation: Relation  # as it was before its end
    until: Day | None
    inferred: bool  # the day in `until`


def relations_of(pairs: Iterable[Pair], at: datetime, day: date) -> dict[int, Relation]:
    """Return {pair pk: relation on `day`}, of stages public at `at`, for pairs loaded with their places."""
    pairs = list(pairs)
    before = earlier_pairs(pairs)
    keys = {pair.pk for pair in (*pairs, *before.values())}
    stages = defaultdict(list)
    for stage in Stage.objects.public(at).filter(pair__in=keys):
        stages[stage.pair_id].append(stage)
    told = relation_of if day >= today_at(at) else on_earlier_day
    return {pair.pk: told(pair, stages, before, day) for pair in pairs}


def earlier_pairs(pairs: Iterable[Pair]) -> dict[int, Pair]:
    """Return {pk: pair} of all that these pairs continue, step by step, loaded with their places."""
    found: dict[int, Pair] = {}
    keys = {pair.continues_id for pair in pairs} - {None}
    for _step in range(LONGEST):
        if not keys:
            break
        more = Pair.objects.with_places().in_bulk(keys)
        found |= more
        keys = {pair.continues_id for pair in more.values()} - {None} - found.keys()
    return found


def relation_of(pair: Pair, stages: dict[int, list], before: dict[int, Pair], day: date) -> Relation:
    """Return the relation of one pair; `stages` by pair, `before` as `earlier_pairs` returns it."""
    return _relation_if(pair, stages, before, partial(has_begun, day=day))


def on_earlier_day(pair: Pair, stages: dict[int, list], before: dict[int, Pair], day: date) -> Relation:
    """Return the relation on a day before today; none where it rests on what may not have happened by then."""
    surely = _relation_if(pair, stages, before, partial(surely_begun, day=day))
    perhaps = _relation_if(pair, stages, before, partial(has_begun, day=day))
    return surely if surely.kind == perhaps.kind and not _rests_on_another_pair(surely) else Relation()


def _rests_on_another_pair(relation: Relation) -> bool:
    """Return whether it is only the relation of a pair that it continues, which had not ended yet."""
    return bool(relation.earlier) and relation.stage is None and relation.earlier[-1].until is None


def _relation_if(pair: Pair, stages: dict[int, list], before: dict[int, Pair], begun: Begun) -> Relation:
    own = [stage for stage in stages.get(pair.pk, ()) if begun(stage.reached)]
    ends = [stage for stage in own if ends_relation(stage, pair)]
    gone = _gone(pair, begun)
    if gone is None:
        held = highest(stage for stage in own if not any(_over_by(stage, end) for end in ends))
        if held or not ends:
            return _carried_on(pair, held, own, stages, before, begun)
    last = max(ends, key=lambda stage: timeline_key(stage.reached), default=None)
    was = highest(own)
    return _ended(last, gone, was) if last or _carried_on(pair, was, own, stages, before, begun).kind else Relation()


def ends_relation(stage: Stage, pair: Pair) -> bool:
    """Return whether a stage ends its pair's relation. "Taken over" of a pair that continues another is a beginning."""
    return stage.kind == Stage.Kind.ENDED or (stage.kind == Stage.Kind.TAKEN_OVER and pair.continues_id is None)


def highest(stages: Iterable[Stage]) -> Stage | None:
    """Return the highest stage that lasts, the first of equal ones by day, or None."""
    lasting = [stage for stage in stages if not Stage.Kind(stage.kind).is_over]
    return min(lasting, key=lambda stage: (RANKS[stage.kind], _first(stage), stage.pk), default=None)


def _gone(pair: Pair, begun: Begun) -> Place | None:
    """Return the place of the pair that has ended, the one that ended first."""
    gone = [place for place in (pair.first, pair.second) if place.ended and begun(place.ended)]
    return min(gone, key=lambda place: timeline_key(place.ended), default=None)


def has_begun(when: Day | None, day: date) -> bool:
    """Return whether a day is not known, or has begun by `day`."""
    return when is None or timeline_key(when)[0] <= day


def surely_begun(when: Day | None, day: date) -> bool:
    """Return whether a day is over by `day`, whichever it was; of an open range the beginning counts."""
    last = when and (when.latest or when.earliest)
    return last is not None and last <= day


def _first(stage: Stage) -> tuple:
    return stage.reached is None, timeline_key(stage.reached)


def _over_by(stage: Stage, end: Stage) -> bool:
    """Return whether `end` ended this stage: every one but those that surely came later."""
    earliest = stage.reached.earliest if stage.reached else None
    return not (earliest and end.reached and end.reached.latest and earliest > end.reached.latest)


def _ended(end: Stage | None, gone: Place | None, was: Stage | None) -> Relation:
    """Return an ended relation; its day is the stage's, else that of the place."""
    if end and end.reached and not (gone and end.kind == Stage.Kind.TAKEN_OVER):
        return Relation(Stage.Kind.ENDED, was, until=end.reached, inferred=end.reached_inferred)
    return Relation(Stage.Kind.ENDED, was, until=gone.ended if gone else None)


def _carried_on(
    pair: Pair, held: Stage | None, own: list, stages: dict[int, list], before: dict[int, Pair], begun: Begun
) -> Relation:
    """Return the relation of a pair that has not ended, with that of the pair it continues."""
    mine = Relation(held.kind, held, held.reached, held.reached_inferred) if held else Relation()
    previous = before.get(pair.continues_id or 0)
    past = _as_it_was(previous, stages, before, begun) if previous else None
    if past is None or (_stands_apart(held, past) if held else _was_ended(past.pair, stages, begun)):
        return mine
    took = next((stage for stage in own if stage.kind == Stage.Kind.TAKEN_OVER), None)
    since, since_inferred = _day_of(held or took)
    until, until_inferred = (past.until, past.inferred) if past.until else (since, since_inferred)
    earlier = (*past.relation.earlier, Earlier(past.pair, past.relation, until, until_inferred))
    return Relation(past.relation.kind, held, since, since_inferred, earlier=earlier)


def _stands_apart(held: Stage, past: Earlier) -> bool:
    """Return whether a stage is another than that of the pair before, or years lie between: it does not carry it on."""
    if held.kind != past.relation.kind:
        return True
    if not (past.until and past.until.latest and held.reached and held.reached.earliest):
        return False
    return held.reached.earliest.year - past.until.latest.year > 1


def _as_it_was(pair: Pair, stages: dict[int, list], before: dict[int, Pair], begun: Begun) -> Earlier | None:
    """Return the relation of a pair before it ended, None if none is on record; of its end the day."""
    own = [stage for stage in stages.get(pair.pk, ()) if begun(stage.reached)]
    relation = _carried_on(pair, highest(own), own, stages, before, begun)
    if not relation.kind:
        return None
    gone = _gone(pair, begun)
    ends = [stage for stage in own if ends_relation(stage, pair)]
    ended = _ended(max(ends, key=lambda stage: timeline_key(stage.reached), default=None), gone, None)
    return Earlier(pair, relation, ended.until, ended.inferred)


def _was_ended(pair: Pair, stages: dict[int, list], begun: Begun) -> bool:
    """Return whether a side ended the relation, and not the end of a place: there was none left to carry on."""
    gone = _gone(pair, begun)
    ends = [one for one in stages.get(pair.pk, ()) if one.kind == Stage.Kind.ENDED and begun(one.reached)]
    return any(gone is None or _surely_before(one.reached, gone.ended) for one in ends)


def _surely_before(one: Day | None, other: Day) -> bool:
    return bool(one and one.latest and other.earliest and one.latest < other.earliest)


def _day_of(stage: Any) -> tuple[Day | None, bool]:
    return (stage.reached, stage.reached_inferred) if stage and stage.reached else (None, False)
