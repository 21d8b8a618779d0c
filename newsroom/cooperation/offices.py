"""Printed offices of people, from their appearances."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from newsroom.cooperation.models import Appearance
from newsroom.cooperation.roll import name_of
from newsroom.cooperation.rows import delegation_row, event_row, journey_told, state_told
from newsroom.dates import timeline_key
from newsroom.languages import Words, in_a_row, namesakes, running_name
from newsroom.people.models import Person
from newsroom.publishing.clock import today_at

MOST = 500  # cap on appearances read: few of the 200 names of a page are namesakes


def appearance_rows(found: Iterable[Appearance], language: str) -> list[dict]:
    """Return appearances (loaded `with_occasions`) as row contexts, newest first, each with its printed `offices`."""
    rows = [_row(one, language) for one in found]
    return sorted(rows, key=lambda row: timeline_key(row["day"]), reverse=True)


def representing_rows(found: Iterable[Appearance], language: str) -> list[dict]:
    """Return such rows for who represented the people of these appearances (loaded `with_occasions`)."""
    return [
        event_row(one.event, language)
        | {
            "offices": None,
            "as": str(state_told(one.event)) or _("for %(name)s") % {"name": _someone(one, language)},
            "small": "",
        }
        for one in found
    ]


def _someone(appearance: Appearance, language: str) -> Words | None:
    return appearance.person.name_in(language) if appearance.person else appearance.printed_in(language)


def _row(appearance: Appearance, language: str) -> dict:
    """Return the row; the part in an event that did not take place is not told, but that it did not."""
    if appearance.event:
        occasion, state = event_row(appearance.event, language), state_told(appearance.event)
        words = [state] if state and appearance.is_presence else _part_in(appearance, language)
    else:
        occasion, state = (
            delegation_row(appearance.delegation, language),
            journey_told(appearance.delegation.itinerary()),
        )
        words = [appearance.get_role_display(), state]
    return occasion | {
        "offices": appearance.printed_in(language),
        "as": in_a_row(str(one) for one in words if one),
        "small": "",
    }


def _part_in(appearance: Appearance, language: str) -> list[str]:
    """Return the parts, and on whose behalf, such as ["spoke", "for Harbourton"]."""
    parts, body = appearance.parts_told(), appearance.body
    return [*parts, _("for %(name)s") % {"name": running_name(name_of(body, language))}] if body else parts


def last_offices(people: Iterable[Person], language: str, at: datetime) -> dict[int, Words]:
    """Return {person pk: offices printed last on a page public at `at`}, of namesakes among `people` only."""
    alike = namesakes(people, language)
    mine = list(Appearance.objects.filter(person__in=alike).values_list("pk", flat=True)[:MOST]) if alike else []
    seen = Appearance.objects.public(at).filter(pk__in=mine)
    found = {person.pk: [] for person in alike}
    for appearance in seen.with_occasions(at, today_at(at)) if mine else ():
        found[appearance.person_id].append(appearance)
    told = {key: [row["offices"] for row in appearance_rows(rows, language)] for key, rows in found.items()}
    return {key: next(filter(None, offices)) for key, offices in told.items() if any(offices)}
