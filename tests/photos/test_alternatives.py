"""Who cannot see a photo reads what is to be seen, in the language of the page."""

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import Article, ArticlePhoto
from newsroom.languages import EN, ZH
from newsroom.photos.models import Photo
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.publishing.refused import Refused
from tests import factories

pytestmark = pytest.mark.django_db
MISSING = "has no alternative text for this language"


def story_with(*photos: Photo) -> Article:
    article = factories.article()
    for order, photo in enumerate(photos):
        ArticlePhoto.objects.create(article=article, photo=photo, order=order)
    return article


def approve(version) -> None:
    deeds.approve(version, by=factories.user("publisher"))


def amended(record, change) -> None:
    amend(propose(record, change, by=factories.user("editor")), by=factories.user("publisher"), minor=True)


def test_a_version_is_not_approved_while_a_photo_has_no_text_in_its_language():
    article = story_with(factories.photo(), factories.photo(caption_en="The pier", alt_en=""))
    version = factories.submitted(article, EN)

    with pytest.raises(Refused) as refused:
        approve(version)

    (reason,) = refused.value.reasons
    assert "The pier" in reason
    assert MISSING in reason


def test_the_other_language_is_approved():
    article = story_with(factories.photo(alt_en=""))

    approve(factories.submitted(article, ZH))

    with pytest.raises(Refused, match=MISSING):
        approve(factories.submitted(article, EN))


def test_nor_is_it_approved_alone():
    version = factories.draft(story_with(factories.photo(alt_en="")), EN)

    with pytest.raises(Refused, match=MISSING):
        deeds.approve(version, by=factories.user("publisher"), alone="Typhoon warning")


def test_no_amendment_adds_a_photo_without_its_text():
    article = factories.published(language=EN).edition.article
    told, silent = factories.photo(), factories.photo(alt_en="")

    amended(article, lambda: ArticlePhoto.objects.create(article=article, photo=told))
    with pytest.raises(Refused, match=MISSING):
        amended(article, lambda: ArticlePhoto.objects.create(article=article, photo=silent))

    assert list(article.photos.all()) == [told]


def test_no_amendment_takes_the_text_from_a_photo():
    photo = factories.photo()
    approve(factories.submitted(story_with(photo), EN))

    with pytest.raises(Refused, match=MISSING):
        amended(photo, lambda: Photo.objects.filter(pk=photo.pk).update(alt_en=""))

    photo.refresh_from_db()
    assert photo.alt_en


def test_an_amendment_gives_a_photo_its_text_for_the_second_language():
    photo = factories.photo(alt_zh="")
    article = story_with(photo)
    approve(factories.submitted(article, EN))
    amended(photo, lambda: Photo.objects.filter(pk=photo.pk).update(alt_zh="两个人"))

    approve(factories.submitted(article, ZH))
