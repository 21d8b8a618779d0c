"""Colours are named once, in tokens.css; everything else says which of them it means."""

import re

import pytest

from tests.architecture.reading import blanked, caught, hold, line_of, stylesheets, templates

NAMES = (
    "black white red green blue yellow orange purple pink brown gray grey silver gold navy teal olive maroon "
    "lime aqua fuchsia cyan magenta beige ivory khaki coral salmon tomato crimson indigo violet turquoise "
    "plum orchid lavender whitesmoke gainsboro snow linen wheat tan chocolate firebrick darkred darkgreen "
    "darkblue darkgray darkgrey lightgray lightgrey lightblue lightgreen steelblue royalblue slategray "
    "slategrey dimgray dimgrey rebeccapurple antiquewhite cornflowerblue dodgerblue forestgreen seagreen"
)
FUNCTIONS = "rgba?|hsla?|hwb|lab|lch|oklab|oklch|color"
NAMED = rf"(?<![-\w])({NAMES.replace(' ', '|')})(?![-\w(])"
COLOUR = rf"#[0-9a-f]{{3,8}}\b|\b({FUNCTIONS})\(|{NAMED}"
VALUE = re.compile(r"[-\w]+\s*:(?P<value>[^;{}]*)(?=[;}])", re.IGNORECASE)
ATTRIBUTE = re.compile(rf"\b(fill|stroke|stop-color|flood-color|color|bgcolor)=[\"'](?:{COLOUR})", re.IGNORECASE)


def colours_in_stylesheet(text):
    bare = blanked(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'|url\([^)]*\)", text)
    for declaration in VALUE.finditer(bare):
        if found := re.search(COLOUR, declaration["value"], re.IGNORECASE):
            yield line_of(bare, declaration), f"spells the colour {found[0]}"


def colours_in_template(text):
    for match in ATTRIBUTE.finditer(blanked(r"\{#.*?#\}", text)):
        yield line_of(text, match), f"spells a colour: {match[0]}"


def test_stylesheets_take_their_colours_from_the_tokens():
    hold(colours_in_stylesheet, [path for path in stylesheets() if path.name != "tokens.css"])


def test_drawings_take_their_colours_from_the_tokens():
    hold(colours_in_template, templates())


@pytest.mark.parametrize(
    "text",
    [
        "a { color: #a1b2c3; }",
        "a{border:1px solid red}",
        "a { background: rgb(0 0 0 / 5%); }",
        "a { --x: OKLCH(1 0 0); }",
    ],
)
def test_the_law_of_stylesheets_sees(text):
    assert caught(colours_in_stylesheet, text)


@pytest.mark.parametrize(
    "text",
    [
        "#add { color: var(--red); }",
        "a { color: currentColor; }",
        "/* red: #fff; */",
        "a { color: CanvasText; }",
    ],
)
def test_the_law_of_stylesheets_lets_the_rest_be(text):
    assert not caught(colours_in_stylesheet, text)


def test_the_law_of_drawings_sees():
    assert caught(colours_in_template, '<path fill="#fff">')
    assert not caught(colours_in_template, '<path fill="none" stroke="currentColor">')
