"""A picture at its address: there while it is public, and else the same 404 as what never was."""

from datetime import timedelta

import pytest
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.models import ArticlePhoto
from newsroom.photos.pictures import picture_of
from newsroom.publishing import clock, release
from tests import factories

pytestmark = pytest.mark.django_db
NEVER = "/photos/nobody-of-this-name/480.webp"


def address(photo, width: int = 480, ending: str = "webp") -> str:
    return reverse("photo", args=[photo.token, width, ending])


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.fixture
def shown():
    photo = factories.photo(b"the picture")
    release.release(photo, by=factories.user("publisher"))
    return photo


def test_a_public_photo_is_shown(client, shown):
    answer = client.get(address(shown))

    assert (answer.status_code, body(answer)) == (200, b"the picture")
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert client.get(address(shown, ending="jpg")).headers["Content-Type"] == "image/jpeg"
    assert not client.cookies


def test_a_photo_comes_with_the_story_that_shows_it_and_goes_with_it(client):
    photo, article = factories.photo(), factories.article()
    ArticlePhoto.objects.create(article=article, photo=photo)
    version = factories.submitted(article)
    assert client.get(address(photo)).status_code == 404

    deeds.approve(version, by=factories.user("publisher"))
    assert client.get(address(photo)).status_code == 200

    deeds.withdraw(version.edition, by=factories.user("publisher"), reason="An error.", take_along=[photo])
    assert client.get(address(photo)).status_code == 404


def test_a_photo_is_not_shown_before_its_moment(client, monkeypatch):
    photo, moment = factories.photo(), clock.moment()
    release.release(photo, by=factories.user("publisher"), at=moment + timedelta(hours=1))
    assert client.get(address(photo)).status_code == 404

    monkeypatch.setattr("newsroom.publishing.clock.moment", lambda: moment + timedelta(hours=1))
    assert client.get(address(photo)).status_code == 200


def test_what_is_hidden_answers_as_what_never_was(client):
    hidden, never = client.get(address(factories.photo())), client.get(NEVER)

    assert (hidden.status_code, hidden.content) == (never.status_code, never.content)
    assert dict(hidden.headers) == dict(never.headers)


def test_a_copy_is_asked_for_again_and_not_sent_again(client, shown):
    first = client.get(address(shown))
    assert first.headers["Cache-Control"] == "public, no-cache"

    again = client.get(address(shown), headers={"if-none-match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_a_copy_is_no_longer_good_once_the_photo_is_withdrawn(client, shown):
    tag = client.get(address(shown)).headers["ETag"]
    release.retract(shown, by=factories.user("publisher"), reason="Nobody agreed.")

    assert client.get(address(shown), headers={"if-none-match": tag}).status_code == 404


@pytest.mark.parametrize(
    "what", ["481.webp", "480.png", "480.avif", "0.webp", "99999999999999999999.jpg", "original.jpg"]
)
def test_there_is_nothing_beside_the_renditions(client, shown, what):
    assert client.get(f"/photos/{shown.token}/{what}").status_code == 404


def test_pictures_are_only_for_looking_at(client, shown):
    assert client.post(address(shown)).status_code == 405
    assert client.head(address(shown)).status_code == 200


def test_a_page_is_given_everything_that_it_says_of_a_picture():
    photo = factories.photo(width=2400, height=1600, caption_en="", caption_zh="会谈后", alt_en="Two people", avif=True)

    picture = picture_of(photo, "en")

    assert (picture.width, picture.height) == (1600, 1067)
    assert picture.address == address(photo, 1600, "jpg")
    avif, webp = picture.sources
    assert webp.srcset == f"{address(photo, 480)} 480w, {address(photo, 960)} 960w, {address(photo, 1600)} 1600w"
    assert avif.srcset.startswith(address(photo, 480, "avif"))
    assert (picture.alt, picture.alt_lang, picture.caption.lang, picture.credit) == ("Two people", "", "zh-Hans", None)


def test_a_picture_that_is_higher_than_wide_is_set_apart():
    assert picture_of(factories.photo(width=1000, height=1400), "en").tall
    assert not picture_of(factories.photo(width=1000, height=1000), "en").tall


def test_a_picture_without_its_slow_renditions_does_not_offer_them():
    assert [source.type for source in picture_of(factories.photo(), "en").sources] == ["image/webp"]
