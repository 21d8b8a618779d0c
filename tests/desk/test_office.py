"""The publisher sets in the desk what the office chooses for itself; it holds from the next page on."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from newsroom.masthead.models import SiteSettings
from newsroom.publishing.models import LogEntry, Verb
from tests import factories
from tests.desk.typing import send
from tests.pages_records.conftest import released
from tests.photos import sent

ADD = reverse("admin:masthead_sitesettings_add")
PAGE = reverse("admin:masthead_sitesettings_change", args=[1])


@pytest.fixture
def office(db):
    return SiteSettings.objects.create(pk=1, name_en="Harbourton Desk", name_zh="虚构站")


def save(client, **typed):
    return send(client, PAGE, **typed)


def logo_in(client) -> list[str]:
    return re.findall('<img class="logo"[^>]+>', client.get("/en/").content.decode())


def test_a_logo_is_drawn_anew_and_stands_before_the_name(publisher, client, office):
    file = sent.upload(sent.picture("PNG", mode="RGBA", size=(880, 176), colour=(10, 20, 30, 0)), "logo.png")

    save(publisher, upload=file, logo_alt_en="The seal of the city")

    (image,) = logo_in(client)
    assert 'width="220" height="44" alt="The seal of the city"' in image
    answer = client.get(re.search('src="([^"]+)"', image)[1])
    assert answer.headers["Content-Type"] == "image/png"
    assert "immutable" in answer.headers["Cache-Control"]
    with Image.open(BytesIO(answer.content)) as drawn:
        assert (drawn.size, drawn.mode, drawn.getpixel((0, 0))[3]) == ((440, 88), "RGBA", 0)


def test_a_small_logo_is_not_made_smaller(publisher, client, office):
    save(publisher, upload=sent.upload(sent.picture("PNG", size=(60, 30)), "logo.png"))
    assert 'width="60" height="30" alt=""' in logo_in(client)[0]


def test_a_logo_stays_when_other_settings_are_saved_and_goes_when_it_is_taken_away(publisher, client, office):
    save(publisher, upload=sent.upload(sent.picture("PNG"), "logo.png"))
    save(publisher, name_en="Harbourton and the World")
    assert logo_in(client)

    save(publisher, drop="on")
    assert not logo_in(client)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This picture cannot be used here."),
        ("logo.jpg", sent.picture("PNG"), "this is a PNG file"),
        ("logo.png", sent.picture("PNG")[:60], "damaged or not complete"),
    ],
)
def test_a_file_that_will_not_do_is_refused(publisher, client, office, name, content, sentence):
    answer = save(publisher, upload=sent.upload(content, name), organiser_en="Office of Harbourton").content.decode()
    assert sentence in answer and "Office of Harbourton" in answer
    assert not logo_in(client)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"home": "nowhere"}, "No place has this address word"),
        ({"time_zone": "Moon/Sea"}, "There is no time zone Moon/Sea"),
        ({"accent_light": "#ffd700"}, "text needs 4.5"),
    ],
)
def test_a_choice_that_will_not_do_comes_back_with_a_sentence(publisher, office, typed, sentence):
    assert sentence in save(publisher, **typed).content.decode()


def test_how_hong_kong_is_named_holds_from_the_next_page_on(publisher, client, office):
    released(
        factories.stage(factories.pair(other=factories.place("Hong Kong", level="province", country="HK")), "contact")
    )
    assert "Hong Kong, China" not in client.get("/en/places/").content.decode()

    save(publisher, regions="mainland")
    assert "Hong Kong, China" in client.get("/en/places/").content.decode()


def test_an_office_begins_its_settings_where_there_are_none(publisher, client):
    home = factories.place("Harbourton", slug="harbourton")
    send(publisher, ADD, name_en="Harbourton Desk", home=home.slug)
    assert "Harbourton Desk" in client.get("/en/").content.decode()


def test_fewer_eyes_are_flagged_until_a_second_person_has_looked(publisher, client, office):
    save(publisher, approvals=0)
    flagged = LogEntry.objects.get(verb=Verb.SAVE)
    assert flagged.alone
    assert "1 → 0" in flagged.note

    save(publisher, approvals=2)
    assert not LogEntry.objects.latest("pk").alone
    save(publisher, approvers_may_have_edited="on")
    assert LogEntry.objects.latest("pk").alone
