"""AVIF renditions are made by a tick, late, and again after a failure."""

import pytest

from newsroom.photos import files, late
from newsroom.photos.intake import taken_in
from newsroom.photos.models import Photo
from tests import factories
from tests.photos import sent
from tests.photos.storage import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    with taken_in(sent.upload(sent.picture(size=(600, 400)))) as taken:
        made = Photo()
        made.develop(taken)
        made.save()
        return made


def test_a_tick_makes_them(photo):
    late.make_avif()

    photo.refresh_from_db()
    assert photo.avif
    assert {"480.avif", "600.avif"} < kept(photo)
    assert b"ftypavif" in files.read(photo.token, "480.avif")[:16]


def test_another_tick_makes_no_more(photo):
    late.make_avif()
    before = kept()
    Photo.objects.update(avif=False)  # as if the first had been cut off at the end

    late.make_avif()
    late.make_avif()

    assert kept() == before


def test_a_photo_that_fails_is_reported_and_keeps_no_other_from_its_turn(photo):
    broken = factories.photo(b"no picture")

    with pytest.raises(ExceptionGroup):
        late.make_avif()

    assert list(Photo.objects.without_avif()) == [broken]
