"""Drawing primitives on Pillow, in the site's colours."""

from typing import Any

from PIL import Image, ImageDraw

from newsroom.articles.share_image.fonts import NoFont, font_for
from newsroom.languages import ZH, prefix_of
from newsroom.masthead.tokens import colours

FINE = 2  # supersampling factor in each direction, for antialiasing

Point = tuple[float, float]


class Canvas:
    """An image to draw on. All lengths are in pixels of the finished picture."""

    def __init__(self, width: int, height: int, ground: str = "paper") -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * FINE, height * FINE), colour(ground))
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        return self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)

    def line(self, points: list[Point], role: str, width: float) -> None:
        self._draw.line([_fine(point) for point in points], colour(role), round(width * FINE), joint="curve")

    def frame(self, edge: float, role: str, width: float, fill: str = "") -> None:
        """Draw a rectangle at the distance `edge` from every side."""
        corners = [*_fine((edge, edge)), *_fine((self.width - edge, self.height - edge))]
        self._draw.rectangle(corners, colour(fill) if fill else None, colour(role), round(width * FINE))

    def ring(self, centre: Point, radius: float, role: str, width: float, fill: str = "paper") -> None:
        x, y = _fine(centre)
        r = radius * FINE
        self._draw.ellipse([x - r, y - r, x + r, y + r], colour(fill), colour(role), round(width * FINE))

    def words(self, at: Point, text: str, language: str, size: float, role: str = "ink", **how: Any) -> None:
        """Draw `text` at a point; `anchor` is Pillow's, such as "mm", `face` is "serif" or "sans".

        Without a font for these letters nothing is drawn: the caption says what the picture shows.
        """
        anchor, face = how.get("anchor", "mm"), how.get("face", "serif")
        if font := _font(text, language, face, size):
            self._draw.text(_fine(at), text, colour(role), font, anchor)


def wide(text: str, language: str, size: float, face: str = "serif") -> float:
    """Return the width of the text in pixels, 0 without a font."""
    font = _font(text, language, face, size)
    return font.getlength(text) / FINE if font else 0


def lines_of(text: str, language: str, size: float, room: float) -> list[str]:
    """Wrap the text to lines of at most `room` pixels: Chinese between characters, English between words."""
    pieces, blank = (list(text), "") if language == ZH else (text.split(), " ")
    lines = [""]
    for piece in pieces:
        longer = f"{lines[-1]}{blank if lines[-1] else ''}{piece}"
        if lines[-1] and wide(longer, language, size) > room:
            lines.append(piece)
        else:
            lines[-1] = longer
    return _balanced(lines, text, language, size, room)


def _balanced(lines: list[str], text: str, language: str, size: float, room: float) -> list[str]:
    """Return the same number of lines, with more even lengths."""
    if len(lines) < 2 or room < size * 4:
        return lines
    narrower = lines_of(text, language, size, room - size / 2)
    return narrower if len(narrower) == len(lines) else lines


def colour(role: str) -> str:
    """Return the light-mode colour of a design token."""
    return colours()[role][0]


def _font(text: str, language: str, face: str, size: float) -> Any:
    try:
        return font_for(text, prefix_of(language), face, round(size * FINE))
    except NoFont:
        return None


def _fine(point: Point) -> Point:
    return point[0] * FINE, point[1] * FINE
