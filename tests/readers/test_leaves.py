"""What is printed, or saved as a PDF, is a set sheet: the words, the address, the number, and nothing to press."""

from dataclasses import dataclass

import pytest

from tests.readers.leaves import Leaf, leaves, printed, solid

pytestmark = pytest.mark.browser

A4 = (210, 297)
SIDE, TOP, LOWEST = 18, 18, 8  # millimetres from the edges
HAIR = 0.5  # as much may a letter hang over
LEAST = 40  # letters on a leaf
STORY = "news/2019/ningbo-ganzhou-framework-agreement/"
SHEETS = {  # how a page is asked for, and the most leaves it may fill
    f"/zh/{STORY}": 2,
    f"/en/{STORY}": 2,
    f"/zh/{STORY}?with=en": 3,
    "/en/agreements/": 3,
    "/zh/pairs/ningbo-nottingham/": 2,
}
TOLD = "h1:not(.twin h1), .twin h1 a, h2:not(.filters h2), .standfirst, .prose > p, .title, tbody th, .as-table td, dt"
PRESSED = "nav a, button, .skip, .tools a, .search-form label, .filters legend, summary, .data a"
WORDS = "elements => elements.map(one => one.textContent).filter(words => words.trim())"


@dataclass(frozen=True)
class Sheet:
    """A page of the site, what is told on it and what is pressed on a screen, and the leaves it was printed on."""

    address: str
    most: int
    told: list[str]
    pressed: list[str]
    leaves: list[Leaf]


@pytest.fixture(scope="module")
def sheets(chromium, address):
    """The pages, printed with their grounds by someone whose screen is dark: the hardest case."""
    page, made = chromium.new_page(color_scheme="dark"), []
    for place, most in SHEETS.items():
        page.goto(address + place)
        told, pressed = ([solid(words) for words in page.eval_on_selector_all(part, WORDS)] for part in (TOLD, PRESSED))
        made.append(Sheet(address + place.partition("?")[0], most, told, pressed, leaves(printed(page, grounds=True))))
    page.close()
    return made


def test_every_leaf_says_where_it_is_from_and_which_it_is(sheets):
    for sheet in sheets:
        for number, leaf in enumerate(sheet.leaves, start=1):
            assert sheet.address in leaf.foot
            assert leaf.foot.endswith(f"{number}/{len(sheet.leaves)}")


def test_a_page_fills_no_more_leaves_than_its_words_need(sheets):
    assert [(sheet.address, len(sheet.leaves)) for sheet in sheets if len(sheet.leaves) > sheet.most] == []
    assert [sheet.address for sheet in sheets if any(len(leaf.words) < LEAST for leaf in sheet.leaves)] == []


def test_the_words_are_all_there(sheets):
    for sheet in sheets:
        together = "".join(leaf.words for leaf in sheet.leaves)
        assert sheet.told
        # The beginning of each: lines of two columns that stand at one height are read as one.
        assert [words for words in sheet.told if words[:6] not in together] == [], sheet.address


def test_nothing_on_paper_is_there_to_be_pressed(sheets):
    for sheet in sheets:
        lines = {line for leaf in sheet.leaves for line in leaf.lines} - set(sheet.told)
        assert sheet.pressed
        assert [words for words in sheet.pressed if words in lines] == [], sheet.address


def test_printed_pages_keep_their_margins_empty(sheets):
    for sheet in sheets:
        for leaf in sheet.leaves:
            left, bottom, right, top = leaf.box
            assert SIDE - HAIR <= left < right <= A4[0] - SIDE + HAIR, sheet.address
            assert LOWEST <= bottom < top <= A4[1] - TOP + HAIR, sheet.address


def test_paper_stays_white_where_nothing_is_printed(sheets):
    assert {leaf.ground for sheet in sheets for leaf in sheet.leaves} == {(255, 255, 255)}
