"""Word segmentation of Chinese headings: line breaks between words only.

A browser breaks Chinese between any two characters, and splits names when it balances a heading's lines. Known are:
the installation's places, the words of `data/words_zh.txt`, the names that the page gives, numbers with their
measure word, and transcribed names by their characters. A short run between known words counts as one word.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from newsroom.articles.share_image.lines import CLOSING, HAN, OPENING
from newsroom.places.install import DATA, LISTS
from newsroom.tables import rows_of

WORDS = Path(__file__).parent / "data" / "words_zh.txt"
UNKNOWN = 4  # characters: a run of no more stays whole
TRANSCRIBING = (
    "阿埃艾奥巴班贝本比彼宾波伯博布查茨达戴德迪丁顿敦杜多俄尔法菲费弗夫福盖戈格根古瓜哈汉赫怀霍基吉加贾杰卡凯坎科克库奎拉莱兰劳勒雷里利列林卢鲁伦罗洛马玛迈曼"
    "梅门蒙米密明姆莫穆纳娜内尼诺努欧帕佩皮珀普奇恰切乔萨塞桑沙舍圣施什史斯苏索塔泰坦特提图托瓦万威维韦魏温沃乌西希夏香谢辛雅亚扬耶伊因尤约泽扎詹兹佐"
)
_MEASURED = (
    r"\d+[年月日份项人届]|[一二三四五六七八九十百两]+(?:周年|年|人|份|项|国|家|届|次|座|个)"
    + f"(?:[{HAN}](?=[{re.escape(CLOSING)}]))?"
)
_AREA = "(?:市(?![长委民政])|省(?![长委])|州(?!长)|县(?!长)|区(?!长)|国|大学|学院|医院|中学|博物馆)?"
_BOUND = f"[的了们等{re.escape(CLOSING)}]*"


def phrases(text: str, names: Iterable[str] = ()) -> list[str]:
    """Return a Chinese text in pieces that a line may end after; `names` are kept whole besides the known words."""
    own = "|".join(re.escape(name) for name in sorted(filter(None, names), key=len, reverse=True))
    parts = re.split(f"((?:{own}){_AREA}{_BOUND})", text) if own else [text]
    pieces = []
    for place, part in enumerate(parts):
        pieces += [part] if place % 2 else _parted(part)
    return _opened(pieces)


def _parted(text: str) -> list[str]:
    pieces, begun = [], 0
    for found in _known().finditer(text):
        pieces += [*_unknown(text[begun : found.start()]), found.group()]
        begun = found.end()
    return [*pieces, *_unknown(text[begun:])]


@cache
def _known() -> re.Pattern:
    """Return all known words, the longest first."""
    places = {row["name_zh"] for name in LISTS for row in rows_of(DATA / name)}
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    by_length = {"key": len, "reverse": True}
    return re.compile(
        f"(?:(?:{'|'.join(sorted(places, **by_length))}|[{TRANSCRIBING}·]{{3,}}){_AREA}"
        f"|{'|'.join(sorted(words, **by_length))}|{_MEASURED}){_BOUND}"
    )


def _unknown(run: str) -> list[str]:
    """Return the pieces of a run between known words: whole if short, else split after each Chinese character."""
    return [run] if len(run) <= UNKNOWN else re.findall(f"[^{HAN}]+|[{HAN}]{_BOUND}", run)


def _opened(pieces: list[str]) -> list[str]:
    """Join opening quotation marks and brackets to the piece that follows."""
    joined = [""]
    for piece in filter(None, pieces):
        if joined[-1] and joined[-1][-1] not in OPENING:
            joined.append("")
        joined[-1] += piece
    return joined
