"""The public pages as a browser shows them: past the masthead by keyboard, in large type, on paper."""

import pytest

from newsroom.publishing import release
from tests import factories
from tests.look.faults import FAULTS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SHALLOW = {"width": 360, "height": 240}
LAID_OUT = "element => element.checkVisibility({ contentVisibilityAuto: true })"
OFFICE = {"width": 1440, "height": 900}
NARROW = {"width": 320, "height": 720}


def test_the_first_key_leads_past_the_masthead(live_server, page):
    page.goto(live_server.url + "/en/")
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_large_type_is_kept_from_page_to_page(live_server, page):
    page.goto(live_server.url + "/en/")
    small = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    page.locator("[data-type-switch]").click()
    page.goto(live_server.url + "/zh/")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") != small
    assert page.locator("[data-type-switch]").get_attribute("aria-pressed") == "true"


def test_names_set_large_stay_on_the_narrowest_sheet_in_large_type(live_server, page):
    pair = factories.pair(factories.place("Wolver"), factories.place("Northingham"))
    release.release(factories.stage(pair, "sister-city"), by=factories.user("publisher"))
    page.set_viewport_size(NARROW)
    page.goto(f"{live_server.url}{pair.address_in('en')}?type=large")
    assert page.locator("html").get_attribute("class") == "large"
    assert [fault for fault in page.evaluate(FAULTS) if "too wide" in fault] == []


def test_on_paper_every_leaf_carries_the_address_and_nothing_can_be_pressed(live_server, page):
    page.goto(live_server.url + "/en/")
    page.emulate_media(media="print")
    foot = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--foot')")
    assert f"{live_server.url}/en/" in foot
    assert page.locator("nav:visible, button:visible, input:visible").count() == 0


@pytest.mark.parametrize(("size", "shown"), [(SHALLOW, [False, False]), (OFFICE, [True, True])])
def test_the_second_half_of_a_register_and_its_filters_wait_on_a_phone_alone(live_server, page, size, shown):
    pair = factories.pair(factories.place("Wolver"), factories.place("Northingham"))
    signed = [factories.agreement(pairs=(pair,)) for _ in range(11)]
    factories.published(factories.article(agreements=signed))
    page.set_viewport_size(size)
    page.goto(live_server.url + "/en/agreements/")
    last, form = page.locator("tbody.later th"), page.locator(".filters h2")
    assert [last.evaluate(LAID_OUT), form.evaluate(LAID_OUT)] == shown


@pytest.mark.parametrize("size", [SHALLOW, OFFICE])
def test_the_keyboard_comes_to_the_filters_without_walking_through_the_list(live_server, page, size):
    pair = factories.pair(factories.place("Wolver"), factories.place("Northingham"))
    factories.published(factories.article(agreements=[factories.agreement(pairs=(pair,)) for _ in range(11)]))
    page.set_viewport_size(size)
    page.goto(live_server.url + "/en/agreements/")
    jump = page.locator(".jump a")

    page.locator(".tally a", has_text="JSON").focus()
    page.keyboard.press("Tab")
    assert jump.evaluate("link => link === document.activeElement")
    assert jump.bounding_box()["width"] > 40
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('#narrow') !== null")


def test_who_does_not_use_the_keyboard_sees_no_way_to_what_stands_beside(live_server, page):
    factories.published(factories.article(agreements=[factories.agreement()]))
    page.set_viewport_size(OFFICE)
    page.goto(live_server.url + "/en/agreements/")
    assert page.locator(".jump").bounding_box()["width"] <= 1


def test_each_way_of_filtering_stands_at_its_words_and_paper_shows_no_way_on(live_server, page):
    pair = factories.pair(factories.place("Wolver"), factories.place("Northingham"))
    factories.published(factories.article(agreements=[factories.agreement(pairs=(pair,)) for _ in range(3)]))
    page.set_viewport_size({"width": 768, "height": 900})
    page.goto(live_server.url + "/en/agreements/")
    heights = page.locator(".filters .way :is(input, select)").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert max(heights) < 60

    page.emulate_media(media="print")
    assert page.get_by_text("What counts as one").count() == 1
    assert page.get_by_text("What counts as one").is_hidden()
