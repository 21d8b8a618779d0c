"""Sentences about what is not on record between two places, and since when.

Each is said only where no record contradicts it, and only of records that are whole: from the year that the office
names, else of the records of this site. A sentence about the time after a year is never "since" it.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.cooperation.contacts import inferred_of
from newsroom.cooperation.status import Status
from newsroom.cooperation.terms import doubt_of
from newsroom.languages import running_name
from newsroom.profiles.pair.facts import Told, all_over
from newsroom.profiles.pair.sides import AWAY, HOME

SILENCE = 2  # years without a visit that are told


def absences(told: Told) -> list[str]:
    """Return the sentences; the more general ones first."""
    return [*_unrelated(told), *_unvisited(told), *_without_agreement(told)]


def _unrelated(told: Told) -> Iterator[str]:
    if not told.relation.kind and not told.loaded.stages and not told.doubts.relations():
        yield _("What the two became to each other is not on record.")


def _unvisited(told: Told) -> Iterator[str]:
    """Yield a sentence for each side without a visit, ever or, unless the relation is over, lately."""
    for side, place in zip((HOME, AWAY), told.pair.in_order(told.language), strict=True):
        years = set(told.sums[side])
        if _is_to_tell(years, told):
            last = max(years, default=0)
            told_of = max(last, (told.whole_since or 0) - 1)  # the sentence is about the years after this one
            if not any(year is None or year > told_of for year in told.doubts.visits(to=place.pk)):
                is_inferred = told.sums[side][last] == told.sums[inferred_of(side)][last]
                yield _no_visit(running_name(place.name_in(told.language)), last, is_inferred, told)


def _is_to_tell(years: set, told: Told) -> bool:
    """Return whether no visit is on record or, in a living relation, none of late. An unknown day may be late."""
    if not years:
        return True
    return None not in years and max(years) <= told.day.year - SILENCE and not told.relation.is_over


def _no_visit(place: str, after: int, is_inferred: bool, told: Told) -> str:
    """Return the sentence; `after` is the year of the last visit, 0 for none."""
    words = {"place": place, "scope": told.scope, "year": after}
    if not after or (told.whole_since and told.whole_since > after + 1):
        return _("No visit to %(place)s is found %(scope)s.") % words
    if is_inferred:
        return _("No visit to %(place)s after %(year)s (inferred) is found %(scope)s.") % words
    return _("No visit to %(place)s after %(year)s is found %(scope)s.") % words


def _without_agreement(told: Told) -> Iterator[str]:
    statuses = told.statuses
    if told.is_doubtful:
        return
    if not statuses:
        yield _("No agreement between the two is found %(scope)s.") % {"scope": told.scope}
    elif all_over(told):
        yield _no_longer(told)


def _no_longer(told: Told) -> str:
    """Return when the last agreement with an end ran out, or only that none is in force.

    The latter where one was ended, or was extended by a text that is not of the two.
    """
    expired = [one for one in told.loaded.agreements if one.status_today == Status.EXPIRED]
    ended = {Status.ENDED, Status.ENDED_EARLY} & told.statuses.keys()
    if not expired or ended or told.loaded.statuses[Status.EXPIRED].extended_apart:
        return _("No agreement on record is in force today.")
    inferred = any(doubt_of(one) for one in expired)
    inferred_end = _("The last agreement with an end ran out in %(year)s (inferred).")
    return (inferred_end if inferred else _("The last agreement with an end ran out in %(year)s.")) % {
        "year": told.loaded.statuses[Status.EXPIRED].until.year
    }
