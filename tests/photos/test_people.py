"""A caption names who is to be seen, from the left, under the rules that hold for every name."""

import pytest
from django.urls import reverse

from newsroom.articles.models import ArticlePhoto
from newsroom.languages import EN, ZH
from newsroom.people import deeds
from newsroom.photos.pictures import picture_of
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.publishing.amending.merging import merge
from newsroom.publishing.refused import Refused
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest():
    return factories.person("Ada Quay", name_zh="阿达", slug="ada-quay")


@pytest.fixture
def photo(guest):
    photo = factories.photo(caption_en="After the talks")
    factories.pictured(factories.person("Ben Pier", name_zh="本"), photo=photo, order=3)
    factories.pictured(guest, photo=photo, order=1)
    factories.pictured(photo=photo, words_en="an interpreter", words_zh="译员", order=2)
    return photo


@pytest.fixture
def article(photo):
    article = factories.article()
    ArticlePhoto.objects.create(article=article, photo=photo)
    for language in (EN, ZH):
        factories.published(article, language)
    return article


def names(photo, language: str) -> list[str]:
    return [one["name"] for one in picture_of(photo, language).people]


def test_people_are_named_from_the_left_in_each_language(photo):
    assert names(photo, EN) == ["Ada Quay", "an interpreter", "Ben Pier"]
    assert names(photo, ZH) == ["阿达", "译员", "本"]


def test_a_page_prints_them_in_words_and_links_who_has_a_page(client, article, guest):
    english, chinese = (client.get(article.address_in(language)).text for language in (EN, ZH))

    link = f'<a href="{guest.address_in(EN)}">Ada Quay</a>'
    assert f"From left: {link}, an interpreter, <a" in english
    assert "左起：<a" in chinese
    assert "、译员、" in chinese


def test_who_is_alone_is_not_counted_from_the_left(client, guest):
    photo, article = factories.photo(), factories.article()
    factories.pictured(guest, photo=photo)
    ArticlePhoto.objects.create(article=article, photo=photo)
    factories.published(article)

    assert "In the picture: <a" in client.get(article.address_in(EN)).text


def test_a_photo_whose_caption_counts_people_is_never_cut_in_a_story(photo):
    assert not any(source.media for source in picture_of(photo, EN, phone="phone").sources)
    assert picture_of(photo, EN, cut="lead").width == 1600


def test_a_public_photo_makes_public_whom_it_names_and_not_before(client, photo, guest):
    page = guest.address_in(EN)
    assert client.get(page).status_code == 404

    article = factories.article()
    ArticlePhoto.objects.create(article=article, photo=photo)
    factories.published(article)

    assert article.address_in(EN) in client.get(page).text


def test_the_photos_of_somebody_who_is_hidden_leave_the_site_and_come_back(client, article, photo, guest):
    address = reverse("photo", args=[photo.token, 480, "jpg"])
    publisher = factories.user("publisher")

    deeds.hide(guest, by=publisher, reason="A private person.")
    assert client.get(address).status_code == 404
    assert "After the talks" not in client.get(article.address_in(EN)).text

    deeds.show(guest, by=publisher)
    assert client.get(address).status_code == 200


def test_two_people_who_become_one_are_one_in_the_photo(photo, guest):
    known = factories.person("Ada Quay", slug="ada-quay-harbour")

    merge(guest, known, by=factories.user("publisher"))

    assert photo.pictured.filter(person=known).count() == 1


def test_two_who_stand_in_one_photo_are_not_merged_by_the_way(photo, guest):
    other = photo.pictured.get(order=3).person

    with pytest.raises(Refused, match="Both are in the same record"):
        merge(guest, other, by=factories.user("publisher"))


def test_people_are_added_to_a_public_photo_by_an_amendment(article, photo):
    late = factories.person("Cay Late")

    proposal = propose(photo, lambda: factories.pictured(late, photo=photo, order=4), by=factories.user("editor"))
    assert "Cay Late" not in names(photo, EN)

    amend(proposal, by=factories.user("publisher"), note_en="Cay Late has been named.")
    assert names(photo, EN)[-1] == "Cay Late"


@pytest.mark.parametrize("row", [{"words_en": "an interpreter", "person": True}, {}])
def test_somebody_in_a_photo_is_a_person_or_words(editor, photo, guest, row):
    new = factories.photo()
    typed = row | ({"person": guest.pk} if row.get("person") else {})
    form = {"focus_x": 50, "focus_y": 50, "pictured-TOTAL_FORMS": 1, "pictured-INITIAL_FORMS": 0, "alt_en": "Two"}
    form |= {f"pictured-0-{name}": value for name, value in ({"order": 7} | typed).items()}

    answer = editor.post(reverse("admin:photos_photo_change", args=[new.pk]), form)

    assert "one of the two" in answer.text
    assert not new.pictured.exists()
