"""The geometry of plots: nothing leaves the frame, no two labels meet, at the largest size that they are set in."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.plots import FIGURE, LARGEST, by_year, shares

counts = st.dictionaries(st.integers(1000, 2100) | st.none(), st.integers(0, 9_999), max_size=60)
UNTIL = 2026


def box(label):
    """Left, top, right and bottom of a label on a phone."""
    width = len(label.words) * LARGEST * FIGURE
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    return left, label.y - LARGEST * 0.75, left + width, label.y


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(above=counts, below=counts)
@example(above={2026: 1}, below={})
@example(above={}, below={1000: 9_999})
def test_nothing_leaves_the_frame_and_no_labels_meet(above, below):
    plot = by_year(above, below, until=UNTIL)
    if plot is None:
        assert not any(number for one in (above, below) for year, number in one.items() if year)
        return
    for bar in (*plot.above, *plot.below):
        assert bar.x >= 0 and bar.x + bar.width <= plot.width + 0.1
        assert bar.y >= 0 and bar.y + bar.height <= plot.height
    boxes = [box(label) for label in (*plot.years, *plot.marks)]
    assert all(
        left >= 0 and top >= 0 and right <= plot.width + 0.1 and bottom <= plot.height
        for left, top, right, bottom in boxes
    )
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))


@given(above=counts, below=counts)
def test_each_year_with_a_count_has_a_bar_of_its_own_and_a_row(above, below):
    plot = by_year(above, below, until=UNTIL)
    for bars, of in ((plot.above, above), (plot.below, below)) if plot else ():
        assert len(bars) == sum(1 for year, number in of.items() if year and number)
        assert not any(one.x + one.width > other.x + 0.1 for one, other in pairwise(bars))
    for year, upper, lower in plot.rows if plot else ():
        assert (upper, lower) == (above.get(year, 0), below.get(year, 0))


def test_bars_stand_on_their_side_of_the_years_and_are_as_high_as_what_they_count():
    plot = by_year({2019: 4, 2021: 2}, {2020: 1}, until=2021)
    (tall, short), (under,) = plot.above, plot.below
    assert (tall.height, short.height, under.height) == (4 * short.height / 2, short.height, short.height / 2)
    assert tall.y + tall.height == short.y + short.height == plot.band[0] < plot.band[1] == under.y
    assert tall.x < under.x < short.x


def test_the_years_reach_to_today():
    assert by_year({2019: 1}, {}, until=2026).years[-1].words == "2026"


def test_a_share_is_of_the_longest_and_what_is_not_nothing_is_seen():
    assert shares({"ports": 400, "sport": 100, "youth": 1, "law": 0}) == {
        "ports": 100,
        "sport": 25,
        "youth": 1,
        "law": 0,
    }
    assert shares({}) == {}


SHAPE = re.compile(r"<(?:path|circle|rect|line|ellipse|polygon)\b[^>]*>|<g\b[^>]*>|</g>")
INKED = re.compile(r'\b(?:fill|stroke)="')
DRAWINGS = [
    file
    for ending in ("html", "svg")
    for file in sorted((Path(settings.BASE_DIR) / "templates").rglob(f"*.{ending}"))
    if "<svg" in file.read_text("utf-8")
]


def uninked(drawing: str) -> list[str]:
    """Return the shapes that no presentation attribute of their own or of a group gives an ink."""
    groups, bare = [], []
    for found in SHAPE.findall(drawing):
        if found == "</g>":
            groups.pop()
        elif found.startswith("<g"):
            groups.append(bool(INKED.search(found)))
        elif not INKED.search(found) and not any(groups):
            bare.append(found)
    return bare


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.name)
def test_a_drawing_is_seen_without_the_stylesheet(file):
    assert uninked(file.read_text("utf-8")) == []


def test_a_shape_without_ink_would_be_noticed():
    assert uninked('<g fill="none"><path d="M0 0"/></g><circle r="2"/>') == ['<circle r="2"/>']
