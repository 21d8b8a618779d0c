"""Where the reader's system chooses the colours (high contrast of Windows), what is drawn and where one is are seen."""

import pytest

from newsroom.articles.models import Article
from tests import crowded

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BEHIND = ".graticule, .frame, .hair, .leader, .equator, .sight"
# Shapes that carry something, not the lines behind them, which are not drawn in the ink that the system chose.
FAINT = """(behind) => {
  const probe = document.body.appendChild(document.createElement("i"));
  const system = (name) => { probe.style.setProperty("color", name); return getComputedStyle(probe).color; };
  const chosen = [system("CanvasText"), system("LinkText")];
  probe.remove();
  const inks = (shape) => { const { fill, stroke } = getComputedStyle(shape); return [fill, stroke]; };
  return [...document.querySelectorAll("svg :is(path, circle, rect, line, text)")]
    .filter((shape) => shape.checkVisibility() && !shape.matches(behind))
    .filter((shape) => !inks(shape).some((ink) => chosen.includes(ink)))
    .map((shape) => `${shape.outerHTML.slice(0, 100)} ${inks(shape)}`);
}"""
EDGED = """(element) => {
  const { borderBottomWidth, outlineStyle, outlineWidth } = getComputedStyle(element);
  return { border: borderBottomWidth, outline: outlineStyle === "none" ? "none" : outlineWidth };
}"""


def test_what_is_drawn_is_seen_in_colours_that_the_system_chooses(live_server, opened):
    pair = crowded.fill().address_in("en")
    story = Article.objects.order_by("slug").first().address_in("en")
    page = opened(forced_colors="active")
    for path in (pair, "/en/", story, "/en/agreements/"):
        assert page.goto(live_server.url + path).status == 200, path
        assert page.locator("main svg").count() > 0
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(FAINT, BEHIND) == [], (path, scheme)

    page.goto(f"{live_server.url}/en/pairs/")
    assert page.locator(".choices [aria-current]").first.evaluate(EDGED)["border"] == "3px"
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate(EDGED)["outline"] == "2px"
    page.goto(f"{live_server.url}/en/search/")
    assert page.locator("main .button").evaluate(EDGED)["border"] == "1px"
