"""A story shows its photos, the first on the front page too, when they are public with it."""

import pytest

from newsroom.articles.models import ArticlePhoto
from newsroom.languages import EN
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_a_story_shows_its_photos_in_order_and_the_front_page_the_first(client):
    article = factories.article(slug="shown")
    for order, caption in ((2, "The table"), (1, "The pier")):
        ArticlePhoto.objects.create(article=article, photo=factories.photo(caption_en=caption), order=order)
    factories.published(article)

    page, front = client.get(article.address_in(EN)).text, client.get("/en/").text

    assert page.index("The pier") < page.index("The table")
    assert "The pier" in front
    assert "The table" not in front


def test_a_photo_that_was_taken_off_is_not_shown(client):
    article = factories.article(slug="shown")
    photo = factories.photo(caption_en="The pier")
    ArticlePhoto.objects.create(article=article, photo=photo)
    version = factories.published(article)
    photo.refresh_from_db()
    photo.public_until = version.public_from
    photo.save()

    assert "The pier" not in client.get(article.address_in(EN)).text
