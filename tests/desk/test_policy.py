"""The desk's pages may hold the rich editor; no other page's policy has an exception."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom.desk import policy

pytestmark = pytest.mark.django_db
STRICT = {
    "default-src": "'none'",
    **dict.fromkeys(["script-src", "style-src", "img-src", "font-src", "manifest-src"], "'self'"),
    **dict.fromkeys(["connect-src", "form-action"], "'self'"),
    **dict.fromkeys(["base-uri", "frame-ancestors"], "'none'"),
}


def policy_of(answer) -> dict[str, str]:
    parts = answer.headers["Content-Security-Policy"].split("; ")
    return dict(part.rstrip(";").split(" ", 1) for part in parts)


@pytest.mark.parametrize("address", ["/en/", "/zh/", "/en/nothing-here/", "/robots.txt", "/", "/preview/nothing/"])
def test_pages_for_readers_keep_the_strict_policy(client, address):
    assert policy_of(client.get(address)) == STRICT


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/articles/article/add/", "/admin/nothing/"])
def test_the_desk_has_two_hashes_besides(publisher, address):
    said = policy_of(publisher.get(address))

    for directive in ("script-src", "style-src"):
        assert re.fullmatch("'self' 'sha256-[A-Za-z0-9+/]{43}='", said[directive])
    assert said | {"script-src": "'self'", "style-src": "'self'"} == STRICT


def test_an_editor_that_injects_another_style_is_not_let_in_unseen(monkeypatch, tmp_path):
    other = tmp_path / "editor.js"
    other.write_text("const style = `.Another { position: relative }`")
    monkeypatch.setattr(policy, "_served", lambda name: other)

    with pytest.raises(ImproperlyConfigured, match=r"look in its editor\.js"):
        policy.exceptions.__wrapped__()
