"""Lists by initial: the Latin initial of the English or romanised name, the same in both languages."""

from collections.abc import Callable, Iterable
from itertools import groupby

from newsroom.languages import fold


def by_initial(rows: Iterable[dict], name: Callable[[dict], str]) -> list[tuple[str, list[dict]]]:
    """Return [(initial, rows)], A to Z, then "" for those without a Latin name. `name` says what a row is sorted by."""
    ordered = sorted(rows, key=lambda row: (_initial(name(row)) or "~", fold(name(row)), str(row["name"])))
    return [(initial, list(group)) for initial, group in groupby(ordered, key=lambda row: _initial(name(row)))]


def _initial(name: str) -> str:
    first = fold(name)[:1].upper()
    return first if "A" <= first <= "Z" else ""
