"""The page of a story costs no more queries for a dozen linked records than for one, and is told the truth of them."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from newsroom.articles.card import agreements_of, events_of, successors_of
from newsroom.articles.models import ArticleCitation, ArticlePhoto
from newsroom.articles.pairs import pairs_of_story
from newsroom.cooperation.models import (
    Agreement,
    Delegation,
    Event,
    Field,
    FollowUp,
    FollowUpCitation,
    Party,
    Sender,
    Stop,
    Visited,
)
from newsroom.languages import EN, ZH
from newsroom.people.models import Institution, Person
from newsroom.photos.models import Pictured
from newsroom.places.models import Pair, Place
from newsroom.publishing import clock
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db

ONE_OF_EACH = dict.fromkeys(("events", "members", "agreements", "photos", "sources", "follow_ups", "others"), 1)
MANY = 12
LINKED = {
    *(Event, Delegation, Sender, Visited, Place, Pair),
    *(Agreement, Party, Stop, Field, FollowUp, Person, Institution),
}


def story(
    *,
    events: int = 0,
    members: int = 2,
    agreements: int = 0,
    photos: int = 0,
    sources: int = 0,
    follow_ups: int = 0,
    others: int = 0,
):
    """Return a story in both languages with so many of each; its agreements are renewed once each."""
    home, partner = factories.place("Port", name_zh="港城"), factories.place("Hill")
    pair = factories.pair(home, partner)
    people = [factories.person() for _ in range(members)]
    delegation = factories.delegation(partner, factories.institution(), members=people)
    held = [
        factories.event(pair, delegation=delegation, people=(factories.person(),), held=f"2019-08-{day + 1:02}")
        for day in range(events)
    ]
    for event in held:
        factories.site(event, factories.institution())
        factories.site(event, words_en="The old lighthouse")
    signed = [factories.agreement(home, factories.institution(), pairs=(pair,)) for _ in range(agreements)]
    for agreement in signed:
        agreement.fields.add(Field.objects.create(name_en=f"Field {agreement.pk}", slug=f"field-{agreement.pk}"))
        release(factories.agreement(home, follows=agreement, following="renews"), by=factories.user("publisher"))
        for number in range(follow_ups):
            came = FollowUp.objects.create(agreement=agreement, happened="2020", words_en=f"Ship {number} sailed.")
            FollowUpCitation.objects.create(follow_up=came, source=factories.source())
            release(came, by=factories.user("publisher"))
    for _ in range(others):
        factories.published(factories.article(pairs=[pair]))
    article = factories.article(events=held, agreements=signed, pairs=[] if held or signed else [pair])
    for place in range(photos):
        photo = factories.photo()
        ArticlePhoto.objects.create(article=article, photo=photo, for_sharing=not place)
        Pictured.objects.create(photo=photo, person=factories.person(), order=0)
    for _ in range(sources):
        ArticleCitation.objects.create(article=article, source=factories.source())
    factories.published(article)
    factories.published(article, ZH)
    for _ in range(others):
        factories.published(factories.article(pairs=[pair]))
    return article


def cost(client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.fixture(scope="module")
def cost_of_one(built_once) -> dict[str, int]:
    """Return what the page of a story with one of each costs, by what is asked of it."""
    one = story(**ONE_OF_EACH).address_in(EN)
    return {question: cost(Client(), one + question) for question in ("", "?with=zh", "?type=large")}


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_queries_do_not_grow_with_what_a_story_links_to(client, cost_of_one, kind):
    many = story(**ONE_OF_EACH | {kind: MANY}).address_in(EN)

    for question, most in cost_of_one.items():
        assert cost(client, many + question) <= most, question


def loaded_from(records) -> list:
    """Return these records and every one that was loaded with them, however far along."""
    waiting, found = list(records), {}
    while waiting:
        record = waiting.pop()
        if id(record) not in found:
            found[id(record)] = record
            waiting += [near for near in record._state.fields_cache.values() if near is not None]
            waiting += [row for rows in getattr(record, "_prefetched_objects_cache", {}).values() for row in rows]
    return list(found.values())


def test_a_loaded_record_says_what_the_database_holds():
    article = story(**ONE_OF_EACH)
    at = clock.moment()
    Party.objects.update(signatory=factories.person("Jane Smith"), signed_as_en="Mayor", signed_as_zh="市长")

    agreements = agreements_of(article, at)
    others = [*successors_of(agreements, at), *pairs_of_story(article, at, "en")]
    loaded = loaded_from([*events_of(article, at), *agreements, *others])

    assert {type(record) for record in loaded} == LINKED
    for record in loaded:
        stored = type(record)._base_manager.get(pk=record.pk)
        for column in record._meta.concrete_fields:
            assert getattr(record, column.attname) == getattr(stored, column.attname), (record, column)
        if hasattr(record, "is_public"):
            assert record.is_public(at) == stored.is_public(at), record


def test_what_came_of_an_agreement_is_loaded_as_far_as_readers_may_see_it():
    article = story(agreements=1, follow_ups=2)
    hidden = FollowUp.objects.create(agreement=article.agreements.get(), happened="2021", words_en="Not told yet.")

    (agreement,) = agreements_of(article, clock.moment())

    assert len(agreement.follow_ups.all()) == 2
    assert hidden not in agreement.follow_ups.all()
