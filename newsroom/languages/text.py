"""Text that knows its language, and the characters that text may hold."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.languages.codes import EN, LANGUAGES, ZH, other, tag_of


class Words(str):
    """A text that knows its language: one of the two, or the tag of another. `lang` is what its element must say."""

    __slots__ = ("language",)

    language: str

    def __new__(cls, text: str, language: str) -> "Words":
        words = super().__new__(cls, text)
        object.__setattr__(words, "language", language)
        return words

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Words do not change.")

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return str(self), self.language

    def __getstate__(self) -> None:
        return None

    @property
    def lang(self) -> str:
        return tag_of(self.language) if self.language in LANGUAGES else self.language

    def foreign_to(self, language: str) -> bool:
        """Return whether a page in `language` has to mark these words with their own `lang`."""
        return self.language != language


class StandIn(Words):
    """What a page prints where a name is not known in its language: our own translation, or what the thing is.

    `original` is the name itself. `is_gloss` says that the words translate it.
    """

    __slots__ = ("is_gloss", "original")

    original: Words
    is_gloss: bool

    def __new__(cls, text: str, language: str, original: Words, is_gloss: bool = False) -> "StandIn":
        words = super().__new__(cls, text, language)
        object.__setattr__(words, "original", original)
        object.__setattr__(words, "is_gloss", is_gloss)
        return words  # type: ignore[return-value]

    def __getnewargs__(self) -> tuple[str, str, Words, bool]:  # type: ignore[override]
        return str(self), self.language, self.original, self.is_gloss


def name_itself(words: Any) -> Any:
    """Return the name, for machines: not what stands in for it on a page."""
    return words.original if isinstance(words, StandIn) else words


def in_one_line(words: Any) -> str:
    """Return a name where nothing can be marked: a translation alone, and a kind with the name itself in brackets."""
    return f"{words} ({words.original})" if isinstance(words, StandIn) and not words.is_gloss else str(words)


def in_its_language(zh: str, en: str, language: str) -> Words | None:
    """Return the text in this language alone, as `Words`, or None."""
    text = {ZH: zh, EN: en}[language]
    return Words(text, language) if text else None


def pick(zh: str, en: str, language: str) -> Words | None:
    """Return the text in the wanted language, else in the other one, as `Words`; None if there is neither."""
    texts = {ZH: zh, EN: en}
    for code in (language, other(language)):
        if texts[code]:
            return Words(texts[code], code)
    return None


_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def plain_text(value: Any) -> None:
    """Validator: text without NUL, half characters (lone surrogates) and control characters."""
    if _UNPRINTABLE.search(str(value)):
        raise ValidationError(
            _("This text holds a character that cannot be printed: please type it again."), code="unprintable"
        )


def printable(text: str) -> str:
    """Return the text without what `plain_text` refuses: XML cannot hold it."""
    return _UNPRINTABLE.sub("", text)
