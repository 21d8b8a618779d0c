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
from newsroom.cooperation.terms import doubt_of
from newsroom.languages import figures, in_a_row
from newsroom.profiles.pair import history
from newsroom.profiles.pair.records import Loaded
from newsroom.profiles.pair.sides import AWAY, BOTH, HOME

WENT_ON = [status for status in Status if status.went_on]
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

    def statuses(self) -> dict[Status | None, int]:
        """Return the number of texts of each status today; None is that of texts which have none."""
        return {Status(one.status_today) if one.status_today else None: one.of_status for one in self.loaded.agreements}

    def signed(self) -> dict[Status | None, int]:
        """Return the same of what was signed."""
        return {status: number for status, number in self.statuses().items() if status is None or status.was_signed}

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
    signed = told.signed()
    running, endless = signed.get(Status.IN_FORCE, 0), signed.get(Status.NO_END, 0)
    unsure = signed.get(Status.TERM_OVER, 0) + signed.get(Status.UNDATED, 0)
    notes = [
        (running, ngettext("%(count)s in force today", "%(count)s in force today", running)),
        (endless, ngettext("%(count)s with no end stated", "%(count)s with no end stated", endless)),
        (unsure, ngettext("%(count)s whose end is not on record", "%(count)s whose end is not on record", unsure)),
    ]
    note = in_a_row(words % {"count": figures(count)} for count, words in notes if count)
    return {"term": _("Agreements"), "fact": figures(sum(signed.values())), "note": note or _none_in_force(told)}


def _none_in_force(told: Told) -> str:
    """Return the note that no agreement is in force, and that the relation stands if it does; "" if it is not known."""
    if not _all_over(told):
        return ""
    latest = told.latest_stage()
    if latest is not None and not Stage.Kind(latest.kind).is_over:
        return _("the relation stands; no agreement with an end is in force today")
    return _("none in force today")


def _all_over(told: Told) -> bool:
    """Say whether something that was signed is over, and nothing is left of which that is not sure.

    What was renewed or replaced goes on in another text: that is asked for itself if it is of this pair, and not known
    to be over if it is not. What cannot run is passed over.
    """
    dated = [status for status in told.signed() if status]
    over = [status for status in dated if status.is_over]
    elsewhere = any(one.elsewhere for one in told.loaded.agreements if one.status_today in WENT_ON)
    return bool(over) and not elsewhere and all(status.is_over or status.went_on for status in dated)


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
    elif _all_over(told):
        expired = [one for one in told.loaded.agreements if one.status_today == Status.EXPIRED]
        if expired and not {Status.ENDED, Status.ENDED_EARLY} & statuses.keys():
            words = {"year": expired[0].until.year}
            inferred = any(doubt_of(one) for one in expired)
            ended = _("The last agreement with an end ran out in %(year)s (inferred).")
            yield (ended if inferred else _("The last agreement with an end ran out in %(year)s.")) % words
        else:
            yield _("No agreement is in force today.")
