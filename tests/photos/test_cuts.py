"""Where a picture has no room it is cut around its focal point, and it is cut anew when that point has moved."""

import re
from importlib import import_module

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image

from newsroom.articles.models import ArticlePhoto
from newsroom.languages import EN
from newsroom.photos import files, image_worker, late
from newsroom.photos.deeds import enter
from newsroom.photos.models import Photo
from newsroom.photos.pictures import picture_of, thumb_of
from newsroom.publishing.amending.amendments import amend, propose
from tests import factories
from tests.photos import sent
from tests.photos.storage import kept
from tests.photos.test_intake import near, opened

pytestmark = pytest.mark.django_db


def half_red() -> bytes:
    """Return a wide picture, red on its left half, blue on the other."""
    image = Image.new("RGB", (1200, 400), "blue")
    image.paste("red", (0, 0, 600, 400))
    return sent.encoded(image, "JPEG")


def entered(**facts) -> Photo:
    return enter(sent.upload(half_red()), by=factories.user("editor"), alt_en="Red and blue", **facts)


def seen_at(photo: Photo, name: str) -> str:
    image = opened(photo, name)
    colour = image.getpixel((image.width // 2, image.height // 2))
    return "red" if near(colour, (254, 0, 0)) else "blue" if near(colour, (0, 0, 254)) else "between"


@pytest.mark.parametrize(
    ("cut", "focus", "box"),
    [
        ("lead", "50-50", (300, 0, 900, 400)),
        ("lead", "0-0", (0, 0, 600, 400)),
        ("lead", "100-100", (600, 0, 1200, 400)),
        ("phone", "25-50", (140, 0, 460, 400)),
        ("row", "90-10", (800, 0, 1200, 400)),
        ("share", "25-50", (0, 0, 762, 400)),
    ],
)
def test_a_cut_stands_around_the_focal_point_and_inside_the_picture(cut, focus, box):
    assert image_worker.box_of(1200, 400, cut, focus) == box


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 3000), (3000, 1), (7, 5)])
@pytest.mark.parametrize("cut", image_worker.CUTS)
def test_every_picture_can_be_cut(cut, width, height):
    left, top, right, bottom = image_worker.box_of(width, height, cut, "33-67")
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height


def test_a_picture_is_cut_for_its_focal_point_as_it_is_entered():
    photo = entered(focus_x=10, focus_y=50)

    assert photo.is_cut
    assert {seen_at(photo, f"{cut}-10-50-{width}.jpg") for cut, width in (("row", 120), ("phone", 320))} == {"red"}
    assert "lead-10-50-480.webp" in kept(photo)


def test_after_its_focal_point_has_moved_it_is_shown_whole_until_a_tick_has_cut_it_anew():
    photo = entered()
    photo.focus_x = 90
    photo.save()
    assert (thumb_of(photo).width, thumb_of(photo).height) == (1200, 400)

    late.cut_anew()

    photo.refresh_from_db()
    assert (thumb_of(photo).width, thumb_of(photo).height) == (240, 240)
    assert seen_at(photo, "row-90-50-120.webp") == "blue"
    assert not [name for name in kept(photo) if "50-50" in name]


def test_a_tick_makes_the_slow_renditions_of_the_new_cuts_too():
    photo = entered()
    late.make_avif()
    Photo.objects.update(focus_x=0)

    late.cut_anew()
    late.make_avif()

    assert "lead-0-50-480.avif" in kept(photo)


def test_the_photos_of_a_site_that_is_brought_up_to_date_are_cut_for_sharing_too():
    photo = entered()
    for ending in ("jpg", "webp"):
        default_storage.delete(files.stored(photo.token, f"share-50-50-762.{ending}"))
    import_module("newsroom.photos.migrations.0002_share_cut").cut_anew(apps, None)

    late.cut_anew()

    photo.refresh_from_db()
    assert photo.is_cut
    assert opened(photo, "share-50-50-762.jpg").size == (762, 400)


def test_another_tick_cuts_nothing_anew(monkeypatch):
    entered()
    monkeypatch.setattr(late, "in_darkroom", lambda *_: pytest.fail("it was cut"))
    late.cut_anew()


