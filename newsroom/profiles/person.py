"""What the page of a person prints of loaded appearances and tenures: the offices by their days."""

from collections.abc import Iterable
from typing import Any

from newsroom.dates import Day, timeline_key


def offices(rows: Iterable[dict]) -> list[dict]:
    """The offices as printed, each with the days on which it was, the one printed last first.

    More than two days are told as the `span` of the first and the last.
    """
    days = {}
    for row in rows:
        if row["offices"]:
            days.setdefault(row["offices"], []).append(row["day"])
    return [_printed(printed, [day for day in reversed(on) if day]) for printed, on in days.items()]


def _printed(offices: Any, days: list) -> dict:
    span = Day(days[0].begin, days[-1].end).by_day() if len(days) > 2 else None
    return {"offices": offices, "days": [] if span else days, "span": span, "times": len(days)}


def tenures(found: Iterable, language: str) -> list[dict]:
    """Terms of office, the latest beginning first, with the sources of each."""
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
