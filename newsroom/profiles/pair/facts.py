"""Facts of a pair, printed under its names."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from newsroom.cooperation.doubts import Doubts
from newsroom.cooperation.models import Event
from newsroom.cooperation.relation import Relation
from newsroom.cooperation.status import Status
from newsroom.cooperation.wording import since
from newsroom.dates import Day, marked_inferred
from newsroom.languages import figures, in_a_row, running_name
from newsroom.pages.as_of import AsOf
from newsroom.places.models import Pair
from newsroom.profiles.pair.records import Loaded, Records
from newsroom.profiles.pair.scope import scope
from newsroom.profiles.pair.sides import AWAY, HOME
from newsroom.profiles.relations import relation_words

WENT_ON = [status for status in Status if status.went_on]


@dataclass(frozen=True)
class Told:
    """Input of the facts of a pair: its records, their sums, the newest of them, its relation, the language, the day.

    `sums` are those of the day too.

    `continued` names the partners of the pairs that continue it, each with the day since which they do, or None.
    """

    records: Records
    sums: dict[str, Counter]
    loaded: Loaded
    relation: Relation
    contact: Any  # the last event or agreement of both sides, or None
    doubts: Doubts
    whole_since: int | None  # the first year of which the records are whole
    language: str
    on: AsOf
    continued: tuple = ()

    @property
    def pair(self) -> Pair:
        return self.records.pair

    @property
    def day(self) -> date:
        return self.on.day

    def names(self) -> tuple:
        return tuple(place.name_in(self.language) for place in self.pair.in_order(self.language))

    @cached_property
    def statuses(self) -> dict[Status | None, int]:
        return by_status(self.loaded)

    @cached_property
    def signed(self) -> dict[Status | None, int]:
        return signed_by_status(self.loaded)

    @cached_property
    def scope(self) -> str:
        return scope(self.whole_since, self.records.at)

    @cached_property
    def is_doubtful(self) -> bool:
        """Return whether agreements are on record near the two that are not counted."""
        return self.doubts.agreements(self.records.agreements)


def by_status(loaded: Loaded) -> dict[Status | None, int]:
    """Return the number of texts of each status today; None is that of texts which have none."""
    return {Status(status) if status else None: group.texts for status, group in loaded.statuses.items()}


def signed_by_status(loaded: Loaded) -> dict[Status | None, int]:
    """Return the same of what was signed."""
    return {key: number for key, number in by_status(loaded).items() if key is None or key.was_signed}


def facts(told: Told) -> list[dict]:
    """Return the rows of `components/facts.html`: relation, visits, agreements, last contact."""
    return [*_relation(told), _visits(told), _agreements(told), *_last_contact(told)]


def _relation(told: Told) -> list[dict]:
    """Return the relation; nothing where only the districts or the wider places are on record as related."""
    if not told.relation.kind:
        if told.doubts.relations():
            return []
        return [{"term": _("Relation"), "fact": _("not on record"), "note": "", "about": "relation", "unknown": True}]
    said = relation_words(told.pair, told.relation, told.language)
    notes = [said["when"], *(_continued(*one, told.language) for one in told.continued if told.relation.is_over)]
    common = said["common"] if said["local"] else ""
    note = pgettext("between clauses", ", ").join(str(words) for words in (common, *notes) if words)
    return [{"term": _("Relation"), "fact": said["local"] or said["relation"], "note": note, "about": "relation"}]


def _continued(partner: str, day: Day | None, inferred: bool, language: str) -> str:
    if day is None:
        return _("continued by %(place)s") % {"place": partner}
    words = {"place": partner, "since": since(day, inferred=inferred)}
    return _("continued by %(place)s %(since)s") % words


def _visits(told: Told) -> dict:
    came = {side: told.sums[side].total() for side in (HOME, AWAY)}
    directions = [
        _("%(count)s to %(place)s") % {"count": figures(came[side]), "place": running_name(name)}
        for side, name in zip((HOME, AWAY), told.names(), strict=True)
        if came[side]
    ]
    number, note = figures(sum(came.values())), in_a_row(directions)
    return {"term": _("Visits on record"), "fact": number, "note": note, "about": "visit"}


def _agreements(told: Told) -> dict:
    signed = told.signed
    running, endless = signed.get(Status.IN_FORCE, 0), signed.get(Status.NO_END, 0)
    extended = signed.get(Status.EXTENDED, 0)
    unsure = sum(signed.get(status, 0) for status in (Status.TERM_OVER, Status.UNDATED, Status.MAYBE_OVER))
    notes = [
        (running, ngettext("%(count)s in force", "%(count)s in force", running)),
        (endless, ngettext("%(count)s with no end stated", "%(count)s with no end stated", endless)),
        (extended, ngettext("%(count)s extended", "%(count)s extended", extended)),
        (unsure, ngettext("%(count)s whose end is not on record", "%(count)s whose end is not on record", unsure)),
    ]
    note = in_a_row(words % {"count": figures(count)} for count, words in notes if count)
    number, note = figures(sum(signed.values())), note or _none_in_force(told)
    return {"term": _("Agreements"), "fact": number, "note": note, "about": "agreement"}


def _none_in_force(told: Told) -> str:
    """Return the note that no agreement is in force, and that the relation stands if it does; "" if it is not known."""
    if told.is_doubtful or not all_over(told):
        return ""
    if told.relation.kind and not told.relation.is_over:
        return _("the relation stands; no agreement with an end is in force")
    return _("none in force")


def all_over(told: Told) -> bool:
    """Return whether something that was signed is over, and nothing is left of which that is not sure.

    What was renewed or replaced goes on in another text: that is asked for itself if it is of this pair, and not known
    to be over if it is not. What cannot run is passed over.
    """
    dated = [status for status in told.signed if status]
    over = [status for status in dated if status.is_over]
    elsewhere = any(group.elsewhere for status, group in told.loaded.statuses.items() if status in WENT_ON)
    unsure = elsewhere or Status.OVERDUE in told.statuses  # perhaps it was signed
    return bool(over) and not unsure and all(status.is_over or status.went_on for status in dated)


def _may_have_signed(told: Told) -> bool:
    """Return whether they have a text that was signed, or may have been, on a day that is not on record."""
    return bool(told.statuses.keys() - {Status.PLANNED, Status.INITIALLED})


def _last_contact(told: Told) -> list[dict]:
    """Return the last contact; nothing where there may have been one that is not on record as such."""
    what = told.contact
    if what is None:
        if not told.on.is_today or told.doubts.meetings() or told.is_doubtful or _may_have_signed(told):
            return []
        unknown = {"fact": _("not on record"), "note": told.scope, "unknown": True}
        return [{"term": _("Last contact"), "about": "contact", **unknown}]
    is_event = isinstance(what, Event)
    when, inferred = (what.held, what.held_inferred) if is_event else (what.signed, what.signed_inferred)
    return [
        {
            "term": _("Last contact"),
            "fact": marked_inferred(when.by_day().printed(told.language), inferred),
            "note": what.name_in(told.language),
            "about": "contact",
        }
    ]
