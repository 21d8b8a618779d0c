"""The index of stories against the question that it answers, asked of the records one by one, without the index."""

import pytest

from newsroom.articles.index import STORIES
from newsroom.articles.models import Article, Edition
from newsroom.languages import LANGUAGES
from tests import factories
from tests.leak.world import World

pytestmark = pytest.mark.django_db


def pairs_of(article: Article) -> set:
    reported = [*article.events.all(), *article.agreements.all()]
    return {*article.pairs.all(), *(pair for one in reported for pair in one.pairs.all())}


def places_of(article: Article) -> set:
    places = {side for pair in pairs_of(article) for side in (pair.first, pair.second)}
    for event in article.events.all():
        senders = [sender for delegation in event.received() for sender in delegation.senders.all()]
        places |= {*event.places.all(), *(sender.place for sender in senders if sender.place)}
    for agreement in article.agreements.all():
        places |= {party.place for party in agreement.parties.all() if party.place}
    return places


# What a story is found by, for each way of narrowing its list.
QUESTIONS = {
    "pair": lambda article: {pair.pk for pair in pairs_of(article)},
    "place": lambda article: {place.pk for place in places_of(article)},
    "kind": lambda article: {kind for event in article.events.all() for kind in event.kinds or ()},
    "field": lambda article: {field.pk for one in article.agreements.all() for field in one.fields.all()},
    "year": lambda article: {article.year},
    "section": lambda article: {article.section_id} - {None},
}


@pytest.fixture(scope="module")
def stories(built_once):
    """Stories that are about their places and pairs in every way there is, each way alone in one of them."""
    world = World()
    sender, party, seat, host = (factories.place(f"Alone as {name}") for name in ("sender", "party", "seat", "host"))
    factories.published(
        factories.article(
            events=[factories.event(delegation=factories.delegation(sender))],
            agreements=[factories.agreement(party)],
        )
    )
    seated = factories.event()
    seated.places.add(seat)
    factories.published(factories.article(events=[seated]))
    own = factories.article()
    own.pairs.add(factories.pair(world.home, host))
    factories.published(own)
    signed = factories.agreement(pairs=(factories.pair(world.home, factories.place("Signed alone")),))
    factories.published(factories.article(agreements=[signed]))
    for index in STORIES.values():
        index.write(Edition.objects.values_list("pk", flat=True))
    return list(Article.objects.all())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", QUESTIONS)
def test_a_story_is_found_by_what_its_records_say_and_by_nothing_else(stories, language, way):
    index = STORIES[language]
    asked = {article: QUESTIONS[way](article) for article in stories}
    values = set().union(*asked.values())
    assert values or way in ("kind", "field", "section")

    for value in values | {0}:
        found = set(index.entries([index.key(way, value)]).values_list("object_id", flat=True))
        about = {article.pk for article, words in asked.items() if value in words}
        told = Edition.objects.filter(article__in=about, language=language, first_public_from__isnull=False)
        assert found == set(told.values_list("pk", flat=True)), f"{way} {value}"


def test_every_way_of_narrowing_stories_has_its_question():
    assert all(set(index.words) == set(QUESTIONS) for index in STORIES.values())
