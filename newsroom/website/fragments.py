"""`lang` markup of text in the other language, found by its script, for screen readers and fonts."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from newsroom.languages import EN, ZH, other, tag_of

_HAN = "[\u3400-\u9fff\uf900-\ufaff]"
_WORD = "[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f.'’-]*"
_NEXT = "[A-Za-z0-9\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f.'’-]*"

# What is foreign to a page in each language. A single Latin word in Chinese may be an abbreviation, and is not.
FOREIGN = {
    EN: re.compile(rf"\d*{_HAN}(?:[\w、，·《》“”（）〇]*{_HAN})?"),
    ZH: re.compile(rf"{_WORD}(?:[ ,&]+{_NEXT}| \([A-Za-z0-9 ]+\))+"),
}

# A tag or a character reference of clean HTML: skipped.
_NOT_READ = re.compile(r'(<(?:[^>"]|"[^"]*")*>|&#?\w+;)')


def in_text(text: str, language: str) -> str:
    """Return plain `text` for a page in `language` with foreign runs in `<span lang>`; unchanged if it has none."""
    pieces, end = [], 0
    for run in FOREIGN[language].finditer(text):
        pieces += [escape(text[end : run.start()]), _span(escape(run.group()), language)]
        end = run.end()
    return mark_safe("".join([*pieces, escape(text[end:])])) if pieces else text


def in_html(text: str, language: str) -> SafeString:
    """Return clean HTML with foreign runs in `<span lang>`, except what an editor has marked already."""
    pieces, depth = [], 0
    for piece in _NOT_READ.split(text):
        if piece.startswith("<"):
            depth += piece.startswith("<span") - piece.startswith("</span")
        elif not depth and not piece.startswith("&"):
            piece = FOREIGN[language].sub(lambda run: _span(run.group(), language), piece)
        pieces.append(piece)
    return mark_safe("".join(pieces))


def tag_of_all(text: str, language: str) -> str:
    """Return the `lang` of a `text` that is foreign from end to end to a page in `language`, else ""."""
    return tag_of(other(language)) if FOREIGN[language].fullmatch(str(text).strip()) else ""


def _span(run: str, language: str) -> SafeString:
    return mark_safe(f'<span lang="{tag_of(other(language))}">{run}</span>')
