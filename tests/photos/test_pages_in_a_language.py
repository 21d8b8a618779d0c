"""A drawing with words in it stands on the pages of its language, and readers have it with the words of that page."""

import re

import pytest
from django.test import RequestFactory

from newsroom.articles import deeds
from newsroom.articles.models import Article, ArticlePhoto
from newsroom.articles.records import waiting_for_release
from newsroom.articles.wechat import for_wechat
from newsroom.languages import EN, LANGUAGES, ZH, other
from newsroom.masthead.models import SiteSettings
from newsroom.photos.models import Photo
from newsroom.photos.pictures import address_of, shape_of
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import amend, propose
from tests import factories

pytestmark = pytest.mark.django_db
CAPTIONS = {"": "Of both pages", EN: "Of the English page", ZH: "Of the Chinese page"}


def story_with(*languages: str, **mark) -> tuple[Article, dict[str, Photo]]:
    """Return a story in which a photo stands for each of these languages, "" for both."""
    article, photos = factories.article(), {}
    for order, language in enumerate(languages):
        photos[language] = photo = factories.photo(language.encode(), caption_en=CAPTIONS[language])
        ArticlePhoto.objects.create(article=article, photo=photo, order=order, language=language, **mark)
    return article, photos


def approve(article: Article, *languages: str) -> None:
    for language in languages:
        deeds.approve(factories.submitted(article, language), by=factories.user("publisher"))


def amended(article: Article, **columns) -> None:
    change = propose(article, lambda: article.shown.update(**columns), by=factories.user("editor"))
    amend(change, by=factories.user("publisher"), minor=True)


def status(client, photo: Photo) -> int:
    return client.get(address_of(photo, shape_of(photo, ""), 480, "jpg")).status_code


