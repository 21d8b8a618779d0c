"""The stories before and after one are all there, however many pairs and languages they share with it."""

from datetime import timedelta

import pytest

from newsroom.articles.after import EARLIER, LATER, around
from newsroom.articles.models import Version
from newsroom.languages import EN, LANGUAGES
from newsroom.publishing import clock
from tests import factories

pytestmark = pytest.mark.django_db


def test_before_and_after_are_full_where_every_story_stands_under_three_pairs_in_two_languages():
    home, now = factories.place(), clock.moment()
    pairs = [factories.pair(home, factories.place()) for _ in range(3)]
    told = []
    for day in range(EARLIER + 1 + LATER):
        story = factories.article(pairs=pairs)
        moment = now - timedelta(days=100 - day)
        for language in LANGUAGES:
            factories.published(story, language, at=moment)
        told.append(story.pk)
    shown = Version.objects.get(edition__article=told[EARLIER], edition__language=EN)

    near = around(shown, pairs, now)

    assert [version.edition.article_id for version in near] == [one for one in told if one != told[EARLIER]]
    assert {version.language for version in near} == {EN}
