"""On an installation made before, who changed words last has written them, and what is submitted covers its records."""

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.publishing.deeds import deed
from newsroom.publishing.models import Verb
from newsroom.publishing.refused import Refused
from tests import factories
from tests.upgrading import Scene, journey

pytestmark = pytest.mark.django_db


class Before(Scene):
    """A story that was submitted before the upgrade."""

    def __init__(self) -> None:
        self.writer, self.publisher = factories.user("publisher", "writer"), factories.user("publisher")
        self.event = factories.event()
        self.version = factories.draft(factories.article(events=[self.event]), by=self.writer)
        deeds.submit(self.version, by=factories.user("editor"))


upgrade = journey([("articles", "0007_pages_of_a_photo")], Before)


def test_who_changed_the_words_last_before_the_upgrade_does_not_approve_them(upgrade):
    before = upgrade(Before)
    assert [*before.version.writers.all()] == [before.writer]
    with pytest.raises(Refused):
        deeds.approve(before.version, by=before.writer)
    deeds.approve(before.version, by=before.publisher)


def test_a_save_after_the_upgrade_takes_a_submission_from_before_back(upgrade):
    before = upgrade(Before)
    with deed(Verb.SAVE, before.event, by=before.publisher):
        pass
    assert Version.objects.get(pk=before.version.pk).state == Version.State.DRAFT
