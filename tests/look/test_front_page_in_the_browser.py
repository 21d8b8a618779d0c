"""The front page of the demonstration's first story as a browser shows it: its drawing, on paper, its faces."""

import pytest

pytestmark = pytest.mark.browser

SHALLOW = {"width": 360, "height": 240}
LAID_OUT = "element => element.checkVisibility({ contentVisibilityAuto: true })"


def test_what_is_drawn_far_down_is_laid_out_when_a_reader_comes_near(site, page):
    page.set_viewport_size(SHALLOW)
    page.goto(site + "/en/")
    drawing = page.locator(".network svg.narrow")
    assert not drawing.evaluate(LAID_OUT)
    drawing.scroll_into_view_if_needed()
    page.wait_for_function(LAID_OUT, arg=drawing.element_handle())


def test_on_paper_all_is_laid_out(site, page):
    page.set_viewport_size(SHALLOW)
    page.emulate_media(media="print")
    page.goto(site + "/en/")
    assert page.locator(".network svg.wide").evaluate(LAID_OUT)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_is_set_in_the_faces_that_the_machine_has(site, page, language):
    page.goto(f"{site}/{language}/")
    found = page.evaluate("[...document.fonts].map(face => [face.family, face.weight, face.status])")
    assert "error" not in {status for *_, status in found}
    assert ["Local Song", "600 900", "loaded"] in found
    assert ["Local Hei", "100 500", "loaded"] in found
