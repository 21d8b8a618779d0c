"""Drawings of an agreement's title page and of an anniversary."""

from PIL import Image

from newsroom.demo.drawings.canvas import Canvas, lines_of, wide
from newsroom.languages import EN, ZH, columns
from newsroom.places.models import Place

SHEET = (1200, 1600)
PLATE = (1600, 1067)
EDGE = 70
TITLE = 92
LONG = 620  # pixels of height: a title that is longer is set smaller


def sheet(language: str, **words: str) -> Image.Image:
    """Draw a title page: the pair mark, the title, the day.

    `title_…` is the title in the language in which it is known, `gloss_…` what it says in the other.
    """
    width, height = SHEET
    canvas, middle = Canvas(width, height, "wash"), width / 2
    canvas.frame(EDGE, "rule", 2, fill="paper")
    canvas.frame(EDGE + 28, "ink", 4)
    canvas.frame(EDGE + 40, "ink", 1.5)
    _mark(canvas, middle, 330, 130)
    title = words.get(columns("title", language)) or words.get(columns("gloss", language), "")
    y = _block(canvas, title, language, TITLE, 500)
    canvas.line([(middle - 60, y + 60), (middle + 60, y + 60)], "seal", 4)
    canvas.words((middle, height - 300), words.get(columns("day", language), ""), language, 60)
    return canvas.finished()


def years(language: str, count: int, first: int, last: int, places: list[Place]) -> Image.Image:
    """Draw an anniversary of two places: the number, the first and the last year, a tick for every year between."""
    width, height = PLATE
    canvas, middle, line = Canvas(width, height), width / 2, 700
    canvas.words((middle, 270), str(count), EN, 400, "seal")
    canvas.words((middle, 530), f"{first}–{last}", EN, 84, "quiet")
    start, end = 330, width - 330
    for year in range(1, count):
        x, long = start + (end - start) * year / count, year % 5 == 0
        canvas.line([(x, line - (34 if long else 18)), (x, line)], "ink" if long else "quiet", 3 if long else 2)
    canvas.line([(start, line), (end, line)], "seal", 8)
    for x, place in zip((start, end), places, strict=True):
        canvas.ring((x, line), 28, "seal", 10)
        canvas.words((x, line + 120), str(place.name_in(language)), language, 96)
    return canvas.finished()


def _mark(canvas: Canvas, x: float, y: float, reach: float) -> None:
    canvas.line([(x - reach, y), (x + reach, y)], "seal", 6)
    for side in (-reach, reach):
        canvas.ring((x + side, y), 30, "seal", 8)


def _block(canvas: Canvas, text: str, language: str, size: float, top: float) -> float:
    """Draw a title in centred lines below `top`, smaller if it would be LONG; return its bottom edge."""
    room, leading = canvas.width - 2 * EDGE - 200, 1.4 if language == ZH else 1.25
    lines = lines_of(text, language, size, room) if text and wide(text, language, size) else []
    if size * leading * len(lines) > LONG:
        return _block(canvas, text, language, size - 6, top)
    for number, line in enumerate(lines):
        canvas.words((canvas.width / 2, top + size * leading * (number + 0.5)), line, language, size)
    return top + size * leading * len(lines)
