"""Timeline of a pair and the stages of its relation, as template contexts.

The records come loaded with what their names are made of; the only query is whether the maker of a stage is public.
"""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import Any

from django.utils.translation import gettext as _

from newsroom.cooperation.definitions import of_kind
from newsroom.cooperation.models import Event, Stage
from newsroom.cooperation.queries import AgreementQuerySet, EventQuerySet, StageQuerySet
from newsroom.cooperation.rows import status_words
from newsroom.dates import timeline_key
from newsroom.places.marks import pair_mark
from newsroom.profiles.pair.parts import anchor
from newsroom.profiles.pair.records import Loaded
from newsroom.profiles.pair.sides import AWAY, BOTH, HOME, side_of
from newsroom.profiles.relations import former_partner

# Within a day a higher rank is later, as in `OnTimeline`.
RANK = {kind.told_as: kind.rank for kind in (EventQuerySet, AgreementQuerySet, StageQuerySet)}
PAUSE = 3  # years without an entry that the timeline prints as a pause


def entries(pair: Any, loaded: Loaded, differing: dict, *, language: str, day: date) -> list[dict]:
    """Return the records as entries of `components/timeline.html`, newest first, those without a day last.

    `differing` is {(kind, pk): [source, …]}; an entry lists those sources that say something else.
    """
    told = [(("event", event.pk), _of_event(event, pair, language)) for event in loaded.events]
    told += [(("agreement", one.pk), _of_agreement(one, pair, language, day)) for one in loaded.agreements]
    told += [(("stage", one.pk), _of_stage(one, pair, language)) for one in loaded.stages if one.pair_id == pair.pk]
    told.sort(key=lambda one: (timeline_key(one[1]["day"]), RANK[one[0][0]], one[0][1]), reverse=True)
    return [
        entry | {"differing": [source for source in differing.get(key, ()) if source["says"]]} for key, entry in told
    ]


def by_year(told: list[dict]) -> list[dict]:
    """Group entries by year for `components/timeline.html`, with the pauses between."""
    years = [
        {"year": year, "anchor": anchor(year), "entries": list(group), "pause": None}
        for year, group in groupby(told, key=lambda entry: _year(entry["day"]))
    ]
    for later, earlier in pairwise(years):
        if later["year"] and earlier["year"]:
            later["pause"] = _pause(told, before=later["year"])
    return years


def _pause(told: list[dict], *, before: int) -> dict | None:
    """Return the years before this one of which no entry may be, if there are enough to tell of."""
    begun = [entry["day"] for entry in told if entry["day"] and _year(entry["day"]) < before]
    first = max(map(_last_year, begun), default=0) + 1
    if before - first < PAUSE or any(_may_be_of(entry["day"], first, before - 1) for entry in told):
        return None
    return {"first": first, "last": before - 1}


def ladder(pair: Any, stages: Iterable, sources: dict, *, at: datetime, language: str) -> list[dict]:
    """Return the stages, those without a day first, then the oldest, as context of `profiles/ladder.html`.

    Stages of a pair that this one continues carry that pair's mark; a public agreement that made a stage is named.
    The first of a kind leads to what that kind means.
    """
    rungs, before, seen = [], {}, set()
    for stage in sorted(stages, key=lambda stage: (timeline_key(stage.reached), stage.pk)):
        made_by = stage.agreement if stage.agreement and stage.agreement.is_public(at) else None
        kind = Stage.Kind(stage.kind)
        rungs.append(
            {
                "kind": _step(stage, pair, language),
                "about": "" if kind in seen else of_kind(kind),
                "day": stage.reached,
                "word": stage.word_in(language),
                "made_by": made_by and {"name": made_by.name_in(language), "address": made_by.address_in(language)},
                "ended_by": stage.ended_by and stage.ended_by.name_in(language),
                "over": kind.is_over,
                "upgrade": kind.is_upgrade_of(before.get(stage.pair_id)) and stage.reached is not None,
                "of": None if stage.pair_id == pair.pk else pair_mark(stage.pair, language),
                "sources": sources.get(("stage", stage.pk), []),
            }
        )
        seen.add(kind)
        if stage.reached:
            before[stage.pair_id] = stage.kind
    return rungs


def _step(stage: Stage, pair: Any, language: str) -> str:
    """Return the word of a stage; "Taken over" says by whom the relation went on, or from whom it came."""
    if stage.kind != Stage.Kind.TAKEN_OVER:
        return stage.said_in(language)
    if stage.pair.continues_id is None:
        return _("Taken over by another pair")
    if stage.pair_id != pair.pk:
        return _("Taken over from an earlier pair")
    return _("Taken over from %(place)s") % {"place": former_partner(pair.continues, pair, language)}


def _of_event(event: Event, pair: Any, language: str) -> dict:
    places = [place.name_in(language) for place in event.places.all()]
    return {
        "side": side_of(event, pair, language),
        "kind": "visit" if event.received() else "event",
        "day": event.held,
        "where": places[0] if len(places) == 1 else "",
        "what": event.name_in(language),
        "address": event.address_in(language),
        "status": "" if event.state == event.State.TOOK_PLACE else event.get_state_display(),
    }


def _of_agreement(agreement: Any, pair: Any, language: str, day: date) -> dict:
    home, partner = pair.in_order(language)
    return {
        "side": {home.pk: HOME, partner.pk: AWAY}.get(agreement.signed_in_id, BOTH),
        "kind": "agreement",
        "day": agreement.signed,
        "where": "",
        "what": agreement.name_in(language),
        "address": agreement.address_in(language),
        "status": status_words(agreement, language, day),
    }


def _of_stage(stage: Stage, pair: Any, language: str) -> dict:
    ender = _("by %(place)s") % {"place": stage.ended_by.name_in(language)} if stage.ended_by else ""
    return {
        "side": BOTH,
        "kind": "stage",
        "day": stage.reached,
        "where": "",
        "what": _step(stage, pair, language),
        "address": "",
        "status": stage.word_in(language) or ender,
    }


def _may_be_of(day: Any, first: int, last: int) -> bool:
    """Return whether an entry of this day, None for unknown, may be of one of these years."""
    if day is None:
        return True
    begun = day.earliest is None or day.earliest.year <= last
    return begun and (day.latest is None or day.latest.year >= first)


def _last_year(day: Any) -> int:
    """Return the last year that a day may mean, as far as known."""
    return (day.latest or day.earliest).year


def _year(day: Any) -> int | None:
    return timeline_key(day)[0].year if day else None
