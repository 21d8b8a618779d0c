"""The page that approves a story names what hangs below its events and does not go out with it."""

import pytest
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.records import left_behind
from newsroom.cooperation.models import FollowUp
from newsroom.languages import EN
from newsroom.publishing import clock
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def signing():
    """Return an event with an agreement signed at it, and a submitted story that reports the event."""
    event = factories.event(factories.pair())
    agreement = factories.agreement(event=event, title_en="Harbour Accord")
    article = factories.article(events=[event], by=factories.user("editor"))
    version = factories.draft(article, EN, by=factories.user("editor"))
    deeds.submit(version, by=factories.user("editor"))
    return article, agreement, version


def names(article) -> list[str]:
    return [str(record) for record in left_behind(article, clock.moment())]


def test_what_was_signed_at_a_reported_event_is_named_until_it_is_reported_or_released(signing):
    article, agreement, _version = signing
    assert names(article) == ["Harbour Accord"]

    article.agreements.add(agreement)
    assert names(article) == []

    article.agreements.remove(agreement)
    release(agreement, by=factories.user("publisher"))
    assert names(article) == []


def test_what_came_of_a_reported_agreement_is_named_until_it_is_released(signing):
    article, agreement, _version = signing
    article.agreements.add(agreement)
    follow_up = FollowUp.objects.create(agreement=agreement, words_en="A ferry sails.")
    assert names(article) == ["A ferry sails."]

    release(follow_up, by=factories.user("publisher"))
    assert names(article) == []


def test_what_was_signed_elsewhere_is_not_named(signing):
    article, _agreement, _version = signing
    factories.agreement(title_en="Another accord")
    assert names(article) == ["Harbour Accord"]


def test_the_page_that_approves_says_so(signing, client):
    _article, _agreement, version = signing
    client.force_login(factories.user("publisher"))

    page = client.get(reverse("admin:articles_deed", args=["approve", version.pk])).text

    assert "Harbour Accord" in page
