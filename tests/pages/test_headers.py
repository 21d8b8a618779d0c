"""What every answer says in its headers, and that it never depends on who asks."""

import gzip

import pytest
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db

ADDRESSES = ["/", "/en/", "/zh/news/", "/en/nothing/", "/en/?q=%00", "/robots.txt", "/healthz", "/sitemap.xml"]


@pytest.mark.parametrize("address", [*ADDRESSES, "/admin/login/"])
def test_every_answer_carries_the_policies(client, address):
    headers = client.get(address).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["X-Frame-Options"] == "DENY"


def test_https_is_demanded_only_where_the_site_is_served_by_it(client, settings):
    plain = client.get("/en/", secure=True)
    settings.SECURE_HSTS_SECONDS = 31_536_000
    served_by_https = Client()

    assert "Strict-Transport-Security" not in plain.headers
    assert "Strict-Transport-Security" in served_by_https.get("/en/", secure=True).headers
    assert "Strict-Transport-Security" not in served_by_https.get("/en/").headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_public_page_is_blind_to_who_asks(client, address, django_user_model):
    factories.submitted(headline="Waits for a second pair of eyes")
    stranger = client.get(address)
    client.force_login(factories.user("editor"))
    client.cookies["messages"] = "something to say"

    editor = client.get(address)

    assert editor.content == stranger.content
    assert dict(editor.headers) == dict(stranger.headers)
    assert not editor.cookies
    assert "Cookie" not in editor.headers.get("Vary", "")


@pytest.mark.parametrize(
    "headers", [{"accept-language": "zh"}, {"cookie": "django_language=zh-hans"}, {"user-agent": "Anything"}]
)
def test_a_page_under_a_language_looks_at_its_address_alone(client, headers):
    plain, asked = client.get("/en/"), client.get("/en/", headers=headers)

    assert asked.content == plain.content
    assert dict(asked.headers) == dict(plain.headers)


def test_a_page_may_be_kept_but_is_asked_for_again(client):
    first = client.get("/en/")
    again = client.get("/en/", headers={"if-none-match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "public, no-cache"
    assert again.status_code == 304
    assert "default-src 'none'" in again.headers["Content-Security-Policy"]


def test_what_is_not_here_yet_is_kept_by_nobody(client):
    assert client.get("/en/news/2019/never/").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", ["/en/news/", "/zh/", "/en/agreements.csv"])
def test_a_text_comes_packed_to_whoever_takes_it_so(client, address):
    plain, packed = client.get(address), client.get(address, headers={"accept-encoding": "br, gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.getvalue()) == plain.getvalue()
    assert "Content-Encoding" not in plain.headers
    assert "Accept-Encoding" in plain.headers["Vary"]


def test_the_desk_is_never_packed(client):
    answer = client.get("/admin/login/", headers={"accept-encoding": "gzip"})

    assert "Content-Encoding" not in answer.headers


def test_a_packed_page_that_has_not_changed_is_not_sent_again(client):
    first = client.get("/en/news/", headers={"accept-encoding": "gzip"})

    again = client.get("/en/news/", headers={"accept-encoding": "gzip", "if-none-match": first.headers["ETag"]})

    assert again.status_code == 304
