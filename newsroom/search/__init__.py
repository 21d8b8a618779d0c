"""Public things by their words. `find` and `suggest` are the room's doors; what stands behind it may change."""

from datetime import datetime


def find(words: str, *, language: str, at: datetime) -> list[dict]:
    """Return what readers may see at `at` and `words` name, for a page in `language`, in groups by kind.

    Each group is {kind, label, rows: [{name: Words, address, day, small} or {pair: mark, small}], more: true where
    there are further ones}; `small` tells namesakes apart.
    Every word must be found; names in both scripts, other names, titles and headlines are looked at.
    """
    from newsroom.search.finding import groups  # models are not loaded yet when the house opens this room

    return groups(words, language=language, at=at)


def suggest(words: str, *, language: str, at: datetime) -> list[dict]:
    """Return a few things that readers may see at `at` and whose names `words` may be the beginning of.

    Each is {name, small: {text, lang}, kind, address}, plain texts; `small` tells namesakes apart.
    """
    from newsroom.search.suggesting import suggestions  # as above

    return suggestions(words, language=language, at=at)
