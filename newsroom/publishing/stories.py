"""Stories about a record: asked for by the pages of the rooms below, told by the room above that has them.

`stories_about(record, …)` answers with the rows of `components/story_row.html`.
"""

from collections.abc import Callable
from datetime import datetime

_tellers: list[Callable] = []


def tells(function: Callable) -> Callable:
    """Register `function(record, *, at, language) -> rows`; usable as a decorator."""
    if function not in _tellers:
        _tellers.append(function)
    return function


def stories_about(record, *, at: datetime, language: str) -> list[dict]:
    """Return the stories about `record` that are public at `at`, newest first, as rows for a page in `language`."""
    return [row for function in _tellers for row in function(record, at=at, language=language)]
