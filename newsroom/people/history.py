"""What a person held and where they appeared, told from loaded appearances and tenures."""

from collections.abc import Iterable

from newsroom.dates import Day
from newsroom.places.history import newest


def appearances(found: Iterable, language: str) -> list[dict]:
    """Appearances, newest first, each with the offices as printed that day."""
    rows = [_appearance(one, language) for one in found]
    return sorted(rows, key=lambda row: newest(row["day"]), reverse=True)


def _appearance(appearance, language: str) -> dict:
    occasion = appearance.event or appearance.delegation
    words = appearance.get_role_display() or appearance.get_part_display()
    return occasion.row_in(language) | {
        "offices": appearance.printed_in(language),
        "as": words,
        "small": "",
    }


def offices(rows: Iterable[dict]) -> list[dict]:
    """The offices as printed, each with the days on which it was, the one printed last first.

    More than two days are told as the `span` of the first and the last.
    """
    days = {}
    for row in rows:
        if row["offices"]:
            days.setdefault(row["offices"], []).append(row["day"])
    return [_printed(printed, [day for day in reversed(on) if day]) for printed, on in days.items()]


def _printed(offices, days: list) -> dict:
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
    return sorted(rows, key=lambda row: newest(row["began"] or row["ended"]), reverse=True)
