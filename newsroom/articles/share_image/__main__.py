"""Entry point of the renderer. Reads one JSON object from stdin, all values plain text:

language "zh" or "en" · home, partner: names of cities, "" where the story is of no single pair · headline: a list of
the pieces that a line may end after · site · day · colours {paper, ink, quiet, rule, seal}: "#rrggbb"
"""

import contextlib
import json
import resource
import sys
from io import BytesIO

from fonts import NoFont, font_for
from lines import broken, shortened
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
APART = 60  # between left-aligned and right-aligned text
INNER = WIDTH - 2 * MARGIN
MEMORY, SECONDS = 512 << 20, 20
NO_FONT = 3

RING, STROKE, MARK_Y = 17, 7, 104
NAME_Y, NAME_SIZES = 136, (44, 38, 32, 27, 23)
HEADLINE_TOP, HEADLINE_BOTTOM = 208, 516
# (size, maximal lines): the largest in which the headline fits; the last is truncated if it must be
SETTINGS = {"zh": ((76, 2), (68, 2), (58, 3), (48, 4)), "en": ((72, 2), (64, 3), (56, 4), (48, 4))}
LEADING = {"zh": 1.34, "en": 1.18}
RULE_Y, FOOT_Y, FOOT_SIZE = 540, 562, 27


def confine() -> None:
    for name, most in {"RLIMIT_AS": MEMORY, "RLIMIT_CPU": SECONDS, "RLIMIT_CORE": 0}.items():
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


class Sheet:
    """The canvas, and what is drawn on it."""

    def __init__(self, said: dict):
        self.said, self.language, self.colours = said, said["language"], said["colours"]
        self.image = Image.new("RGB", (WIDTH, HEIGHT), self.colours["paper"])
        self.pen = ImageDraw.Draw(self.image)

    def print(self) -> None:
        if self.said["home"] and self.said["partner"]:
            self.pair()
        else:
            self.mark(MARGIN + RING, MARGIN + RING + 132)
        self.headline()
        self.foot()

    def mark(self, left: int, right: int) -> None:
        """Draw the pair mark: two cities, one line; the rings are centred at `left` and `right`."""
        seal = self.colours["seal"]
        for x in (left, right):
            box = (x - RING, MARK_Y - RING, x + RING, MARK_Y + RING)
            self.pen.ellipse(box, outline=seal, width=STROKE)
        self.pen.rectangle((left + RING - 1, MARK_Y - 3, right - RING + 1, MARK_Y + 3), fill=seal)

    def pair(self) -> None:
        home, partner = self.said["home"], self.said["partner"]
        self.mark(MARGIN + RING, WIDTH - MARGIN - RING)
        for size in NAME_SIZES:
            font = font_for(home + partner + "…", self.language, "serif", size)
            if font.getlength(home) + font.getlength(partner) <= INNER - APART:
                break
        else:
            half = (INNER - APART) / 2
            (home,), (partner,) = (shortened(name, font.getlength, half, 1) for name in (home, partner))
        self.pen.text((MARGIN, NAME_Y), home, self.colours["ink"], font, anchor="la")
        self.pen.text((WIDTH - MARGIN, NAME_Y), partner, self.colours["ink"], font, anchor="ra")

    def headline(self) -> None:
        font, lines = self._set()
        step = font.size * LEADING[self.language]
        middle = (HEADLINE_TOP + HEADLINE_BOTTOM) / 2
        first = middle - step * (len(lines) - 1) / 2
        for number, line in enumerate(lines):
            place = (MARGIN - self._hang(line, font), first + number * step)
            self.pen.text(place, line, self.colours["ink"], font, anchor="lm")

    def _set(self):
        parts = self.said["headline"]
        words = "".join(parts)
        for size, most in SETTINGS[self.language]:
            font = font_for(words + "…", self.language, "serif", size)
            if lines := broken(parts, font.getlength, INNER, most):
                return font, lines
        return font, shortened(words, font.getlength, INNER, most)

    def _hang(self, line: str, font: ImageFont.FreeTypeFont) -> float:
        """Return how far a line moves left, so that the blank half of a full-width opening mark does not indent it."""
        return font.size * 0.5 if line[0] in "（《〈「『【〔" or (self.language == "zh" and line[0] in "“‘") else 0

    def foot(self) -> None:
        quiet, day = self.colours["quiet"], self.said["day"]
        self.pen.rectangle((MARGIN, RULE_Y, WIDTH - MARGIN, RULE_Y + 1), fill=self.colours["rule"])
        font = font_for(self.said["site"] + day + "…", self.language, "sans", FOOT_SIZE)
        (site,) = shortened(self.said["site"] or " ", font.getlength, INNER - font.getlength(day) - APART, 1)
        self.pen.text((MARGIN, FOOT_Y), site, quiet, font, anchor="la")
        self.pen.text((WIDTH - MARGIN, FOOT_Y), day, quiet, font, anchor="ra")


def main() -> int:
    confine()
    sheet = Sheet(json.load(sys.stdin))
    try:
        sheet.print()
    except NoFont:
        return NO_FONT
    picture = BytesIO()
    sheet.image.quantize(64).save(picture, "PNG", optimize=True)
    sys.stdout.buffer.write(picture.getbuffer())
    return 0


if __name__ == "__main__":
    sys.exit(main())
