"""Maps of cities on a graticule, joined by great circles, without coastlines or borders: only what is certain."""

from itertools import pairwise
from math import cos, radians
from operator import itemgetter

from PIL import Image

from newsroom.demo.drawings.canvas import Canvas, Point, wide
from newsroom.languages import EN
from newsroom.places.globe import arc, east_of
from newsroom.places.models import Place

WIDTH, HEIGHT = 1600, 1067
NEATLINE = 84  # pixels from the edge of the picture
ROOM = (330, 190)  # padding in pixels between the neatline and the outermost city, for its name
STEPS = (1, 2, 5, 10, 15, 30, 45, 60)  # degrees between two lines of the graticule
LINES = 5  # at most in each direction, for their labels
NARROWEST = 5  # least width of the map in degrees, so that neighbouring cities do not look like two streets
NAME = 100
LABEL = 54  # a line's: still read on a phone, where the picture is a fifth as wide
RING = 24

Box = tuple[float, float, float, float]  # left, top, right, bottom


def way(language: str, places: list[Place]) -> Image.Image:
    """Draw the route through the places in order."""
    canvas, home = Canvas(WIDTH, HEIGHT), float(places[0].longitude)
    legs = [_leg(home, one, other) for one, other in pairwise(places)]
    frame = _Frame([point for leg in legs for point in leg])
    labels = _graticule(canvas, frame, home)
    for leg in legs:
        canvas.line([frame.spot(*point) for point in leg], "seal", 8)
    drawn = [frame.spot(*point) for leg in legs for point in leg[3:-3]]
    spots = [frame.spot(east_of(home, float(place.longitude)), float(place.latitude)) for place in places]
    for spot in spots:
        canvas.ring(spot, RING, "seal", 8)
    named = {str(place.name_in(language)): spot for place, spot in zip(places, spots, strict=True)}
    _names(canvas, named, language, (drawn, labels))
    return canvas.finished()


def _leg(home: float, one: Place, other: Place) -> list[Point]:
    """Return the great circle between two places as points (degrees east of `home`, degrees north)."""
    start, end = ((float(place.longitude), float(place.latitude)) for place in (one, other))
    return [(east_of(home, start[0] + east), north) for east, north in arc(start, end)]


class _Frame:
    """The map projection: equirectangular, with longitudes relative to home, true to scale at the middle latitude."""

    def __init__(self, points: list[Point]) -> None:
        easts, norths = list(map(itemgetter(0), points)), list(map(itemgetter(1), points))
        self.east, self.north = (max(easts) + min(easts)) / 2, (max(norths) + min(norths)) / 2
        self.shrunk = max(0.35, cos(radians(self.north)))
        across = max((max(easts) - min(easts)) * self.shrunk, NARROWEST)
        up = max(max(norths) - min(norths), NARROWEST / 3)
        clear = WIDTH - 2 * (NEATLINE + ROOM[0]), HEIGHT - 2 * (NEATLINE + ROOM[1])
        self.scale = min(clear[0] / across, clear[1] / up)
        self.north = min(self.north, 90 - (HEIGHT / 2 - NEATLINE) / self.scale)  # the map ends at the pole

    def spot(self, east: float, north: float) -> Point:
        x = WIDTH / 2 + (east - self.east) * self.shrunk * self.scale
        return x, HEIGHT / 2 - (north - self.north) * self.scale

    def degrees(self) -> tuple[Point, Point]:
        """Return ((west, east), (south, north)) of the neatline, in degrees."""
        half = (WIDTH / 2 - NEATLINE) / (self.shrunk * self.scale), (HEIGHT / 2 - NEATLINE) / self.scale
        return (self.east - half[0], self.east + half[0]), (self.north - half[1], self.north + half[1])


def _graticule(canvas: Canvas, frame: _Frame, home: float) -> list[Box]:
    """Draw meridians and parallels at round degrees, labelled below the neatline and inside it; return the latter."""
    (west, east), (south, north) = frame.degrees()
    step = next((step for step in STEPS if max(east - west, north - south) / step <= LINES), STEPS[-1])
    for degree in _round(west + home, east + home, step):
        x = frame.spot(degree - home, 0)[0]
        canvas.line([(x, NEATLINE), (x, HEIGHT - NEATLINE)], "rule", 1.5)
        canvas.words((x, HEIGHT - NEATLINE / 2), _meridian(degree), EN, LABEL, "quiet", face="sans")
    labels = []
    for degree in _round(max(-90, south), min(90, north), step):
        y = frame.spot(0, degree)[1]
        canvas.line([(NEATLINE, y), (WIDTH - NEATLINE, y)], "rule", 1.5)
        if y > NEATLINE + 2 * LABEL:
            canvas.words((NEATLINE + 16, y - 8), _parallel(degree), EN, LABEL, "quiet", face="sans", anchor="ld")
            labels.append((NEATLINE, y - LABEL, NEATLINE + 3 * LABEL, y))
    canvas.frame(NEATLINE, "quiet", 1.5)
    return labels


def _round(first: float, last: float, step: int) -> range:
    return range(int(-(-first // step)) * step, int(last) + 1, step)


def _meridian(degree: int) -> str:
    turned = (degree + 180) % 360 - 180
    return f"{abs(turned)}°" if turned in (0, -180) else f"{abs(turned)}°{'E' if turned > 0 else 'W'}"


def _parallel(degree: int) -> str:
    return "0°" if degree == 0 else f"{abs(degree)}°{'N' if degree > 0 else 'S'}"


def _names(canvas: Canvas, spots: dict[str, Point], language: str, taken: tuple[list[Point], list[Box]]) -> None:
    """Draw each city's name beside its ring, on the side where it covers least of what is `taken`."""
    points, written = [*taken[0], *spots.values()], list(taken[1])
    off, up = RING + 20, NAME * 0.6
    for name, (x, y) in spots.items():
        across = wide(name, language, NAME)
        tried = {
            "left": ((x - off, y), "rm", (x - off - across, y - up)),
            "right": ((x + off, y), "lm", (x + off, y - up)),
            "above": ((x, y - off - up), "mm", (x - across / 2, y - off - 2 * up)),
            "below": ((x, y + off + up), "mm", (x - across / 2, y + off)),
        }
        boxes = {side: (left, top, left + across, top + 2 * up) for side, (_at, _anchor, (left, top)) in tried.items()}
        side = min(tried, key=lambda one: _covered(boxes[one], points, written))
        canvas.words(tried[side][0], name, language, NAME, anchor=tried[side][1])
        written.append(boxes[side])


def _covered(box: Box, taken: list[Point], written: list[Box]) -> int:
    """Return the cost of a label box: points covered, plus 1000 if it overlaps a label or crosses the neatline."""
    left, top, right, bottom = box
    inside = left > NEATLINE and right < WIDTH - NEATLINE and top > NEATLINE and bottom < HEIGHT - NEATLINE
    over = any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in written)
    return sum(left - 8 < x < right + 8 and top < y < bottom for x, y in taken) + 1000 * (over or not inside)
