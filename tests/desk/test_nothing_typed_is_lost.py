"""Words that were typed while the session died come back to whoever typed them."""

import pytest
from django.test import Client

from newsroom.articles.models import Article

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
