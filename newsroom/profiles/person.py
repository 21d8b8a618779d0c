"""Template contexts of a person's page, made from loaded appearances and tenures."""

from collections.abc import Iterable
from typing import Any

from newsroom.dates import Day, timeline_key


def offices(rows: Iterable[dict]) -> list[dict]:
    """Return the printed offices, each with its `days`, the one printed last first.

    More than two days become the `span` from the first to the last, with their number in `times`.
    """
    days = {}
    for row in rows:
        if row["offices"]:
            days.setdefault(row["offices"], []).append(row["day"])
    return [_printed(printed, [day for day in reversed(on) if day]) for printed, on in days.items()]


def printed(appearances: list[dict], signatures: Iterable, language: str) -> list[dict]:
    """Return the rows that print an office, newest first: appearances, and the words after "signed as"."""
    signed = [{"offices": party.signed_as_in(language), "day": party.agreement.signed} for party in signatures]
    known = [row for row in [*appearances, *signed] if row["offices"]]
    return sorted(known, key=lambda row: timeline_key(row["day"]), reverse=True)


def _printed(offices: Any, days: list) -> dict:
    inferred = len(days) > 2 and (days[0].inferred or days[-1].inferred)
    span = Day(days[0].begin, days[-1].end, inferred).by_day() if len(days) > 2 else None
    return {"offices": offices, "days": [] if span else days, "span": span, "times": len(days)}


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
