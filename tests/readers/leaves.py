"""A page as it leaves the printer: the leaves of its PDF, as words with their places and as pictures."""

from dataclasses import dataclass

import pypdfium2
from PIL import Image
from playwright.sync_api import Page

POINTS = 72 / 25.4  # to the millimetre
FOOT = 20  # millimetres at the foot of a leaf, for its address and number


@dataclass(frozen=True)
class Leaf:
    """One side of A4. Its words are without spaces: a printer sets them apart as it likes."""

    words: str
    lines: list[str]
    foot: str
    box: tuple[float, float, float, float]  # of all words, in millimetres: left, bottom, right, top
    ground: tuple[int, int, int]  # the colour that most of it has


def printed(page: Page, *, grounds: bool = False) -> pypdfium2.PdfDocument:
    """Return the open page as the browser prints it or saves it; with its `grounds` where a reader asks for them."""
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format="A4", print_background=grounds))


def leaves(document: pypdfium2.PdfDocument) -> list[Leaf]:
    """Return what stands on each leaf."""
    return [_read(sheet) for sheet in document]


def drawn(document: pypdfium2.PdfDocument, width: int) -> list[Image.Image]:
    """Return a picture of each leaf, so many pixels wide."""
    return [sheet.render(scale=width / sheet.get_width()).to_pil().convert("RGB") for sheet in document]


def solid(words: str) -> str:
    """Return the words without any space between them."""
    return "".join(words.split())


def _read(sheet: pypdfium2.PdfPage) -> Leaf:
    text, width, height = sheet.get_textpage(), sheet.get_width(), sheet.get_height()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    edges = [extreme(side) for extreme, side in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)]
    foot = text.get_text_bounded(0, 0, width, FOOT * POINTS)
    words = text.get_text_bounded(0, FOOT * POINTS, width, height)
    picture = sheet.render(scale=0.2).to_pil().convert("RGB")
    _often, ground = max(picture.getcolors(picture.width * picture.height))
    lines = [solid(line) for line in words.splitlines()]
    return Leaf(solid(words), lines, solid(foot), tuple(edge / POINTS for edge in edges), ground)
