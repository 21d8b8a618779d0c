"""Label placement in the network drawing: no overlaps, and no arc crossings where possible."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin
from typing import Any
from unicodedata import east_asian_width

DISTANCES = (10, 22, 34, 48, 64)
ANGLES = (0, 180, -40, 40, -140, 140, -90, 90, -20, 20, 160, -160, -65, 65, -115, 115)
LED_FROM = 20  # a label at least this far from its dot gets a leader line
CELL = 6


@dataclass(frozen=True)
class Label:
    """A label's baseline point and text-anchor, and its leader line, ((x, y), (x, y)) or None."""

    x: float
    y: float
    anchor: str
    leader: tuple | None


@dataclass(frozen=True)
class Box:
    """A rectangle in drawing units."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Any) -> Any:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, width: int, height: int) -> Any:
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height

    def cells(self) -> Any:
        across = range(int(self.left // CELL), int(self.right // CELL) + 1)
        return ((x, y) for x in across for y in range(int(self.top // CELL), int(self.bottom // CELL) + 1))


def placed(names: Any, sizes: Any, spots: Any, lines: Any, frame: Any) -> Any:
    """Return one Label for each name, None where no place is free. `sizes` are the font sizes.

    `spots` are the dots' centres, `lines` the arcs as points, `frame` is (width, height), all in drawing units.
    """
    taken = [Box(x - 5, y - 5, x + 5, y + 5) for x, y in spots]
    crossed = {(int(x // CELL), int(y // CELL)) for line in lines for x, y in _filled(line)}
    labels = []
    for name, size, spot in zip(names, sizes, spots, strict=True):
        box, label = _best(str(name), spot, size, taken, crossed, frame)
        labels.append(label)
        if box:
            taken.append(box)
    return labels


def _best(name: str, spot: Any, size: int, taken: Any, crossed: Any, frame: Any) -> Any:
    """Return the cheapest free place as (box, label), or (None, None). Distance and crossing arcs cost."""
    best, price = (None, None), None
    for cost, box, label in _candidates(name, spot, size):
        if price is not None and cost >= price:
            break
        if not box.inside(*frame) or any(box.meets(other) for other in taken):
            continue
        cost += sum(cell in crossed for cell in box.cells())
        if price is None or cost < price:
            best, price = (box, label), cost
    return best


def _candidates(name: str, spot: Any, size: int) -> Iterator:
    """Yield (cost, box, label) of every place around the dot, the cheapest first."""
    width = sum(size if east_asian_width(letter) in "WF" else size * 0.58 for letter in name)
    for far, distance in enumerate(DISTANCES):
        for turn, angle in enumerate(ANGLES):
            x = spot[0] + distance * cos(radians(angle))
            y = spot[1] + distance * sin(radians(angle))
            anchor = "start" if cos(radians(angle)) > 0.3 else "end" if cos(radians(angle)) < -0.3 else "middle"
            left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
            box = Box(left - 2, y - size * 0.66, left + width + 2, y + size * 0.62)
            leader = (spot, (round(x, 1), round(y, 1))) if distance >= LED_FROM else None
            yield 2 * far + 0.1 * turn, box, Label(round(x, 1), round(y + size * 0.35, 1), anchor, leader)


def _filled(line: Any) -> Iterator:
    """Yield the points of a line, interpolated so that neighbours are about one cell apart at most."""
    for (x, y), (to_x, to_y) in pairwise(line):
        pieces = int(max(abs(to_x - x), abs(to_y - y)) // CELL) + 1
        for piece in range(pieces):
            yield x + (to_x - x) * piece / pieces, y + (to_y - y) * piece / pieces