def shown(text: str, photos: dict[str, Photo]) -> set[str]:
    """Return for which languages the photos are that a page shows, or names in what it says to machines."""
    return {language for language, photo in photos.items() if photo.token in text}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_shows_those_of_its_language_and_those_of_both(client, language):
    article, photos = story_with("", EN, ZH)
    approve(article, *LANGUAGES)

    address = article.address_in(language)
    for page in (address, f"{address}?with={other(language)}"):
        assert shown(client.get(page).text, photos) == {"", language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_shows_the_first_of_its_language(client, language):
    article, photos = story_with(ZH, EN)
    approve(article, *LANGUAGES)

    assert shown(client.get("/en/" if language == EN else "/zh/").text, photos) == {language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_the_page_is_shared_with_the_drawing_of_its_language(client, language):
    article, photos = story_with(ZH, EN, for_sharing=True)
    approve(article, *LANGUAGES)

    shared = re.findall(r'"og:image" content="[^"]*"', client.get(article.address_in(language)).text)

    assert len(shared) == 1
    assert shown(shared[0], photos) == {language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_copied_for_wechat_holds_those_of_its_language(language):
    article, _photos = story_with(ZH, EN)
    version = factories.draft(article, language)
    factories.draft(article, other(language))

    page = for_wechat(
        version, at=clock.moment(), site=SiteSettings.current(), absolute=RequestFactory().get("/").build_absolute_uri
    )

    assert CAPTIONS[language] in page
    assert CAPTIONS[other(language)] not in page


def test_it_needs_its_alternative_text_in_that_language_alone():
    article, photos = story_with(ZH, EN)
    Photo.objects.filter(pk=photos[ZH].pk).update(alt_en="")
    Photo.objects.filter(pk=photos[EN].pk).update(alt_zh="")

    approve(article, *LANGUAGES)

    assert all(photo.is_public(clock.moment()) for photo in Photo.objects.all())


def test_readers_have_it_with_the_words_in_that_language_and_not_before(client):
    article, photos = story_with("", EN, ZH)

    approve(article, ZH)
    assert [status(client, photos[language]) for language in ("", EN, ZH)] == [200, 404, 200]

    approve(article, EN)
    assert [status(client, photos[language]) for language in ("", EN, ZH)] == [200, 200, 200]


def test_until_then_nobody_on_it_is_somebody_of_the_story(client):
    article, photos = story_with("", EN)
    there, ahead = factories.person("Ada Quay", slug="ada-quay"), factories.person("Ben Pier", slug="ben-pier")
    factories.pictured(there, photo=photos[""])
    factories.pictured(ahead, photo=photos[EN])
    factories.published(factories.article(events=[factories.event(people=(there, ahead))]))
    approve(article, ZH)

    told = {one.slug: article.address_in(ZH) in client.get(one.address_in(ZH)).text for one in (there, ahead)}
    assert told == {"ada-quay": True, "ben-pier": False}

    approve(article, EN)
    assert article.address_in(ZH) in client.get(ahead.address_in(ZH)).text


def test_until_then_no_desk_says_that_it_waits_for_a_release_of_its_own():
    article, _photos = story_with("", EN, ZH)

    approve(article, ZH)

    assert waiting_for_release(clock.moment(), 10) == []


def test_added_by_an_amendment_it_goes_out_with_the_page_of_its_language(client):
    article, photos = story_with("")
    approve(article, ZH)
    for language in LANGUAGES:
        photos[language] = factories.photo()
        row = {"article": article, "photo": photos[language], "language": language}
        change = propose(article, lambda row=row: ArticlePhoto.objects.create(**row), by=factories.user("editor"))
        amend(change, by=factories.user("publisher"), minor=True)

    assert [status(client, photos[language]) for language in ("", EN, ZH)] == [200, 404, 200]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_that_an_amendment_moves_to_the_page_of_a_language_leaves_the_other(client, language):
    article, photos = story_with("")
    approve(article, EN)

    amended(article, language=language)

    assert status(client, photos[""]) == (200 if language == EN else 404)
    assert shown(client.get(article.address_in(EN)).text, photos) == ({""} if language == EN else set())


def test_one_that_an_amendment_gives_to_both_pages_is_on_both(client):
    article, photos = story_with(ZH)
    approve(article, EN)
    assert status(client, photos[ZH]) == 404

    amended(article, language="")

    assert status(client, photos[ZH]) == 200
    assert shown(client.get(article.address_in(EN)).text, photos) == {ZH}


def test_one_that_changes_pages_between_two_that_are_public_never_goes(client):
    article, photos = story_with(ZH)
    approve(article, *LANGUAGES)

    amended(article, language=EN)

    assert status(client, photos[ZH]) == 200
    assert shown(client.get(article.address_in(EN)).text, photos) == {ZH}
    assert shown(client.get(article.address_in(ZH)).text, photos) == set()


def test_an_amendment_from_before_there_were_pages_of_a_language_still_adds_its_photo(client):
    article, _photos = story_with("")
    approve(article, EN)
    photo = factories.photo()
    change = propose(
        article, lambda: ArticlePhoto.objects.create(article=article, photo=photo), by=factories.user("editor")
    )
    for snapshot in (change.before, change.after):
        for row in snapshot["rows"]["shown"]:
            del row["fields"]["language"]
    change.save()

    amend(change, by=factories.user("publisher"), minor=True)

    assert status(client, photo) == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preview_of_a_page_shows_those_of_its_language(client, language):
    article, photos = story_with("", EN, ZH)
    link = deeds.open_preview(factories.draft(article, language), days=1, by=factories.user("publisher"))

    assert shown(client.get(f"/preview/{link.token}/").text, photos) == {"", language}
    opened = {code: client.get(f"/preview/{link.token}/photos/{photo.token}/480.jpg") for code, photo in photos.items()}
    assert {code for code, answer in opened.items() if answer.status_code == 200} == {"", language}


@pytest.mark.parametrize("drawn", [True, False])
def test_a_drawing_on_light_ground_is_marked_on_the_page_and_in_the_list(client, drawn):
    article = factories.article()
    ArticlePhoto.objects.create(article=article, photo=factories.photo(drawn=drawn, whole=True))
    approve(article, *LANGUAGES)
    for _newer in range(3):  # the lead and the two beside it bear no thumbnail
        factories.published()

    assert ('class="photo drawn"' in client.get(article.address_in(EN)).text) == drawn
    assert ('class="thumb whole drawn"' in client.get("/en/").text) == drawn
