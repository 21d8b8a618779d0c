"""What tells namesakes apart where a record is chosen: its place, its office, the last event it was at.

Each room registers what it knows about a record, also about one of a room below it, in `AppConfig.ready()`:
`tell(Person, last_seen)`. A function is asked about all records of a list at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

_tellers: dict[type, list[Callable]] = defaultdict(list)


def tell(model: type, teller: Callable[[list], dict[int, str]]) -> None:
    """Let `teller(records)` answer with a few words for some of the records, by their keys."""
    if teller not in _tellers[model]:
        _tellers[model].append(teller)


def notes_on(model: type, records: Iterable) -> dict[int, str]:
    """Return all that is told of the records, by their keys, in the active language."""
    records, notes = list(records), defaultdict(list)
    for teller in _tellers[model] if records else ():
        for key, note in teller(records).items():
            notes[key].append(str(note))
    return {key: " · ".join(filter(None, said)) for key, said in notes.items()}
