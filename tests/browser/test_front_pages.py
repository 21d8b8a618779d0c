"""What a browser makes of the front pages of a site that nobody has set up, and of the desk's door."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("address", ["/zh/", "/en/", "/admin/login/"])
def test_the_browser_has_nothing_to_complain_of_and_no_page_is_wider_than_its_window(page, live_server, address):
    answer = page.goto(live_server.url + address)

    assert answer.status == 200
    assert page.complaints == []
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
