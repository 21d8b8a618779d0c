"""Preview links that were open before keep the words that they showed."""

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import PreviewLink
from tests import factories
from tests.upgrading import Scene, journey

pytestmark = pytest.mark.django_db

BEFORE = [("articles", "0007_pages_of_a_photo")]


class Links(Scene):
    """A link that is open and one that was closed."""

    def __init__(self) -> None:
        by = factories.user("publisher")
        self.version = factories.draft(headline="As it was sent")
        self.links = [deeds.open_preview(self.version, by=by, days=3) for _ in range(2)]
        deeds.close_previews(self.version, self.links[1:], by=by)


upgraded = journey(BEFORE, Links)


def test_an_open_link_keeps_its_words_and_a_closed_one_has_none(upgraded):
    it = upgraded(Links)

    open_, closed = PreviewLink.objects.order_by("pk")

    assert (open_.words["headline"], closed.words) == ("As it was sent", {}) and it.version