def test_a_focal_point_is_proposed_shown_and_approved_like_any_fact(client):
    photo, article = factories.photo(), factories.article()
    ArticlePhoto.objects.create(article=article, photo=photo)
    factories.published(article)

    def move():
        Photo.objects.filter(pk=photo.pk).update(focus_y=20)

    proposal = propose(photo, move, by=factories.user("editor"))
    photo.refresh_from_db()
    assert photo.focus == "50-50"

    amend(proposal, by=factories.user("publisher"), minor=True)
    photo.refresh_from_db()
    assert photo.focus == "50-20"
    assert "row-50-20" not in client.get("/en/").text


def test_a_cut_is_shown_at_its_own_address_for_the_focal_point_of_now(client):
    photo, article = factories.photo(b"the cut"), factories.article()
    ArticlePhoto.objects.create(article=article, photo=photo)
    factories.published(article)

    def status(cut: str, width: int = 120) -> int:
        return client.get(reverse("photo-cut", args=[photo.token, cut, width, "jpg"])).status_code

    assert status("row-50-50") == 200
    assert {status(cut) for cut in ("row", "row-50-51", "whole-50-50", "50-50", "-50-50", "row-50-50-50-50")} == {404}
    assert status("row-50-50", 480) == 404
    Photo.objects.update(focus_x=1)
    assert status("row-50-50") == status("row-1-50") == 404


def test_a_wide_photo_that_stands_first_is_cut_on_a_narrow_sheet_and_whole_on_a_wide_one():
    photo = factories.photo(width=1600, height=900)

    picture = picture_of(photo, "en", phone="phone")

    narrow = [source for source in picture.sources if source.media]
    assert [source.type for source in narrow] == ["image/webp", "image/jpeg"]
    assert {(source.width, source.height) for source in narrow} == {(720, 900)}
    assert (picture.width, picture.height) == (1600, 900)
    tall = factories.photo(width=900, height=1600)
    assert not any(source.media for source in picture_of(tall, "en", phone="phone").sources)


def test_what_is_always_whole_is_nowhere_cut():
    photo = factories.photo(width=1600, height=900, whole=True)

    assert not any(source.media for source in picture_of(photo, "en", phone="phone").sources)
    assert picture_of(photo, "en", cut="lead").height == 900
    assert (thumb_of(photo).width, thumb_of(photo).height) == (1600, 900) and thumb_of(photo).whole
    assert not thumb_of(factories.photo(width=1600, height=900)).whole


def test_every_picture_of_a_page_says_its_measures_and_the_first_comes_first(client):
    """So that nothing moves when it comes, and what is seen at once is asked for at once."""
    articles = [factories.article() for _story in range(5)]  # one large, two in words alone, two rows
    for article in articles:
        for order in range(2):
            ArticlePhoto.objects.create(article=article, photo=factories.photo(), order=order)
        factories.published(article)

    front, story = client.get("/en/").text, client.get(articles[0].address_in(EN)).text

    for page, pictures in ((front, 3), (story, 2)):
        tags = re.findall(r"<(?:img|source)[^>]*/photos/[^>]*>", page)
        assert all(re.search(r'width="\d+" height="\d+"', tag) for tag in tags)
        images = [tag for tag in tags if tag.startswith("<img")]
        assert len(images) == pictures
        assert ["fetchpriority" in tag for tag in images] == [True] + [False] * (pictures - 1)
        assert ["lazy" in tag for tag in images] == [False] + [True] * (pictures - 1)
        assert all("alt=" in tag for tag in images)


@pytest.mark.parametrize("value", ["101", "-1", "half", ""])
def test_a_focal_point_outside_the_picture_is_a_sentence_at_its_field(editor, value):
    photo = factories.photo()
    form = {"focus_x": value, "focus_y": "50", "pictured-TOTAL_FORMS": 0, "pictured-INITIAL_FORMS": 0}

    answer = editor.post(reverse("admin:photos_photo_change", args=[photo.pk]), form)

    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["focus_x"]


def test_the_desk_shows_the_cuts_and_says_when_they_are_being_made(editor):
    photo = factories.photo(b"the cut")
    page = reverse("admin:photos_photo_change", args=[photo.pk])
    row, share = (
        reverse("admin:photos_photo_cut", args=[photo.pk, f"{cut}-50-50", width, "jpg"])
        for cut, width in (("row", 120), ("share", 1200))
    )
    said = editor.get(page).text
    assert row in said and share in said

    Photo.objects.update(whole=True)
    said = editor.get(page).text
    assert row not in said and share in said

    Photo.objects.update(focus_x=20)
    assert "being made again" in editor.get(page).text
