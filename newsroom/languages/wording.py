"""Punctuation and number grouping of the active language, for words that are joined in code."""

import re
from collections.abc import Iterable

from django.utils.translation import get_language, gettext

from newsroom.languages.codes import EN, ZH

WITH_ARTICLE = re.compile(
    r"(?:[^\W\d_][\w’-]* ){1,4}of |United |(?:Czech|Dominican|Central African) Republic$|.+ Islands$"
    r"|(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines|Seychelles)$"
)


def in_a_row(words: Iterable) -> str:
    """Return words one after another, parted as the active language parts them: "draft, approved"; 草稿、已签发."""
    return gettext(", ").join(map(str, words))


def labelled(label: object, words: object) -> str:
    """Return "label: words" with the colon of the active language."""
    return gettext("%(label)s: %(words)s") % {"label": label, "words": words}


def figures(number: int) -> str:
    """Return a count in figures, as the active language groups them: "1,500"; 1500, as Chinese papers print it."""
    return str(number) if get_language() == ZH else f"{number:,}"


def running_name(name: str) -> str:
    """Return a name as it stands in a sentence: in English "the Embassy of Grenada", "the Netherlands"."""
    language = getattr(name, "language", EN)
    with_article = get_language() == language == EN and WITH_ARTICLE.match(name)
    return f"the {name}" if with_article else str(name)
