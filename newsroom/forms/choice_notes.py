"""Notes that tell namesakes apart in an autocomplete: a record's place, its office, the last event it was at.

Each room registers what it knows about a record, also about one of a room below it, in `AppConfig.ready()`:
`add_notes(Person, last_seen)`. A function is asked about all records of a list at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

_sources: dict[type, list[Callable]] = defaultdict(list)


def add_notes(model: type, source: Callable[[list], dict[int, str]]) -> None:
    """Let `source(records)` answer with a few words for some of the records, by their keys."""
    if source not in _sources[model]:
        _sources[model].append(source)


def sources_of(model: type) -> list[Callable]:
    return list(_sources.get(model, ()))


def notes_on(model: type, records: Iterable) -> dict[int, str]:
    """Return all that is told of the records, by their keys, in the active language."""
    records, notes = list(records), defaultdict(list)
    for source in _sources[model] if records else ():
        for key, note in source(records).items():
            notes[key].append(str(note))
    return {key: " · ".join(filter(None, said)) for key, said in notes.items()}
