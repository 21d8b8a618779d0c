"""Words that were typed while the session died come back to whoever typed them."""

from unittest.mock import Mock

import pytest
from django.db import OperationalError, connection
from django.test import Client

from newsroom.articles.models import Article
from tests.desk.typing import send

pytestmark = pytest.mark.django_db

STORY = "/admin/articles/article/add/"
TYPED = {"en-headline": "Two cities sign", "en-body": "They met <in> the afternoon.", "year": "2019", "_save": "Save"}


def test_who_is_signed_out_meanwhile_gets_back_the_words_they_typed():
    answer = Client(headers={"accept-language": "en"}).post(STORY, TYPED)

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Two cities sign" in page and "They met &lt;in&gt; the afternoon." in page and "Not saved" in page
    assert not Article.objects.exists()


def test_who_signed_in_again_in_another_tab_gets_back_the_words_they_typed(editor):
    editor.handler.enforce_csrf_checks = True

    answer = editor.post(STORY, TYPED)

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "They met &lt;in&gt; the afternoon." in page and "Not saved" in page
    assert "default-src" in answer.headers["Content-Security-Policy"] and "<style" not in page


def test_the_page_that_hands_back_words_shows_no_password_and_sends_nothing_again():
    typed = {"username": "editor", "password": "not for eyes", "password1": "nor this"}

    page = Client(enforce_csrf_checks=True).post("/admin/login/", typed).content.decode()

    assert "not for eyes" not in page and "nor this" not in page and 'method="post"' not in page


def test_who_is_signed_out_and_typed_nothing_comes_to_the_door():
    answer = Client().post(STORY, {"_save": "Save"})

    assert answer.status_code == 302 and "/admin/login/" in answer.url


@pytest.fixture
def no_room():
    """A database that may not grow, as on a full disk."""
    if connection.vendor != "sqlite":
        pytest.skip("the cluster's disk is not this test's to fill")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


def test_who_finds_the_disk_full_gets_back_the_words_they_typed(editor, no_room):
    answer = send(editor, STORY, **TYPED | {"en-body": "They met <in> the afternoon. " * 20_000})

    page = answer.content.decode()
    assert answer.status_code == 503
    assert "They met &lt;in&gt; the afternoon." in page and "its disk may be full" in page


def test_who_finds_the_database_out_of_reach_gets_back_the_words_they_typed(editor, monkeypatch):
    monkeypatch.setattr(Article, "save", Mock(side_effect=OperationalError("the server has gone away")))

    answer = send(editor, STORY, **TYPED)

    assert answer.status_code == 503
    assert "They met &lt;in&gt; the afternoon." in answer.content.decode()
    assert not Article.objects.exists()
