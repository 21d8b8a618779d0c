"""The front page of the demonstration's first story as a browser shows it: its drawing, on paper, its faces."""

from io import BytesIO

import pytest
from PIL import Image

from tests.look.faults import FAULTS

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

SCREENS = [(360, 740), (768, 1024), (1440, 900)]

SHALLOW = {"width": 360, "height": 240}
LAID_OUT = "element => element.checkVisibility({ contentVisibilityAuto: true })"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_first_screen_says_what_the_site_is_and_holds_and_searches_it(site, page, width, height, language, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site}/{language}/")

    boxes = [page.locator(f".purpose {part}").bounding_box() for part in ("> p", ".numbers", ".search-form")]
    first = page.locator("h1").bounding_box()
    assert all(box["y"] + box["height"] <= min(first["y"], 0.75 * height) for box in boxes)
    assert first["y"] + first["height"] <= height
    assert len({box["y"] for box in map(lambda one: one.bounding_box(), page.locator(".numbers a").all())}) == 1
    assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_drawing_lies_on_the_ground_of_the_page(site, page, scheme, language):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}/{language}/")
    drawing = page.locator(".drawn img").first
    drawing.scroll_into_view_if_needed()
    drawing.evaluate("image => image.decode()")

    box = drawing.bounding_box()
    around = {"x": box["x"] - 4, "y": box["y"], "width": 16, "height": 8}
    shot = Image.open(BytesIO(page.screenshot(clip=around))).convert("RGB")
    paper, ground = shot.getpixel((1, 4)), shot.getpixel((14, 4))

    bare = drawing.evaluate("image => getComputedStyle(image).backgroundColor") == "rgba(0, 0, 0, 0)"

    assert bare or scheme == "light"  # what waits for the file would be turned round too: a light block
    assert ground == pytest.approx(paper, abs=3)
    assert (max(ground) < 64) == (scheme == "dark")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_word_is_reached_by_keys_and_shown_where_its_link_leads(site, page, language):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}/{language}/pairs/ningbo-ganzhou/")
    page.locator(".facts .word").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/words/#relation")

    assert 0 <= page.locator("#relation").bounding_box()["y"] < 740
    assert page.evaluate(FAULTS) == []


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
