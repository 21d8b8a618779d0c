"""Where the reader's system chooses the colours (high contrast of Windows), what is drawn and where one is are seen."""

import pytest

from newsroom.articles.models import Article
from tests import crowded

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BEHIND = ".graticule, .frame, .hair, .leader, .equator, .sight"
# Shapes that carry something, not the lines behind them, whose ink does not stand out from the ground of the page.
FAINT = """(behind) => {
  const light = (colour) => {
    const part = (value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const [red, green, blue] = colour.match(/[\\d.]+/g).map((one) => part(one / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = light(getComputedStyle(document.documentElement).backgroundColor);
  const stands = (colour) => {
    const [low, high] = [ground, light(colour)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05) >= 3;
  };
  const inks = (shape) => { const { fill, stroke } = getComputedStyle(shape); return [fill, stroke]; };
  return [...document.querySelectorAll("svg :is(path, circle, rect, line, text)")]
    .filter((shape) => shape.checkVisibility() && !shape.matches(behind))
    .filter((shape) => !inks(shape).some((ink) => ink !== "none" && stands(ink)))
    .map((shape) => `${shape.outerHTML.slice(0, 100)} ${inks(shape)}`);
}"""
EDGED = """(element) => {
  const { borderBottomWidth, outlineStyle, outlineWidth } = getComputedStyle(element);
  return { border: borderBottomWidth, outline: outlineStyle === "none" ? "none" : outlineWidth };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_drawn_is_seen_in_colours_that_the_system_chooses(live_server, opened, scheme):
    pair = crowded.fill().address_in("en")
    story = Article.objects.order_by("slug").first().address_in("en")
    page = opened(forced_colors="active", color_scheme=scheme)
    for path in (pair, "/en/", story, "/en/agreements/"):
        assert page.goto(live_server.url + path).status == 200, path
        assert page.locator("main svg").count() > 0
        assert page.evaluate(FAINT, BEHIND) == [], path

    page.goto(f"{live_server.url}/en/pairs/")
    assert page.locator(".choices [aria-current]").first.evaluate(EDGED)["border"] == "3px"
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate(EDGED)["outline"] == "2px"
    page.goto(f"{live_server.url}/en/search/")
    assert page.locator("main .button").evaluate(EDGED)["border"] == "1px"
