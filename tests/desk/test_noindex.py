"""No search engine lists an address of the desk, whatever it answers."""

import pytest
from django.test import Client

from newsroom.articles import deeds
from tests import factories
from tests.desk.conftest import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        ("", "/admin/login/", 200),
        ("", "/admin/", 302),
        ("", "/admin/nothing/", 302),
        ("editor", "/admin/", 200),
        ("editor", "/admin/login/", 302),
        ("editor", "/admin/accounts/user/", 403),
        ("editor", "/admin/nothing/", 404),
        ("editor", "/admin/articles/article", 301),
    ],
)
def test_every_answer_of_the_desk_says_noindex_and_is_kept_by_nobody(role, address, status):
    client = signed_in(role) if role else Client()

    answer = client.get(address)

    assert answer.status_code == status
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_what_a_preview_link_shows_is_not_listed_either(client):
    link = deeds.open_preview(factories.draft(), by=factories.user("publisher"), days=1)

    answer = client.get(f"/preview/{link.token}/")

    assert answer.status_code == 200
    assert "noindex" in answer.headers["X-Robots-Tag"]
