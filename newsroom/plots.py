"""Plots: counts turned into geometry. Units are those of the view box; templates draw, `plot.css` sets ink and type.

A plot is drawn once and shown at every width. On a phone it is half as large and its words are set twice as large
(LARGEST), so every label keeps the room that it takes there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 640
LARGEST = 24  # units: the size of a label on the narrowest sheet
FIGURE = 0.6  # of its size: how wide a figure is
ROOM = 32  # the height of a line of labels
GUTTER = 72  # left of the columns: the number of the highest
SLOT = 40  # the widest a year stands
UNIT, HIGHEST = 28, 112  # the height of one, and of the most
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True)
class Bar:
    """A rectangle, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Label:
    """Words at a baseline point; `anchor` is "start", "middle" or "end"."""

    words: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class Plot:
    """Two counts a year: bars over a band with the years, and bars under it.

    From the year `first` to `last`. `above` and `below` hold a bar for each year that has any; `marks` number the
    highest of each, at the `heights` of hairlines; `rows` are the same as a table: (year, above, below),
    the newest first.
    """

    width: int
    height: int
    above: list[Bar]
    below: list[Bar]
    years: list[Label]
    marks: list[Label]
    heights: list[float]
    band: tuple[float, float]
    first: int
    last: int
    rows: list[tuple[int, int, int]]


def by_year(above: Mapping, below: Mapping, *, until: int) -> Plot | None:
    """Draw counts by year, from the first year that has any to `until` or beyond; None where no year has any.

    What has no year (None) is not drawn.
    """
    counts = [{year: number for year, number in one.items() if year and number} for one in (above, below)]
    known = sorted({*counts[0], *counts[1]})
    if not known:
        return None
    span = range(known[0], max(known[-1], until) + 1)
    slot = min(SLOT, (WIDTH - GUTTER) / len(span))
    tops = [_height_of(max(one.values(), default=0)) for one in counts]
    upper = tops[0] + ROOM if tops[0] else 0
    lower = upper + ROOM
    heights = ([upper - tops[0]] if tops[0] else []) + ([lower + tops[1]] if tops[1] else [])
    return Plot(
        width=WIDTH,
        height=round(lower + (tops[1] + ROOM if tops[1] else 0)),
        above=_bars(counts[0], span.start, slot, upper, up=True),
        below=_bars(counts[1], span.start, slot, lower, up=False),
        years=_years(span, slot, lower - ROOM * 0.3),
        marks=_marks(counts, heights),
        heights=[round(height, 1) for height in heights],
        band=(round(upper, 1), round(lower, 1)),
        first=span.start,
        last=span.stop - 1,
        rows=[(year, counts[0].get(year, 0), counts[1].get(year, 0)) for year in sorted(known, reverse=True)],
    )


def shares(numbers: Mapping) -> dict:
    """Return each number as a share of the largest, in per cent; non-zero values get at least 1 %."""
    most = max(numbers.values(), default=0)
    return {key: max(1, round(100 * number / most)) if number else 0 for key, number in numbers.items()}


def _height_of(most: int) -> float:
    return min(most * UNIT, HIGHEST)


def _bars(counts: Mapping[int, int], first: int, slot: float, base: float, *, up: bool) -> list[Bar]:
    most = max(counts.values(), default=0)
    width = max(slot * 0.64, min(slot, 1.5))
    bars = []
    for year in sorted(counts):
        height = max(2.0, _height_of(most) * counts[year] / most)
        x = GUTTER + (year - first) * slot + (slot - width) / 2
        bars.append(Bar(round(x, 2), round(base - height if up else base, 1), round(width, 2), round(height, 1)))
    return bars


def _years(span: range, slot: float, y: float) -> list[Label]:
    """Label as many round years as have room, at least one, the outer ones drawn into the frame."""
    room = 4 * LARGEST * FIGURE
    step = next((step for step in STEPS if step * slot >= room * 1.15), STEPS[-1])
    round_years = [year for year in span if year % step == 0] or [span.start]
    labels = []
    for year in round_years:
        middle = GUTTER + (year - span.start + 0.5) * slot
        x = min(max(middle, room / 2), WIDTH - room / 2)
        if not labels or x - labels[-1].x >= room * 1.05:
            labels.append(Label(str(year), round(x, 1), round(y, 1), "middle"))
    return labels


def _marks(counts: list[dict], heights: list[float]) -> list[Label]:
    """Number the highest bar above and below, at the left end of its hairline."""
    most = [max(one.values()) for one in counts if one]
    lifted = [-LARGEST * 0.3 if one is counts[0] else LARGEST * 0.95 for one in counts if one]
    return [
        Label(f"{number}", 0, round(height + lift, 1), "start")
        for number, height, lift in zip(most, heights, lifted, strict=True)
    ]
