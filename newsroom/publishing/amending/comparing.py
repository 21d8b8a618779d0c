"""Two revisions compared in words, with what differs inside a text marked: by character in Chinese, else by word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from django.utils.html import format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe

from newsroom.languages import HAN
from newsroom.publishing.amending import revisions
from newsroom.publishing.amending.differences import Difference, said
from newsroom.publishing.models import Revision

TOKEN = re.compile(rf"{HAN}|(?:(?!{HAN})\w)+|\s+|.")
ENDS = re.compile(r"</(?:p|h\d|li|tr|blockquote)>|<br>", re.IGNORECASE)
MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?: [^<>]*)?>", re.IGNORECASE)
MOST = 4_000_000  # pairs of tokens, beyond which what stands between the first and the last difference is marked whole


class Marked(NamedTuple):
    """A difference, with what is gone marked in the old text and what is new in the new one."""

    where: str
    what: str
    old: SafeString
    new: SafeString


def compared(before: Revision, after: Revision) -> list[Marked]:
    """Return what differs between two revisions of one record."""
    model = before.kind.model_class()
    assert model is not None, "revisions are of models that there are"
    found = said(revisions.differences(before.snapshot, after.snapshot, model), model)
    return [_marked(one) for one in found]


def _marked(one: Difference) -> Marked:
    old, new = (_read(text) for text in (one.old, one.new))
    if old == new:  # only the markup differs
        old, new = one.old, one.new
    return Marked(one.where, one.what, *marked(old, new))


def _read(text: str) -> str:
    """Return the words of a text with markup, a line for each paragraph."""
    return strip_tags(ENDS.sub("\n", text)).strip() if MARKUP.search(text) else text


def marked(old: str, new: str) -> tuple[SafeString, SafeString]:
    """Return both texts as HTML, with `<del>` around what only the old one has and `<ins>` around what is new."""
    one, other = TOKEN.findall(old), TOKEN.findall(new)
    pieces = _pieces(one, other)
    return _html(pieces, one, 1, "del"), _html(pieces, other, 3, "ins")


def _pieces(one: list[str], other: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return how one list of tokens becomes the other, as `SequenceMatcher.get_opcodes` does."""
    first = _alike(one, other)
    last = _alike(one[first:][::-1], other[first:][::-1])
    ends = len(one) - last, len(other) - last
    middle = one[first : ends[0]], other[first : ends[1]]
    if len(middle[0]) * len(middle[1]) > MOST:
        inner = [("replace", 0, len(middle[0]), 0, len(middle[1]))]
    else:
        inner = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
    moved = [(tag, *(place + first for place in places)) for tag, *places in inner]
    return [("equal", 0, first, 0, first), *moved, ("equal", ends[0], len(one), ends[1], len(other))]


def _alike(one: list[str], other: list[str]) -> int:
    pairs = list(zip(one, other, strict=False))
    return next((place for place, pair in enumerate(pairs) if pair[0] != pair[1]), len(pairs))


def _html(pieces: list, tokens: list[str], side: int, tag: str) -> SafeString:
    found = []
    for how, *places in pieces:
        text = "".join(tokens[places[side - 1] : places[side]])
        found.append((text if how == "equal" else "", "" if how == "equal" else text))
    open_, close = mark_safe(f"<{tag}>"), mark_safe(f"</{tag}>")
    parts = [(same, open_ if other else "", other, close if other else "") for same, other in found]
    return format_html_join("", "{}{}{}{}", parts)
