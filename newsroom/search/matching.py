"""Search conditions on names: as typed, folded, and as a slug."""

import re
from collections.abc import Iterable

from django.db.models import Q
from django.utils.text import slugify

from newsroom.languages import fold

_LATIN = re.compile("[a-z]")


def all_of(words: Iterable[str], columns: Iterable[str], *, slug: str = "") -> Q:
    """Return the Q: every word is in one of the columns or, folded (Xi'an, XIAN, Ｘｉａｎ), in the `slug` column."""
    condition = Q()
    for word in words:
        condition &= _somewhere(word, columns, slug)
    return condition


def beginning(words: str, columns: Iterable[str], *, slug: str = "") -> Q:
    """Return the Q of the records whose names begin with these words."""
    begun = Q(pk__in=[])
    for column in columns:
        begun |= Q(**{f"{column}__istartswith": words})
    latin = _as_slug(words)
    return begun | Q(**{f"{slug}__startswith": latin}) if slug and latin else begun


def _somewhere(word: str, columns: Iterable[str], slug: str) -> Q:
    folded = fold(word)
    # `icontains` ignores case: do not query the same word twice.
    same = word.isascii() and word.lower() == folded
    found, spelled = Q(pk__in=[]), ({folded} if same else {word, folded}) - {""}
    for column in columns:
        for spelling in spelled:
            found |= Q(**{f"{column}__icontains": spelling})
    latin = _as_slug(word)
    return found | Q(**{f"{slug}__contains": latin}) if slug and latin else found


def _as_slug(words: str) -> str:
    folded = fold(words)
    return slugify(folded) if folded.isascii() and _LATIN.search(folded) else ""
