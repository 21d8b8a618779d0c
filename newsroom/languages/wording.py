"""Punctuation and number grouping of the active language, for words that are joined in code."""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext

from newsroom.languages.codes import ZH


def in_a_row(words: Iterable) -> str:
    """Return words one after another, parted as the active language parts them: "draft, approved"; 草稿、已签发."""
    return gettext(", ").join(map(str, words))


def labelled(label: object, words: object) -> str:
    """Return "label: words" with the colon of the active language."""
    return gettext("%(label)s: %(words)s") % {"label": label, "words": words}


def figures(number: int) -> str:
    """Return a count in figures, as the active language groups them: "1,500"; 1500, as Chinese papers print it."""
    return str(number) if get_language() == ZH else f"{number:,}"
