"""Two texts compared: paragraph by paragraph, inside them by character in Chinese and by word in English."""

import html
import re
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, NamedTuple

from newsroom.languages.codes import ZH

WORD = re.compile(r"\w+|\s+|[^\w\s]")
LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
MARKED = re.compile(r'<span lang="([^"]*)">(.*?)</span>', re.DOTALL)
END, TAG = re.compile(r"</(?:p|h2|h3|li|tr|blockquote)>|<br>"), re.compile(r"</?[a-z][a-z0-9]*(?: [^<>]*)?>")
ALIKE = 0.3  # below it, two paragraphs are shown one after the other: their pieces would be a riddle


class Run(NamedTuple):
    """A stretch of text that both have, or only the old one ("gone"), or only the new one."""

    kind: Literal["same", "gone", "new"]
    text: str


def as_read(markup: str) -> str:
    """Return markup as lines of text, with what its words carry: where links lead, which language is marked."""
    text = MARKED.sub(r"\2 [\1]", LINK.sub(r"\2 [\1]", markup))
    text = TAG.sub("", END.sub("\n", text.replace("\n", " ").replace("</td>", " ").replace("</th>", " ")))
    return "\n".join(line.strip() for line in html.unescape(text).splitlines() if line.strip())


def compared(old: str, new: str, language: str) -> list[list[Run]]:
    """Return the paragraphs of both texts, in the order of the new one, each as runs."""
    before, after = old.splitlines(), new.splitlines()
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [[Run("same", line)] for line in after[c:d]]
        else:
            found += [_runs(one, other, language) for one, other in zip_longest(before[a:b], after[c:d], fillvalue="")]
    return [runs for runs in found if runs]


def _runs(old: str, new: str, language: str) -> list[Run]:
    one, other = (list(text) if language == ZH else WORD.findall(text) for text in (old, new))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    steps = matcher.get_opcodes() if matcher.ratio() >= ALIKE else [("replace", 0, len(one), 0, len(other))]
    runs = []
    for kind, a, b, c, d in steps:
        if kind == "equal":
            runs.append(Run("same", "".join(one[a:b])))
        else:
            runs += [Run("gone", "".join(one[a:b])), Run("new", "".join(other[c:d]))]
    return [run for run in runs if run.text]
