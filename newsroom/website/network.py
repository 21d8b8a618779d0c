"""Network drawing of the home city: dots by longitude and latitude, a great-circle arc to each.

A schematic on a graticule, without borders or coastlines. Longitudes are relative to home: a great circle never
crosses the meridian opposite its start, so every arc is unbroken inside the frame.
"""

from dataclasses import dataclass
from typing import Any

from newsroom.places.globe import arc, east_of
from newsroom.website.labels import Label, placed

NARROWEST = 24  # degrees: the smallest span, so that one neighbour is not drawn as two streets
MARGIN = 0.12  # of the drawn span, on each side: room for labels
STEPS = (1, 2, 5, 10, 15, 30)
CELLS = 14  # maximal number of graticule lines across


@dataclass(frozen=True)
class Sheet:
    """Canvas in drawing units: width, range of heights, font sizes of labels and of home's label.

    A degree of latitude may be drawn up to `stretch` times as long as one of longitude: a tall canvas has room for
    labels. Of an arc every `piece`-th point is drawn.
    """

    width: int
    lowest: int
    highest: int
    size: float
    home_size: float
    stretch: float = 1
    piece: int = 1


# On a tablet the wide drawing is scaled to two thirds: its labels are 15 units where there is room, 17 on a tablet.
WIDE = Sheet(width=1040, lowest=360, highest=600, size=17, home_size=22)
NARROW = Sheet(width=360, lowest=320, highest=440, size=12, home_size=15, stretch=2.4, piece=2)


@dataclass(frozen=True)
class Dot:
    """A place in the drawing: centre in drawing units, its page, and its label (None: no room)."""

    name: str
    address: str
    x: float
    y: float
    label: Label | None


@dataclass(frozen=True)
class Drawing:
    """Context of the template. `graticule` and `arcs` are path data, in units of the view box."""

    width: int
    height: int
    graticule: str
    arcs: list[str]
    home: Dot
    dots: list[Dot]


@dataclass(frozen=True)
class Frame:
    """The map's window: its centre in degrees (longitude relative to home), units per degree, its size."""

    east: float
    north: float
    scale: float
    rise: float
    width: int
    height: int

    def spot(self, east: Any, north: Any) -> tuple:
        """Return a point's drawing units, from degrees east of home and north of the equator."""
        x = self.width / 2 + (east - self.east) * self.scale
        y = self.height / 2 - (north - self.north) * self.rise
        return round(x, 1), round(y, 1)


def drawing(home: Any, places: Any, sheet: Any = WIDE) -> Any:
    """Return the drawing of the network.

    `home` and each of `places` are (name, longitude, latitude, address), degrees east and north. Without places the
    drawing is the home city alone. Raise ValueError for a longitude beyond ±180 or a latitude beyond ±90.
    """
    for _name, longitude, latitude, _address in (home, *places):
        if abs(longitude) > 180 or abs(latitude) > 90:
            raise ValueError(f"No such point on the globe: {longitude}, {latitude}")
    meridian = home[1]
    curves = [_thinned(arc(home[1:3], place[1:3]), sheet.piece) for place in places]
    frame = framed([(0, home[2]), *(point for curve in curves for point in curve)], sheet)
    spots = [frame.spot(east_of(meridian, place[1]), place[2]) for place in (home, *places)]
    lines = [[frame.spot(*point) for point in curve] for curve in curves]
    sizes = [sheet.home_size] + [sheet.size] * len(places)
    labels = placed([place[0] for place in (home, *places)], sizes, spots, lines, (sheet.width, frame.height))
    dots = [
        Dot(place[0], place[3], *spot, label) for place, spot, label in zip((home, *places), spots, labels, strict=True)
    ]
    arcs = [_path(line) for line in lines]
    return Drawing(sheet.width, frame.height, _graticule(frame, meridian), arcs, dots[0], dots[1:])


def framed(points: Any, sheet: Any) -> Any:
    """Return the frame of these points with a margin: as wide as the sheet, as high as needed within its range."""
    easts, norths = [east for east, _ in points], [north for _, north in points]
    across = max(max(easts) - min(easts), NARROWEST) * (1 + 2 * MARGIN)
    up = (max(norths) - min(norths)) * (1 + 2 * MARGIN)
    scale = sheet.width / across if not up else min(sheet.width / across, sheet.highest / up)
    rise = scale if not up else max(scale, min(scale * sheet.stretch, sheet.lowest / up))
    height = round(max(sheet.lowest, up * rise))
    return Frame((max(easts) + min(easts)) / 2, (max(norths) + min(norths)) / 2, scale, rise, sheet.width, height)


def _thinned(points: Any, piece: Any) -> list:
    """Return every `piece`-th of the points, the first and the last among them."""
    return [*points[:-1:piece], points[-1]]


def _path(line: Any) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in line)


def _graticule(frame: Any, meridian: Any) -> str:
    """Return meridians and parallels in round degrees, as one path."""
    step = next((step for step in STEPS if frame.width / (step * frame.scale) <= CELLS), STEPS[-1])
    half_width, half_height = frame.width / 2 / frame.scale, frame.height / 2 / frame.rise
    middle = meridian + frame.east
    meridians = _round_degrees(middle - half_width, middle + half_width, step)
    parallels = _round_degrees(max(-90, frame.north - half_height), min(90, frame.north + half_height), step)
    down = (f"M{frame.spot(degree - meridian, 0)[0]:g} 0V{frame.height}" for degree in meridians)
    along = (f"M0 {frame.spot(0, degree)[1]:g}H{frame.width}" for degree in parallels)
    return "".join((*down, *along))


def _round_degrees(first: Any, last: Any, step: Any) -> Any:
    return range(int(-(-first // step)) * step, int(last) + 1, step)
