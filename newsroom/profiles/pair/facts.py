"""Facts of a pair, printed under its names, and gaps in the record, with years."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.cooperation.models import Stage
from newsroom.cooperation.status import Status
from newsroom.languages import figures, in_a_row
from newsroom.profiles.pair import history
from newsroom.profiles.pair.records import Loaded
from newsroom.profiles.pair.sides import AWAY, BOTH, HOME

SILENCE = 2  # years without a visit that count as a gap


@dataclass(frozen=True)
class Told:
    """Input of the facts of a pair: sums of all records, the newest records, the language, the day."""

    pair: object
    sums: dict[str, Counter]
    loaded: Loaded
    language: str
    day: date

    def names(self) -> tuple:
        return tuple(place.name_in(self.language) for place in self.pair.in_order())

    def statuses(self) -> dict[Status, int]:
        """Return the number of agreements of each status today."""
        return {Status(one.status_today): one.of_status for one in self.loaded.agreements}

    def latest_stage(self) -> Any:
        return next((stage for stage in self.loaded.stages if stage.pair_id == self.pair.pk), None)


def facts(told: Told) -> list[dict]:
    """Return the rows of `components/facts.html`: relation, visits, agreements, last contact."""
    return [_relation(told), _visits(told), _agreements(told), _last_contact(told)]


def _relation(told: Told) -> dict:
    latest = told.latest_stage()
    if latest is None:
        return {"term": _("Relation"), "fact": _("not on record"), "note": "", "unknown": True}
    note = _("since %(day)s") % {"day": latest.reached.running(told.language)} if latest.reached else ""
    return {"term": _("Relation"), "fact": latest.get_kind_display(), "note": note}


def _visits(told: Told) -> dict:
    came = {side: told.sums[side].total() for side in (HOME, AWAY, BOTH)}
    directions = [
        _("%(count)s to %(place)s") % {"count": figures(came[side]), "place": name}
        for side, name in zip((HOME, AWAY), told.names(), strict=True)
        if came[side]
    ]
    return {"term": _("Visits on record"), "fact": figures(sum(came.values())), "note": in_a_row(directions)}


def _agreements(told: Told) -> dict:
    statuses = told.statuses()
    running, endless = statuses.get(Status.IN_FORCE, 0), statuses.get(Status.NO_END, 0)
    notes = [
        (running, ngettext("%(count)s in force today", "%(count)s in force today", running)),
        (endless, ngettext("%(count)s with no end stated", "%(count)s with no end stated", endless)),
    ]
    note = in_a_row(words % {"count": figures(count)} for count, words in notes if count)
    return {
        "term": _("Agreements"),
        "fact": figures(sum(statuses.values())),
        "note": note or (_("none in force today") if statuses else ""),
    }


def _last_contact(told: Told) -> dict:
    contact = history.last_contact(told.loaded, told.day)
    if contact is None:
        return {"term": _("Last contact"), "fact": _("not on record"), "note": "", "unknown": True}
    when, what = contact
    return {
        "term": _("Last contact"),
        "fact": when.by_day().printed(told.language),
        "note": what.name_in(told.language),
    }


def gaps(told: Told) -> list[str]:
    """Return sentences about what is not on record between the two places, and since when."""
    said = [] if told.latest_stage() else [_("What the two became to each other is not on record.")]
    return [*said, *_unvisited(told), *_without_agreement(told)]


def _unvisited(told: Told) -> Iterator:
    """Yield a sentence for each side without a visit on record, ever or, unless the relation is over, lately."""
    latest = told.latest_stage()
    over = latest is not None and Stage.Kind(latest.kind).is_over
    for side, place in zip((HOME, AWAY), told.names(), strict=True):
        years = told.sums[side] + told.sums[BOTH]
        if not years:
            yield _("No visit to %(place)s is on record.") % {"place": place}
        elif None not in years and max(years) <= told.day.year - SILENCE and not over:
            yield _("No visit to %(place)s is on record since %(year)s.") % {"place": place, "year": max(years)}


def _without_agreement(told: Told) -> Iterator:
    statuses = told.statuses()
    if not statuses:
        yield _("No agreement between the two is on record.")
    elif all(status.is_over for status, number in statuses.items() if number):
        until = next((one.until for one in told.loaded.agreements if one.status_today == Status.EXPIRED), None)
        if until and Status.ENDED_EARLY not in statuses:
            yield _("No agreement has been in force since %(year)s.") % {"year": until.year}
        else:
            yield _("No agreement is in force today.")
