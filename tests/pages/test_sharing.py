"""Where a link to a story is shared, readers see the photo that an editor chose for it, else a drawn picture."""

import json
import re
from html import unescape

import pytest
from django.urls import reverse

from newsroom.articles.models import Article, ArticlePhoto
from newsroom.languages import EN, LANGUAGES, ZH
from newsroom.photos.models import Photo
from newsroom.publishing import clock
from newsroom.publishing.release import take_off
from tests import factories

pytestmark = pytest.mark.django_db
ALT = {EN: "A ship leaves the port", ZH: "货轮离港"}


def story(*photos: Photo, chosen: Photo | None = None) -> Article:
    """Return a public story with these photos, the `chosen` one for sharing."""
    article = factories.article(slug="sails")
    for order, photo in enumerate(photos):
        ArticlePhoto.objects.create(article=article, photo=photo, order=order, for_sharing=photo == chosen)
    for language in LANGUAGES:
        factories.published(article, language, headline="The first ship sails")
    return article


def a_ship(**facts) -> Photo:
    return factories.photo(b"a ship", **{"alt_en": ALT[EN], "alt_zh": ALT[ZH]} | facts)


def shared(page: str) -> dict[str, str]:
    """Return what the page says of its picture."""
    found = re.findall(r'<meta property="og:image(:?\w*)" content="([^"]*)">', page)
    return {name.lstrip(":") or "address": unescape(said) for name, said in found}


def drawn(article: Article, prefix: str = "en") -> str:
    return f"http://testserver/og/{prefix}/{article.pk}.png"


def cut_of(photo: Photo, width: int = 1200) -> str:
    return "http://testserver" + reverse("photo-cut", args=[photo.token, f"share-{photo.focus}", width, "jpg"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chosen_photo_is_shown_cut_with_its_measures_its_type_and_its_text(client, language):
    first, ship = factories.photo(), a_ship(focus_x=30)
    article = story(first, ship, chosen=ship)

    page = client.get(article.address_in(language)).text

    assert shared(page) == {
        "address": cut_of(ship),
        "width": "1200",
        "height": "630",
        "type": "image/jpeg",
        "alt": ALT[language],
    }
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    answer = client.get(shared(page)["address"])
    assert (answer.headers["Content-Type"], answer.getvalue()) == ("image/jpeg", b"a ship")


@pytest.mark.parametrize(("width", "height", "measures"), [(1600, 700, "1200 × 630"), (600, 800, "600 × 315")])
def test_the_measures_are_those_of_the_cut_itself(client, width, height, measures):
    ship = a_ship(width=width, height=height)

    said = shared(client.get(story(ship, chosen=ship).address_in(EN)).text)

    assert f"{said['width']} × {said['height']}" == measures
    assert client.get(said["address"]).status_code == 200


def test_it_is_cut_for_sharing_where_it_is_always_whole_elsewhere(client):
    """Whoever shows a shared link cuts a picture of another shape, and not around its focal point."""
    plan = a_ship(whole=True)

    assert shared(client.get(story(plan, chosen=plan).address_in(EN)).text)["address"] == cut_of(plan)


def test_without_a_choice_the_picture_is_drawn(client):
    article = story(factories.photo(), a_ship())

    said = shared(client.get(article.address_in(ZH)).text)

    assert (said["address"], said["type"]) == (drawn(article, "zh"), "image/png")
    assert (said["width"], said["height"]) == ("1200", "630")


def test_a_choice_in_another_story_is_none_in_this(client):
    ship = a_ship()
    story(ship, chosen=ship)
    other = factories.article(slug="other")
    ArticlePhoto.objects.create(article=other, photo=ship)
    factories.published(other)

    assert shared(client.get(other.address_in(EN)).text)["address"] == drawn(other)


def test_until_the_chosen_photo_is_cut_the_picture_is_drawn(client):
    ship = a_ship()
    article = story(ship, chosen=ship)
    Photo.objects.filter(pk=ship.pk).update(cut_for="")

    assert shared(client.get(article.address_in(EN)).text)["address"] == drawn(article)


def test_a_chosen_photo_that_readers_do_not_see_is_not_shared_either(client):
    ship, seen = a_ship(), a_ship()
    article = story(ship, chosen=ship)
    take_off(ship, clock.moment())

    page = client.get(article.address_in(EN)).text
    assert shared(page)["address"] == drawn(article)
    assert ship.token not in page

    ArticlePhoto.objects.filter(photo=ship).update(photo=seen)
    factories.pictured(factories.person(hidden_at=clock.moment()), photo=seen)
    assert shared(client.get(article.address_in(EN)).text)["address"] == drawn(article)


def test_a_text_in_the_other_language_gives_way_to_the_headline(client):
    ship = a_ship()
    article = story(ship, chosen=ship)
    Photo.objects.filter(pk=ship.pk).update(alt_en="")

    assert shared(client.get(article.address_in(EN)).text)["alt"] == "The first ship sails"
    assert shared(client.get(article.address_in(ZH)).text)["alt"] == ALT[ZH]


def test_search_engines_are_told_of_the_same_picture(client):
    ship = a_ship()
    article = story(ship, chosen=ship)

    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(article.address_in(EN)).text)

    (told,) = (thing for thing in map(json.loads, blocks) if thing["@type"] == "NewsArticle")
    assert told["image"][-1] == {"@type": "ImageObject", "url": cut_of(ship), "width": 1200, "height": 630}
    assert drawn(article) not in [one["url"] for one in told["image"]]
