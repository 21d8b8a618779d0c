"""Whatever is sent: what is kept is safe pictures, or nothing and a sentence."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from newsroom.photos import files
from newsroom.photos.intake import Unfit, taken_in
from newsroom.photos.models import Photo
from tests import factories
from tests.photos import sent
from tests.photos.storage import kept

pytestmark = pytest.mark.django_db

KINDS = {"JPEG": "photo.jpg", "PNG": "photo.png", "WEBP": "photo.webp", "AVIF": "photo.AVIF"}


def enter(content: bytes, name: str = "photo.jpg") -> Photo:
    with taken_in(sent.upload(content, name)) as taken:
        photo = Photo()
        photo.develop(taken)
        photo.save()
        return photo


def refusal_of(content: bytes, name: str = "photo.jpg") -> str:
    with pytest.raises(Unfit) as refused, taken_in(sent.upload(content, name)):
        pass
    (sentence,) = refused.value.messages
    return sentence


def opened(photo: Photo, name: str) -> Image.Image:
    image = Image.open(BytesIO(files.read(photo.token, name)))
    image.load()
    return image


def near(colour: tuple, other: tuple) -> bool:
    return all(abs(one - two) < 12 for one, two in zip(colour, other, strict=True))


@pytest.mark.parametrize(("kind", "name"), KINDS.items())
def test_a_picture_is_kept_in_three_widths_and_two_formats(kind, name):
    photo = enter(sent.picture(kind, size=(2000, 1000)), name)

    assert (photo.width, photo.height) == (2000, 1000)
    cuts = [("lead-50-50-", (480, 960, 1500)), ("phone-50-50-", (480, 800))]
    cuts += [("row-50-50-", (120, 240)), ("share-50-50-", (1200,))]
    names = [f"{cut}{width}" for cut, widths in [("", (480, 960, 1600)), *cuts] for width in widths]
    assert kept(photo) == {"original.jpg", *(f"{name}.{ending}" for name in names for ending in ("jpg", "webp"))}
    assert [opened(photo, f"{width}.webp").size for width in (480, 960, 1600)] == [(480, 240), (960, 480), (1600, 800)]
    assert near(opened(photo, "480.jpg").getpixel((5, 5)), (255, 0, 0))


def test_a_small_picture_is_never_made_larger():
    photo = enter(sent.picture(size=(600, 400)))

    assert photo.widths == [480, 600]
    assert opened(photo, "600.jpg").size == (600, 400)


def test_a_large_picture_is_kept_no_larger_than_is_ever_needed():
    photo = enter(sent.picture(size=(4000, 1000)))

    assert (photo.width, photo.height) == opened(photo, "original.jpg").size == (3200, 800)


@pytest.mark.parametrize(("kind", "name"), KINDS.items())
def test_nothing_that_the_file_says_of_its_own_is_kept(kind, name):
    content = sent.telling(kind)
    assert sent.SECRET.encode() in content

    photo = enter(content, name)

    for file in kept(photo):
        data = files.read(photo.token, file)
        assert sent.SECRET.encode() not in data
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(opened(photo, file).info), file


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "red_at"),
    # where the picture's left side stands once it is turned as it says
    {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}.items(),
)
def test_a_picture_is_turned_as_it_says(kind, orientation, red_at):
    photo = enter(sent.striped(kind, orientation), KINDS[kind])

    image = opened(photo, "original.jpg")
    assert image.size == (sent.SIZE if orientation < 5 else sent.SIZE[::-1])
    width, height = image.size
    middles = {
        "left": (2, height // 2),
        "right": (width - 3, height // 2),
        "top": (width // 2, 2),
        "bottom": (width // 2, height - 3),
    }
    assert [side for side, at in middles.items() if near(image.getpixel(at), (254, 0, 0))] == [red_at]


def test_colours_are_given_in_the_space_of_the_web():
    photo = enter(sent.swapped_colours())

    assert near(opened(photo, "original.jpg").getpixel((5, 5)), (0, 0, 255))


@pytest.mark.parametrize("profile", [b"no profile", b"", bytes(200)])
def test_a_broken_colour_profile_is_none(profile):
    photo = enter(sent.picture(icc_profile=profile))

    assert near(opened(photo, "original.jpg").getpixel((5, 5)), (254, 0, 0))


def test_what_is_transparent_is_white():
    photo = enter(sent.picture("PNG", mode="RGBA", colour=(0, 0, 0, 0)), "photo.png")

    assert near(opened(photo, "original.jpg").getpixel((5, 5)), (255, 255, 255))


@pytest.mark.parametrize(
    ("mode", "colour", "seen"),
    [
        ("L", 128, (128, 128, 128)),
        ("LA", (128, 255), (128, 128, 128)),
        ("1", 1, (255, 255, 255)),
        ("P", 0, (0, 0, 0)),
        ("I;16", 32768, (128, 128, 128)),
    ],
)
def test_a_picture_of_few_or_of_many_greys_is_seen_as_it_is(mode, colour, seen):
    photo = enter(sent.picture("PNG", mode=mode, colour=colour), "photo.png")

    assert near(opened(photo, "original.jpg").getpixel((5, 5)), seen)


def test_a_picture_for_print_is_taken():
    photo = enter(sent.picture("JPEG", mode="CMYK", colour=(0, 255, 255, 0)))

    assert near(opened(photo, "original.jpg").getpixel((5, 5)), (254, 0, 0))


def test_of_a_camera_s_two_pictures_in_one_the_first_is_kept():
    photo = enter(sent.two_in_one())

    assert near(opened(photo, "original.jpg").getpixel((5, 5)), (254, 0, 0))


def test_what_hangs_behind_a_picture_is_not_kept():
    photo = enter(sent.picture() + b"<script>alert(1)</script>PK\x03\x04")

    assert all(b"<script" not in files.read(photo.token, file) for file in kept(photo))


@pytest.mark.parametrize("name", sent.NO_PICTURES)
def test_what_is_no_picture_is_refused(name):
    assert "picture cannot be used here" in refusal_of(sent.NO_PICTURES[name], name)


@pytest.mark.parametrize("name", sent.BROKEN)
def test_what_is_broken_or_not_complete_is_refused(name):
    refusal = refusal_of(sent.BROKEN[name], name)

    assert "damaged or not complete" in refusal or "cannot be used" in refusal


@pytest.mark.parametrize(("kind", "name"), KINDS.items())
def test_a_picture_cut_short_is_refused(kind, name):
    whole = sent.noise(kind)

    for part in (0.3, 0.6, 0.9):
        assert refusal_of(whole[: int(len(whole) * part)], name)


@pytest.mark.parametrize(("name", "claim"), sent.CLAIMS_TOO_MUCH.items())
def test_too_many_pixels_are_refused_by_what_the_header_claims(name, claim):
    assert "more than 50 million pixels" in refusal_of(claim(10_000, 5_001), name)


@pytest.mark.parametrize(("kind", "name"), [(kind, KINDS[kind]) for kind in ("PNG", "WEBP", "AVIF")])
def test_what_moves_is_refused(kind, name):
    assert "is animated or has several pages" in refusal_of(sent.moving(kind), name)


@pytest.mark.parametrize(
    ("kind", "name"), [("PNG", "photo.jpg"), ("JPEG", "photo.png"), ("JPEG", "photo.svg"), ("WEBP", "photo")]
)
def test_a_name_that_says_something_else_is_refused(kind, name):
    assert f"this is a {kind} file" in refusal_of(sent.picture(kind), name)


def test_too_large_and_empty_files_are_refused():
    assert "larger than 30 MB" in refusal_of(bytes(30 * 1024 * 1024 + 1))
    assert "empty" in refusal_of(b"")


@pytest.mark.parametrize("content", [b"", b"words", sent.png_of(64, 48), sent.png_of(9_000, 9_000)])
def test_of_what_is_refused_nothing_is_kept(content):
    before = kept()

    refusal_of(content, "photo.png")

    assert kept() == before


def test_without_a_row_no_file_stays():
    before = kept()

    with taken_in(sent.upload(sent.picture())) as taken:
        assert default_storage.exists(files.stored(taken.token, "original.jpg"))

    assert kept() == before


def test_when_the_row_is_undone_no_file_stays():
    before = kept()

    with pytest.raises(ZeroDivisionError), taken_in(sent.upload(sent.picture())) as taken, transaction.atomic():
        Photo.objects.create(token=taken.token, width=1, height=1)
        1 / 0  # noqa: B018

    assert kept() == before


def test_a_factory_s_photo_stands_like_one_that_was_sent():
    assert kept(factories.photo(width=1600)) == kept(enter(sent.picture(size=(1600, 1200))))
