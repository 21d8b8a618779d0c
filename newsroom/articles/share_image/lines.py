"""Line breaking of headlines in Chinese and English: few, balanced lines, no break inside a word or number.

`broken` is given the pieces that a line may end after; a piece too wide for a line is broken again.
"""

import re
from collections.abc import Callable

ELLIPSIS = "…"
# Chinese and Japanese signs, all that `languages` knows among them: this program runs apart, without the site's code.
HAN = "\u2e80-\u2fdf\u3005-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
OPENING = "（《〈“‘「『【〔[("  # may not end a line
CLOSING = "，。、；：？！）》〉”’」』】〕…—·％,.;:?!)]%"  # may not begin a line
_OPEN, _CLOSE = re.escape(OPENING), re.escape(CLOSING)
_PIECE = re.compile(rf"\s*[{_OPEN}]*(?:[{HAN}]|[^\s{HAN}{_OPEN}]+)[{_CLOSE}]*|\s*\S")

Measure = Callable[[str], float]


def pieces(text: str) -> list[str]:
    """Split the text at every permitted break; a piece keeps the space before it."""
    return _PIECE.findall(" ".join(text.split()))


def broken(parts: list[str], measure: Measure, width: float, most: int) -> list[str] | None:
    """Break the text into at most `most` balanced lines no wider than `width`. Return None where it does not fit."""
    parts = [part for whole in parts for part in ([whole] if measure(whole) <= width else pieces(whole))]
    lines = _filled(parts, measure, width)
    if len(lines) > most or any(measure(line) > width for line in lines):
        return None
    low, high = width / len(lines) * 0.7, width
    while high - low > width / 256:  # the narrowest column that takes no more lines
        middle = (low + high) / 2
        narrow = _filled(parts, measure, middle)
        fits = len(narrow) == len(lines) and all(measure(line) <= middle for line in narrow)
        low, high = (low, middle) if fits else (middle, high)
    return _filled(parts, measure, high)


def shortened(text: str, measure: Measure, width: float, most: int) -> list[str]:
    """Return as much of the text as `most` lines hold, with an ellipsis where something is left out."""
    parts = [letter for piece in pieces(text) for letter in ([piece] if measure(piece) <= width else piece)]
    for kept in range(len(parts), 0, -1):
        left_out = ELLIPSIS if kept < len(parts) else ""
        words = "".join(parts[:kept]).rstrip(f" {CLOSING}{OPENING}") if left_out else "".join(parts)
        lines = _filled([*pieces(words)[:-1], pieces(words)[-1] + left_out], measure, width)
        if len(lines) <= most and all(measure(line) <= width for line in lines):
            return lines
    return [ELLIPSIS]


def _filled(parts: list[str], measure: Measure, width: float) -> list[str]:
    """Fill lines greedily with the parts."""
    lines = [""]
    for part in parts:
        if lines[-1] and measure((lines[-1] + part).strip()) > width:
            lines.append("")
        lines[-1] += part
    return [line.strip() for line in lines]
