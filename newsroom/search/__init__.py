"""Search of public records and stories. `find` and `suggest` are its API; everything behind it may change."""

from datetime import datetime


def find(words: str, *, language: str, at: datetime) -> list[dict]:
    """Return search results in groups by kind: what is public at `at` and matches `words`, for a page in `language`.

    Each group is {kind, label, rows: [{name: Words, address, day, small} or {pair: mark, small}], more: true where
    there are further ones}; `small` tells namesakes apart.
    Every word must match; names in both scripts, other names, titles and headlines are searched.
    """
    from newsroom.search.finding import groups  # the app registry is not ready when this package is imported

    return groups(words, language=language, at=at)


def suggest(words: str, *, language: str, at: datetime) -> list[dict]:
    """Return a few autocomplete suggestions: what is public at `at` and whose names begin with `words`.

    Each is {name, small: {text, lang}, kind, address}, plain texts; `small` tells namesakes apart.
    """
    from newsroom.search.suggesting import suggestions  # as above

    return suggestions(words, language=language, at=at)
