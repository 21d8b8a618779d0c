"""Template contexts of a pair's page, made from loaded, public records without queries."""

from collections import Counter
from datetime import date
from typing import Any
from unicodedata import east_asian_width
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.cooperation.definitions import of_status
from newsroom.cooperation.rows import kind_apart
from newsroom.cooperation.status import Status
from newsroom.languages import running_name
from newsroom.places.marks import pair_mark
from newsroom.plots import by_year
from newsroom.profiles.pair import history
from newsroom.profiles.pair.absences import absences
from newsroom.profiles.pair.facts import Told, facts
from newsroom.profiles.pair.records import OF_EACH_STATUS, PART, Loaded
from newsroom.profiles.pair.sides import AWAY, HOME

WORTH_A_PLOT = 6  # visits and agreements together: of fewer the timeline says more


def pair_head(pair: Any, language: str) -> dict[str, object]:
    """Return the heading of a pair's page, the same on every page of its timeline."""
    mark = pair_mark(pair, language)
    sides = {
        "home": _("In %(place)s") % {"place": running_name(mark["home"])},
        "away": _("In %(place)s") % {"place": running_name(mark["partner"])},
    }
    return {"pair": mark, "sides": sides, **twin_head(pair, language)}


def twin_head(pair: Any, language: str) -> dict:
    """Return the two names as context of `components/twin.html`."""
    home, partner = pair.in_order(language)
    names = [place.name_in(language) for place in (home, partner)]
    return {
        "home": _large(home, language),
        "partner": _large(partner, language),
        "long": sum(map(_width, names)) > 18,
    }


def _width(name: str) -> int:
    """Return the display width of a name in Latin letters; a Chinese character counts as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in name)


def _large(place: Any, language: str) -> dict:
    return {
        "name": place.name_in(language),
        "other": place.twin_name_in(language) or "",
        "within": place.parent and not place.listed_alone() and place.parent.name_in(language),
        "address": place.address_in(language),
    }


def timeline(pair: Any, loaded: Loaded, sources: dict, *, language: str, day: date) -> list[dict]:
    """Return the years of one page of the timeline, cut to the newest `PART` of the loaded records."""
    return history.by_year(history.entries(pair, loaded, sources, language=language, day=day)[:PART])


def overview(told: Told, sources: dict) -> dict[str, object]:
    """Return what surrounds the timeline on its first page; the day of `told` decides what is in force.

    What is not on record of an earlier day nobody has asked: no absence is said of it.
    """
    pair, language = told.pair, told.language
    return {
        "facts": facts(told),
        "gaps": absences(told) if told.on.is_today else [],
        "ladder": history.ladder(pair, told.loaded.stages, sources, at=told.records.at, language=language),
        "agreements": by_status(pair, told.loaded, told.on.asked(), language),
    }


def plot(sums: dict[str, Counter], *, until: int) -> Any:
    """Return a plot of visits over agreements by year, or None if there are too few."""
    visits = sums[HOME] + sums[AWAY]
    if visits.total() + sums["signed"].total() < WORTH_A_PLOT:
        return None
    return by_year(visits, sums["signed"], until=until)


def by_status(pair: Any, loaded: Loaded, kept: dict, language: str) -> list[dict]:
    """Group the newest agreements by status, those without one last; `all` is the register if there are more.

    `kept` is asked there too: the day.
    """
    groups = []
    for status in (*Status.in_force_first(), None):
        rows = [one for one in loaded.agreements if one.status_today == (status or "")]
        if not rows:
            continue
        asked = {"pair": pair.slug} | ({"status": status.value} if status else {}) | kept
        more = f"{reverse('agreements', args=[language])}?{urlencode(asked)}"
        groups.append(
            {
                "status": status.label if status else _("without a term"),
                "about": of_status(status),
                "in_force": bool(status and status.is_in_force),
                # Named members of a bundle weigh nothing beside it, and stand alone where it has another status.
                "count": loaded.statuses[status or ""].texts or len(rows),
                "agreements": [_agreement(one, language) for one in rows[: OF_EACH_STATUS - 1]],
                "all": more if len(rows) >= OF_EACH_STATUS else "",
            }
        )
    return groups


def _agreement(agreement: Any, language: str) -> dict:
    return {
        "title": agreement.name_in(language),
        "address": agreement.address_in(language),
        "kind": kind_apart(agreement, language),
        "signed": agreement.signed,
        "term": agreement.term,
        "count": agreement.count,
        "with_others": agreement.with_others,
    }


def tied(institutions: Any, language: str) -> list[dict]:
    """Return the institutions that are parties to agreements as links."""
    return [
        {"name": institution.name_in(language), "address": institution.address_in(language)}
        for institution in institutions
    ]


def follow_up_rows(follow_ups: Any, sources: dict, language: str) -> list[dict]:
    """Return the follow-ups with their agreements and sources, newest first."""
    return [
        {
            "day": one.happened,
            "words": one.words_in(language),
            "link": one.link,
            "citations": sources.get(("follow-up", one.pk), []),
            "agreement": one.agreement.name_in(language),
            "address": one.agreement.address_in(language),
        }
        for one in follow_ups
    ]


def all_stories(record: Any, language: str) -> str:
    """Return the URL of the list of stories about a pair or a place."""
    return f"{reverse('news', args=[language])}?{urlencode({record.view_name: record.slug})}"
