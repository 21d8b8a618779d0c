"""The focal point of a photo is set by pressing on the picture or by keys; nothing moves on a page as pictures come."""

from io import BytesIO

import pytest
from PIL import Image

from newsroom.articles.models import ArticlePhoto
from newsroom.languages import EN
from newsroom.photos.models import Photo
from tests import factories
from tests.browser.signing_in import at_the_desk, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOVED = """
window.moved = 0;
const add = (list) => list.getEntries().forEach((entry) => { window.moved += entry.value });
new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
"""


def picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (1600, 1200), "teal").save(stream, "JPEG")
    return stream.getvalue()


def test_a_press_on_the_picture_writes_the_two_percentages(page, live_server):
    desk, photo = at_the_desk(live_server), factories.photo(picture())
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/photos/photo/{photo.pk}/change/")
    box = page.locator(".desk-focus img").bounding_box()

    page.mouse.click(box["x"] + box["width"] / 4, box["y"] + box["height"] * 0.8)
    assert (page.input_value("#id_focus_x"), page.input_value("#id_focus_y")) == ("25", "80")
    page.get_by_role("button", name="Save", exact=True).click()

    assert Photo.objects.get().focus == "25-80"
    assert page.complaints == []


def test_the_arrow_keys_move_it_too_and_never_out_of_the_picture(page, live_server):
    desk, photo = at_the_desk(live_server), factories.photo(picture())
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/photos/photo/{photo.pk}/change/")

    page.focus("#id_focus_y")
    page.keyboard.press("ArrowUp")
    assert page.input_value("#id_focus_y") == "51"
    page.focus(".desk-focus img")
    for key in ("ArrowLeft", "ArrowLeft", *["Shift+ArrowDown"] * 6):
        page.keyboard.press(key)
    mark, frame = page.locator(".desk-focus-mark").bounding_box(), page.locator(".desk-focus").bounding_box()
    assert mark["y"] + mark["height"] / 2 == pytest.approx(frame["y"] + frame["height"], abs=2)
    page.keyboard.press("Shift+ArrowUp")
    page.get_by_role("button", name="Save", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/photos/photo/")

    assert Photo.objects.get().focus == "48-90"
    assert page.complaints == []


@pytest.mark.parametrize("width", [360, 1440])
def test_no_word_moves_while_pictures_come(page, live_server, width):
    article = factories.article()
    for order in range(2):
        ArticlePhoto.objects.create(article=article, photo=factories.photo(picture(), width=1600), order=order)
    factories.published(article)
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(MOVED)

    page.goto(f"{live_server.url}{article.address_in(EN)}")
    for image in page.locator("picture img").all():
        image.evaluate("async (image) => { image.scrollIntoView(); image.loading = 'eager'; await image.decode() }")

    assert page.evaluate("moved") == 0
    assert page.locator("picture img").first.evaluate("image => image.currentSrc").endswith(".webp")
