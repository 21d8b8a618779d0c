"""The page of a story asks the database little, whatever the story holds and however much of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.articles.models import ArticleCitation, ArticlePhoto
from newsroom.cooperation.models import FollowUp, FollowUpCitation
from newsroom.languages import EN, ZH
from newsroom.photos.models import Pictured
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db

MOST = 12
SHAPES = {
    "words alone": {},
    "a visit": {"events": 1},
    "a journey of three stops": {"events": 3, "members": 30},
    "two agreements": {"agreements": 2},
    "photos and sources": {"photos": 4, "sources": 3},
    "one of everything": dict.fromkeys(("events", "agreements", "photos", "sources", "follow_ups", "others"), 1),
    "much of everything": {
        "events": 3,
        "members": 30,
        "agreements": 5,
        "photos": 5,
        "sources": 5,
        "follow_ups": 6,
        "others": 12,
    },
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


@pytest.mark.parametrize("shape", SHAPES)
def test_a_story_of_any_shape_asks_at_most_twelve_questions(client, shape):
    address = story(**SHAPES[shape]).address_in(EN)

    costs = {question: cost(client, address + question) for question in ("", "?with=zh", "?type=large")}
    assert max(costs.values()) <= MOST, costs
