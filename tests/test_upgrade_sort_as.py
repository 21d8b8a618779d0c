"""Readings in characters, typed before they were refused, are cleared, and the names sorted as they are read."""

import pytest

from newsroom.places.models import Place
from newsroom.publishing import release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend
from tests import factories
from tests.upgrading import Scene, amendment, as_before, journey

pytestmark = pytest.mark.django_db

BEFORE = [("people", "0006_chinese_order"), ("places", "0005_chinese_order")]


class Readings(Scene):
    """Readings in characters, of a place and of a body, one in letters, and a place with a reading that waits."""

    def __init__(self) -> None:
        self.place, self.other = (
            factories.place(f"Port {order}", name_zh="乐港", sort_as="乐港") for order in range(2)
        )
        self.read = factories.place("Port", name_zh="乐港", sort_as="Yuègǎng")
        self.body = factories.institution("Body", name_zh="海港", sort_as="海港")
        release.release(factories.event(factories.pair(self.place)), by=factories.user("publisher"))
        taken = snapshots.take(self.place)
        self.amendment = amendment(self.place, taken, as_before(taken, name_zh="北港"))


upgraded = journey(BEFORE, Readings)


def test_a_reading_in_characters_is_cleared_and_one_in_letters_stays(upgraded):
    it = upgraded(Readings)
    records = [type(one).objects.get(pk=one.pk) for one in (it.other, it.read, it.body)]
    told = [(one.sort_as, one.sort_key_zh) for one in records]
    assert told == [("", "le4乐gang3港"), ("Yuègǎng", "yue4乐gang3港"), ("", "hai3海gang3港")]


def test_what_waits_with_a_reading_in_characters_is_approved_without_it(upgraded):
    it = upgraded(Readings)
    amend(it.amendment, by=factories.user("publisher"), minor=True)

    place = Place.objects.get(pk=it.place.pk)
    assert (place.name_zh, place.sort_as, place.sort_key_zh) == ("北港", "", "bei3北gang3港")
