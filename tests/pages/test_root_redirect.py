"""The one address without a language leads to the front page in the reader's own."""

import pytest

from newsroom.masthead.models import SiteSettings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "/zh/"),
        ("en-GB,en;q=0.9,zh-TW;q=0.1", "/zh/"),
        ("zh-Hant", "/zh/"),
        ("en", "/en/"),
        ("de-DE,de;q=0.9", "/en/"),
        ("en,zh;q=0", "/en/"),
    ],
)
def test_the_door_leads_to_the_reader_s_language(client, asked, leads_to):
    response = client.get("/", headers={"accept-language": asked})

    assert (response.status_code, response.headers["Location"]) == (302, leads_to)


@pytest.mark.parametrize("asked", ["", "*", "\x00;;q=nonsense,,"])
@pytest.mark.parametrize(("first", "leads_to"), [("zh-hans", "/zh/"), ("en", "/en/")])
def test_who_names_no_language_is_led_to_the_site_s_first(client, asked, first, leads_to):
    SiteSettings.objects.create(pk=1, first_language=first)

    assert client.get("/", headers={"accept-language": asked}).headers["Location"] == leads_to


def test_the_root_redirect_is_not_cached(client):
    response = client.get("/", headers={"accept-language": "en"})

    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Vary"] == "Accept-Language"
