"""What cannot be shown is said on a page of the site, in the language of the address, and never as an error."""

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.urls import path

from newsroom.languages import EN, Words
from newsroom.pages.responses import Gone, Moved, NotHere
from newsroom.urls import urlpatterns as site
from newsroom.website.error_pages import failed

pytestmark = pytest.mark.django_db


def raising(exception):
    def view(request):
        raise exception

    return view


class answers:
    """The site, and beside it views that raise."""

    urlpatterns = [
        path("en/nothing/", raising(Http404())),
        path("zh/elsewhere/", raising(NotHere(Words("Port opens", EN), "/en/news/2019/port/"))),
        path("en/gone/", raising(Gone("Port opens", "It was about another port."))),
        path("en/moved/", raising(Moved("/en/places/port/"))),
        path("en/broken/", raising(ZeroDivisionError())),
        path("broken/", raising(ZeroDivisionError())),
        *site,
    ]
    handler400 = "newsroom.website.error_pages.not_understood"
    handler404 = "newsroom.website.error_pages.not_found"
    handler500 = "newsroom.website.error_pages.failed"


@pytest.fixture
def reader(client, settings):
    settings.ROOT_URLCONF = answers
    client.raise_request_exception = False
    return client


def test_nothing_here_is_said_in_the_language_of_the_address(reader):
    response = reader.get("/en/nothing/")

    assert response.status_code == 404
    assert '<html lang="en">' in response.text
    assert response.headers["Cache-Control"] == "no-store"
    assert '<html lang="zh-Hans">' in reader.get("/zh/nothing/").text


def test_an_address_without_a_language_is_answered_in_the_first_language(reader):
    assert '<html lang="zh-Hans">' in reader.get("/nothing/").text


def test_a_story_that_is_not_in_this_language_is_offered_in_the_one_it_has(reader):
    response = reader.get("/zh/elsewhere/")

    assert response.status_code == 404
    assert '<a href="/en/news/2019/port/" hreflang="en">' in response.text


def test_what_is_gone_is_said_with_its_headline_and_reason(reader):
    response = reader.get("/en/gone/")

    assert response.status_code == 410
    assert "<h1>Port opens</h1>" in response.text
    assert "It was about another port." in response.text


def test_what_has_moved_leads_to_its_new_address(reader):
    response = reader.get("/en/moved/")

    assert (response.status_code, response.headers["Location"]) == (301, "/en/places/port/")


def test_a_fault_of_ours_is_said_on_a_page(reader):
    response = reader.get("/en/broken/")

    assert response.status_code == 500
    assert '<html lang="en">' in response.text


def test_the_page_about_a_fault_needs_no_database(django_db_blocker):
    with django_db_blocker.block():
        assert "<h1>" in failed(RequestFactory().get("/en/")).text


def test_a_fault_at_an_address_of_no_language_is_said_in_both(reader):
    page = reader.get("/broken/").text

    assert "Something failed here" in page and "本站出现故障" in page
    assert 'href="/en/"' in page and 'href="/zh/"' in page


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_what_can_only_be_read_says_so(reader, method):
    response = getattr(reader, method)("/en/")

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert '<html lang="en">' in response.text


@pytest.mark.parametrize(
    "address",
    ["/en/?page=%00", "/en/%00/", "/en/?q=" + "a" * 10_000, "/en/?q=" + "%E5%AE%81" * 4_000],
)
def test_what_cannot_be_read_is_not_understood(reader, address):
    response = reader.get(address)

    assert response.status_code == 400
    assert '<html lang="en">' in response.text


@pytest.mark.parametrize("address", ["/en/?q=%ED%A0%80", "/en/?q=%FF%FE", "/en/?a=%", "/en/%ED%A0%80/", "/en/%FF/"])
def test_half_characters_in_an_address_break_nothing(reader, address):
    assert reader.get(address).status_code in (200, 400, 404)


def test_an_unknown_host_is_not_understood(reader):
    assert reader.get("/en/", headers={"host": "elsewhere.example"}).status_code == 400
