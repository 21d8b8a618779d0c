"""Template contexts of a person's page, made from loaded appearances and tenures."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from newsroom.dates import Day, timeline_key


def offices(rows: Iterable[dict]) -> list[dict]:
    """Return the printed offices, each with its `days`, the one printed last first.

    Of more than two days only the first and the last are told, and how many there are (`times`): never a span, which
    would read as a term of office.
    """
    days = {}
    for row in rows:
        if row["offices"]:
            days.setdefault(row["offices"], []).append(row["day"])
    return [_printed(printed, _each_once(day for day in reversed(on) if day)) for printed, on in days.items()]


def _each_once(days: Iterable[Day]) -> list[Day]:
    """Return the days in their order, each whole; one that is stated once and inferred another time as stated."""
    found: dict[Day, Day] = {}
    for day in (day.by_day() for day in days):
        if day not in found or not day.inferred:
            found[day] = day
    return list(found.values())


def printed(appearances: list[dict], signatures: Iterable, language: str) -> list[dict]:
    """Return the rows that print an office, newest first: appearances, and the words after "signed as"."""
    signed = [{"offices": party.signed_as_in(language), "day": party.agreement.signed} for party in signatures]
    known = [row for row in [*appearances, *signed] if row["offices"]]
    return sorted(known, key=lambda row: timeline_key(row["day"]), reverse=True)


def _printed(offices: Any, days: list[Day]) -> dict:
    told = [days[0], days[-1]] if len(days) > 2 else days
    return {"offices": offices, "days": told, "times": len(days)}


def offices_on(day: date, terms: Iterable[dict], rows: list[dict]) -> dict:
    """Return what is known of the offices on a day: {"held", "open", "that_day", "before", "after"}.

    `held` are the terms (of `tenures`) that surely include it, `open` those of which that is not on record. Of the
    printed offices (`rows` as `printed` returns them) those of that day, and of the nearest days before and after it.
    """
    inside = [(term, _surely_inside(day, term)) for term in terms if _perhaps_inside(day, term)]
    dated = [row for row in rows if row["day"]]
    before = [row for row in dated if (row["day"].latest or day) < day]
    after = [row for row in dated if (row["day"].earliest or day) > day]
    return {
        "held": [term for term, is_sure in inside if is_sure],
        "open": [term for term, is_sure in inside if not is_sure],
        "that_day": [row for row in dated if row["day"].precision in ("day", "half") and row["day"].contains(day)],
        "before": before[:1],
        "after": after[-1:],
    }


def _surely_inside(day: date, term: dict) -> bool:
    """Return whether a term has begun and not ended, whichever day its two ends were; both are on record."""
    began, ended = term["began"], term["ended"]
    if not (began and began.latest and ended and ended.earliest):
        return False
    return began.latest <= day <= ended.earliest


def _perhaps_inside(day: date, term: dict) -> bool:
    began, ended = term["began"], term["ended"]
    begun = not (began and began.earliest and began.earliest > day)
    return begun and not (ended and ended.latest and ended.latest < day)


def tenures(found: Iterable, language: str) -> list[dict]:
    """Return the tenures with their sources, the latest beginning first."""
    rows = [
        {
            "office": tenure.office.name_in(language),
            "began": tenure.began,
            "ended": tenure.ended,
            "acting": tenure.acting,
            "citations": [citation.entry_in(language) for citation in tenure.citations.all()],
        }
        for tenure in found
    ]
    return sorted(rows, key=lambda row: timeline_key(row["began"] or row["ended"]), reverse=True)
