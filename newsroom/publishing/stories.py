"""Stories about a record, for the pages of rooms below `articles`: those of an event, a delegation, an agreement.

They may not import the room that holds the stories, which registers here how it finds them. A page above `articles`
imports `articles.about.stories_about` itself.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

_tellers: list[Callable] = []


def tells(function: Callable) -> Callable:
    """Register `function(record, *, at, language) -> rows`; usable as a decorator."""
    if function not in _tellers:
        _tellers.append(function)
    return function


def tellers() -> list[Callable]:
    return list(_tellers)


def stories_about(record: Any, *, at: datetime, language: str) -> list[dict]:
    """Return the stories about `record` that are public at `at`, newest first, as rows of `components/story_row.html`.

    A story is named in the `language` of the page where it is told in it.
    """
    return [row for function in _tellers for row in function(record, at=at, language=language)]
