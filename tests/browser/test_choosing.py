"""An editor types a name, presses Enter, and has chosen what bears it."""

import pytest

from newsroom.places.install import install
from newsroom.places.models import Place
from tests.browser.choosing import look_for
from tests.browser.signing_in import at_the_desk, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("name", ["Ningbo", "Sudan", "苏州"])
def test_enter_takes_the_place_of_exactly_this_name(page, live_server, name):
    desk = at_the_desk(live_server)
    install()
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/cooperation/agreement/add/")

    look_for(page, "signed_in", name)
    page.locator(".select2-results__option--highlighted").filter(has_text=name).wait_for()
    page.keyboard.press("Enter")

    chosen = Place.objects.get(pk=page.input_value("#id_signed_in"))
    assert name in (chosen.name_zh, chosen.name_en)
    assert page.complaints == []
