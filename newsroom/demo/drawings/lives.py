"""Drawing of the life of a partnership: the years as a line, to scale, with a ring for every step."""

from PIL import Image

from newsroom.demo.drawings.canvas import Canvas
from newsroom.languages import ZH, columns
from newsroom.places.models import Place

WIDTH, HEIGHT = 1600, 1067
TOP, BOTTOM, LINE = 270, 950, 460


def life(language: str, first: int, last: int, places: list[Place], marks: list[dict]) -> Image.Image:
    """Draw the years from `first` to `last`, the names of both places above, and what each mark was beside it."""
    canvas = Canvas(WIDTH, HEIGHT)
    names = ("—" if language == ZH else "–").join(str(place.name_in(language)) for place in places)
    canvas.words((LINE - 230, 120), names, language, 96, anchor="lm")
    canvas.line([(LINE, TOP), (LINE, BOTTOM)], "seal", 8)
    for year in range(first, last + 1):
        y = _height_of(year, first, last)
        canvas.line([(LINE - (28 if year % 5 == 0 else 16), y), (LINE, y)], "quiet", 2)
    for mark in marks:
        y = _height_of(mark["year"], first, last)
        canvas.ring((LINE, y), 22, "seal", 8)
        canvas.words((LINE - 50, y), str(mark["year"]), language, 84, "seal", anchor="rm")
        canvas.words((LINE + 60, y), mark[columns("step", language)], language, 84, anchor="lm")
    return canvas.finished()


def _height_of(year: int, first: int, last: int) -> float:
    return TOP + (BOTTOM - TOP) * (year - first) / (last - first)
