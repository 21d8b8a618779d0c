"""`lang` markup of text in other languages, found by its script, for screen readers and fonts."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from newsroom.languages import EN, HAN_RANGES, KANA_RANGES, LETTERS, ZH, tag_of, tag_of_run

_EAST = HAN_RANGES + KANA_RANGES
_WORD = "[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f.'’-]*"
_NEXT = "[A-Za-z0-9\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f.'’-]*"

# Words in one script, with what may stand between them: Чистый город, السلام عليكم.
_OTHERS = "|".join(f"[{letters}](?:[{letters}\u0300-\u036f \u00a0’.-]*[{letters}])?" for letters in LETTERS.values())
_KANA = f"[{KANA_RANGES}](?:[{KANA_RANGES}・]*[{KANA_RANGES}])?"

# What is foreign to a page in each language. A single Latin word in Chinese may be an abbreviation, and is not. Which
# of the characters around kana are Japanese is not known on a Chinese page.
FOREIGN = {
    EN: re.compile(rf"\d*[{_EAST}](?:[0-9A-Za-z\u00c0-\u024f{_EAST}・、，·《》“”（）]*[{_EAST}])?|{_OTHERS}"),
    ZH: re.compile(rf"{_WORD}(?:[ ,&]+{_NEXT}| \([A-Za-z0-9 ]+\))+|{_KANA}|{_OTHERS}"),
}

# A tag or a character reference of clean HTML: skipped.
_NOT_READ = re.compile(r'(<(?:[^>"]|"[^"]*")*>|&#?\w+;)')


def in_text(text: str, language: str) -> str:
    """Return plain `text` for a page in `language` with foreign runs in `<span lang>`; unchanged if it has none."""
    pieces, end = [], 0
    for run in FOREIGN[language].finditer(text):
        pieces += [escape(text[end : run.start()]), _span(run.group(), escape(run.group()))]
        end = run.end()
    return mark_safe("".join([*pieces, escape(text[end:])])) if pieces else text


def in_html(text: str, language: str) -> SafeString:
    """Return clean HTML with foreign runs in `<span lang>`, except what an editor has marked already."""
    pieces, depth = [], 0
    for piece in _NOT_READ.split(text):
        if piece.startswith("<"):
            depth += piece.startswith("<span") - piece.startswith("</span")
        elif not depth and not piece.startswith("&"):
            piece = FOREIGN[language].sub(lambda run: _span(run.group(), run.group()), piece)
        pieces.append(piece)
    return mark_safe("".join(pieces))


def tag_of_all(text: str, language: str) -> str:
    """Return the `lang` of a `text` that is foreign from end to end to a page in `language`, else ""."""
    run = str(text).strip()
    return _tag(run) if FOREIGN[language].fullmatch(run) else ""


def _tag(run: str) -> str:
    return tag_of_run(run) or tag_of(EN)


def _span(run: str, escaped: str) -> SafeString:
    return mark_safe(f'<span lang="{_tag(run)}">{escaped}</span>')
