"""Pairs gathered for their list: by the country of the partner, or by what they are to each other."""

from collections.abc import Iterable

from newsroom.languages import Words, fold

# As a relation grows, and what ended last.
NEAREST_FIRST = (
    "sister-city",
    "friendly-cooperation",
    "friendly-exchange",
    "domestic",
    "intent",
    "contact",
    "taken-over",
    "ended",
    "",
)


def by_country(rows: Iterable[dict], countries: dict[str, Words]) -> list[tuple[Words | str, list[dict]]]:
    """Return [(country, rows)] by the partner's country; `countries` holds their names by their codes.

    Countries stand by their names, and pairs by their partners', as the page's language writes them.
    """
    groups = _gathered(rows, lambda row: row["country"])
    named = [(countries.get(code, ""), _by_partner(group)) for code, group in groups.items()]
    return sorted(named, key=lambda group: (not group[0], fold(group[0])))


def by_relation(rows: Iterable[dict]) -> list[tuple[str, list[dict]]]:
    """Return [(relation, rows)], the closest relation first, the unknown one last."""
    groups = _gathered(rows, lambda row: row["kind"])
    return [(groups[kind][0]["relation"] or "", _by_partner(groups[kind])) for kind in NEAREST_FIRST if kind in groups]


def named_like(pairs: Iterable, asked: str) -> list:
    """Return the pairs with a place that bears a name with these words in it, in any script; all if none are asked."""
    words = fold(asked)
    return [pair for pair in pairs if not words or any(words in fold(name) for name in _names(pair))]


def _names(pair) -> Iterable[str]:
    for place in (pair.first, pair.second):
        yield from (place.name_zh, place.name_en, *place.other_names.splitlines())


def _gathered(rows: Iterable[dict], key) -> dict[str, list[dict]]:
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def _by_partner(rows: list[dict]) -> list[dict]:
    return sorted(rows, key=lambda row: (fold(row["partner"]), fold(row["home"])))
