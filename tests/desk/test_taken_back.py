"""Saving in the desk takes back the submissions that cover what is saved, and says so to who saves and on the story."""

import pytest
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.languages import EN, ZH
from newsroom.publishing.models import LogEntry
from tests import factories
from tests.desk.typing import send


@pytest.fixture
def version(db) -> Version:
    return factories.submitted(factories.article(events=[factories.event()]), headline="The ferry")


def page_of(record) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def test_saving_an_event_takes_back_the_submission_that_covers_it(publisher, version):
    article = version.edition.article
    event = article.events.get()

    answer = publisher.get(send(publisher, page_of(event), name_en="Another name").url)

    assert "“The ferry” had been submitted with this" in answer.text
    version.refresh_from_db()
    assert version.state == Version.State.DRAFT
    assert "was changed after these words had been submitted" in publisher.get(page_of(article)).text


def test_an_event_that_is_saved_unchanged_takes_nothing_back(publisher, version):
    send(publisher, page_of(version.edition.article.events.get()))
    version.refresh_from_db()
    assert version.state == Version.State.SUBMITTED


def test_words_in_one_language_take_back_none_in_the_other(publisher, version):
    article = version.edition.article
    send(publisher, page_of(article), **{f"{ZH}__headline": "渡轮", f"{ZH}__body": "开航。"})

    version.refresh_from_db()
    assert version.state == Version.State.SUBMITTED
    assert not LogEntry.objects.filter(verb="save").latest("pk").wrote
    deeds.approve(version, by=factories.user("publisher"))


def test_another_link_of_the_story_takes_its_submission_back(publisher, version):
    article = version.edition.article
    send(publisher, page_of(article), agreements=[factories.agreement().pk])
    version.refresh_from_db()
    assert version.state == Version.State.DRAFT
    assert version.language == EN


def test_who_enters_a_place_that_was_missing_has_written_nothing_of_it(publisher):
    send(
        publisher, reverse("admin:places_place_add"), name_en="Eastford", name_zh="东津", slug="eastford", country="cn"
    )
    assert not LogEntry.objects.get(verb="save").wrote
