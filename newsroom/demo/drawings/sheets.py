"""Drawings of an agreement's title page and of an anniversary."""

from PIL import Image

from newsroom.demo.drawings.canvas import Canvas, lines_of, wide
from newsroom.languages import EN, ZH
from newsroom.places.models import Place

SHEET = (1200, 1600)
PLATE = (1600, 1067)
EDGE = 70


def sheet(title_zh: str = "", title_en: str = "", day_zh: str = "", day_en: str = "") -> Image.Image:
    """Draw a title page: the pair mark, the title in the known languages, the day."""
    width, height = SHEET
    canvas, middle = Canvas(width, height, "wash"), width / 2
    canvas.frame(EDGE, "rule", 2, fill="paper")
    canvas.frame(EDGE + 28, "ink", 4)
    canvas.frame(EDGE + 40, "ink", 1.5)
    _mark(canvas, middle, 330, 130)
    y = _block(canvas, title_zh, ZH, 84, 500)
    y = _block(canvas, title_en, EN, 56 if title_zh else 84, y + (50 if title_zh else 0))
    canvas.line([(middle - 60, y + 60), (middle + 60, y + 60)], "seal", 4)
    canvas.words((middle, height - 330), day_zh, ZH, 44)
    canvas.words((middle, height - 262), day_en, EN, 36, "quiet")
    return canvas.finished()


def years(count: int, first: int, last: int, places: list[Place]) -> Image.Image:
    """Draw an anniversary of two places: the number, the first and the last year, a tick for every year between."""
    width, height = PLATE
    canvas, middle, line = Canvas(width, height), width / 2, 700
    canvas.words((middle, 270), str(count), EN, 400, "seal")
    canvas.words((middle, 530), f"{first}–{last}", EN, 76, "quiet")
    start, end = 330, width - 330
    for year in range(1, count):
        x, long = start + (end - start) * year / count, year % 5 == 0
        canvas.line([(x, line - (34 if long else 18)), (x, line)], "ink" if long else "quiet", 3 if long else 2)
    canvas.line([(start, line), (end, line)], "seal", 8)
    for x, place in zip((start, end), places, strict=True):
        canvas.ring((x, line), 28, "seal", 10)
        canvas.two_lines((x, line + 140), place.name_zh, place.name_en, 84)
    return canvas.finished()


def _mark(canvas: Canvas, x: float, y: float, reach: float) -> None:
    canvas.line([(x - reach, y), (x + reach, y)], "seal", 6)
    for side in (-reach, reach):
        canvas.ring((x + side, y), 30, "seal", 8)


def _block(canvas: Canvas, text: str, language: str, size: float, top: float) -> float:
    """Draw a title in centred lines below `top`; return its bottom edge."""
    room, leading = canvas.width - 2 * EDGE - 200, 1.4 if language == ZH else 1.25
    lines = lines_of(text, language, size, room) if text and wide(text, language, size) else []
    for number, line in enumerate(lines):
        canvas.words((canvas.width / 2, top + size * leading * (number + 0.5)), line, language, size)
    return top + size * leading * len(lines)
