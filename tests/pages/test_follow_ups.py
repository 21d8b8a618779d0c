"""What came of an agreement, on the page of the story that reported it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.cooperation.models import FollowUp, FollowUpCitation
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db


def follow_up(agreement, words: str) -> None:
    made = FollowUp.objects.create(agreement=agreement, happened="2020", words_en=words)
    FollowUpCitation.objects.create(follow_up=made, source=factories.source(title_en=f"Source of {words}"))
    release(made, by=factories.user("publisher"))


def cost(client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_story_costs_the_same_for_one_follow_up_and_for_many(client):
    agreement = factories.agreement(factories.place())
    article = factories.article(agreements=[agreement])
    factories.published(article)
    address = article.address_in("en")
    follow_up(agreement, "A pier was built.")
    one = cost(client, address)
    for number in range(5):
        follow_up(agreement, f"Ship {number} sailed.")
    assert cost(client, address) == one
    assert "Ship 4 sailed." in client.get(address).text
