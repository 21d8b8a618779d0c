"""The icons that browsers, phones and previews ask for: all of one mark, all in the office's own colour."""

import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.contrib.staticfiles import finders
from PIL import Image, ImageColor

from newsroom.masthead.models import SiteSettings
from newsroom.masthead.tokens import colours

pytestmark = pytest.mark.django_db

BLUE = "#1d4f7c"
SHAPES = {"touch.png": (180, 180), "share.png": (1200, 630), "favicon.ico": (48, 48)}


@pytest.fixture(params=["", BLUE], ids=["the house's colour", "the office's own"])
def accent(request):
    SiteSettings.objects.create(pk=1, name_en="Port News", name_zh="港城合作", accent_light=request.param)
    return request.param


def fetched(client, address):
    """Return what stands at an address, static or not, as bytes."""
    if address.startswith("/static/"):
        return Path(finders.find(address.removeprefix("/static/"))).read_bytes()
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    return answer.getvalue() if answer.streaming else answer.content


def named(client):
    """Return the addresses of the icons that a page and its manifest name, and of the picture of a shared page."""
    page = client.get("/en/").text
    links = dict(re.findall(r'<link rel="(icon|apple-touch-icon|manifest)" href="([^"]+)"', page))
    links["share"] = re.search(r'og:image" content="http://testserver([^"]+)"', page)[1]
    return links | {"favicon": client.get("/favicon.ico").headers["Location"]}


def colours_of(picture):
    """Return the two colours that cover most of a picture."""
    counted = sorted(picture.convert("RGB").getcolors(1 << 24), reverse=True)
    return {colour for _count, colour in counted[:2]}


@pytest.mark.parametrize("icon", SHAPES)
def test_every_drawn_icon_is_of_its_size_and_in_the_colour(client, accent, icon):
    (address,) = (address for address in named(client).values() if icon.partition(".")[0] in address)
    picture = Image.open(io.BytesIO(fetched(client, address)))

    assert picture.size == SHAPES[icon]
    seal = ImageColor.getrgb(accent or colours()["seal"][0])
    assert seal in colours_of(picture)
    assert icon != "favicon.ico" or picture.ico.sizes() == {(16, 16), (32, 32), (48, 48)}


def test_the_icon_of_a_tab_is_the_mark_in_the_colour(client, accent):
    mark = ElementTree.fromstring(fetched(client, named(client)["icon"]))

    assert mark.find("{http://www.w3.org/2000/svg}rect").get("fill") == (accent or colours()["seal"][0])


@pytest.mark.parametrize(("prefix", "tag", "name"), [("en", "en", "Port News"), ("zh", "zh-Hans", "港城合作")])
def test_a_phone_is_told_the_name_in_its_language_and_finds_every_icon(client, accent, prefix, tag, name):
    answer = client.get(f"/{prefix}/site.webmanifest")
    said = json.loads(answer.content)

    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert "manifest-src 'self'" in answer.headers["Content-Security-Policy"]
    assert f'<link rel="manifest" href="/{prefix}/site.webmanifest">' in client.get(f"/{prefix}/").text
    assert (said["name"], said["lang"], said["start_url"]) == (name, tag, f"/{prefix}/")
    assert {said["background_color"], said["theme_color"]} == {colours()["paper"][0]}
    assert all(fetched(client, icon["src"]) for icon in said["icons"])


def test_the_publisher_is_known_by_the_office_s_logo_or_else_by_the_mark(client, accent):
    def logo():
        return json.loads(re.search(r'ld\+json">(.*?)</script>', client.get("/en/").text)[1])["publisher"]["logo"]

    mark = logo()
    site = SiteSettings.objects.get()
    site.set_logo(b"a picture", 300, 44)
    site.save()

    assert mark["url"] == f"http://testserver{named(client)['apple-touch-icon']}"
    assert logo()["url"] == f"http://testserver/livery/{site.logo_hash}/logo.png"
    assert (logo()["width"], logo()["height"]) == (site.logo_width, site.logo_height)


def test_an_icon_of_another_colour_leads_to_that_of_today(client):
    SiteSettings.objects.create(pk=1, accent_light=BLUE)

    answer = client.get("/livery/a3262a/drawn/touch.png")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/livery/1d4f7c/drawn/touch.png")
    assert client.get("/livery/1d4f7c/drawn/mark.exe").status_code == 404
