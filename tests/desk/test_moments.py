"""A moment that has passed, or lies far ahead, is asked for once more; what was scheduled as one moves as one."""

from datetime import timedelta

import pytest
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.models import Article, Version
from newsroom.languages import EN, ZH
from newsroom.publishing import clock
from tests import factories
from tests.desk.test_deed_pages import now, page, typed
from tests.pressing import choose_and_press, press

PASSED = "This moment has passed: readers would see it at once"
FAR = "This moment is more than a year ahead"


def ahead(**span):
    return clock.moment().replace(second=0, microsecond=0) + timedelta(**span)


def released_page(record) -> str:
    return reverse("admin:cooperation_event_release", args=[record.pk])


@pytest.mark.parametrize("name", ["approve", "approve-alone"])
def test_a_moment_that_has_passed_comes_back_with_its_own_tick_and_what_was_typed(name, publisher):
    version = factories.submitted()
    said = {"moment": typed(ahead(days=-300)), "reason": "Sunday night"}

    answer = press(publisher, page(name, version), said)

    assert PASSED in answer.text
    assert said["moment"] in answer.text
    assert 'name="past"' in answer.text
    assert now(version).public_from is None
    press(publisher, page(name, version), said | {"past": "on"})
    assert now(version).public_from == ahead(days=-300)


@pytest.mark.parametrize("name", ["approve", "approve-alone", "reschedule"])
def test_a_moment_more_than_a_year_ahead_comes_back_with_its_own_tick(name, publisher):
    waiting = name == "reschedule"
    version = factories.published(at=ahead(days=3)) if waiting else factories.submitted()
    said = {"moment": typed(ahead(days=400)), "reason": "Sunday night"}

    answer = press(publisher, page(name, version), said)

    assert FAR in answer.text
    assert now(version).public_from == (ahead(days=3) if waiting else None)
    press(publisher, page(name, version), said | {"far": "on"})
    assert now(version).public_from == ahead(days=400)


def test_a_record_is_released_far_ahead_only_with_the_tick(publisher):
    event, said = factories.event(), {"moment": typed(ahead(days=400))}
    assert FAR in press(publisher, released_page(event), said).text
    press(publisher, released_page(event), said | {"far": "on"})
    event.refresh_from_db()
    assert event.public_from == ahead(days=400)


def test_no_tick_is_asked_for_within_a_year(publisher):
    version = factories.submitted()
    page_shown = publisher.get(page("approve", version)).text
    assert 'name="far"' not in page_shown and 'name="past"' not in page_shown
    press(publisher, page("approve", version), {"moment": typed(ahead(days=300))})
    assert now(version).public_from == ahead(days=300)


@pytest.fixture
def pair(db) -> list[Version]:
    """Return both languages of a story that were approved as one act, for a moment to come."""
    article = factories.article()
    versions = [factories.submitted(article, language) for language in (ZH, EN)]
    return deeds.approve(*versions, by=factories.user("publisher"), at=ahead(days=3))


@pytest.mark.parametrize("chosen", [True, False])
def test_what_was_scheduled_as_one_is_moved_as_one_unless_said_otherwise(chosen, publisher, pair):
    said = {"moment": typed(ahead(days=5))} | ({"both": "on"} if chosen else {})
    assert 'name="both"' in publisher.get(page("reschedule", pair[0])).text

    choose_and_press(publisher, page("reschedule", pair[0]), said)

    assert [now(one).public_from for one in pair] == [ahead(days=5), ahead(days=5 if chosen else 3)]


@pytest.mark.parametrize("chosen", [True, False])
def test_what_was_scheduled_as_one_is_cancelled_as_one_unless_said_otherwise(chosen, publisher, pair):
    choose_and_press(publisher, page("cancel", pair[0]), {"both": "on"} if chosen else {})
    assert [now(one).public_from for one in pair] == [None, None if chosen else ahead(days=3)]


@pytest.fixture
def published(db) -> list[Version]:
    """Return both languages of a story with an event, approved as one act and public."""
    article = factories.article(events=[factories.event()])
    return deeds.approve(
        *(factories.submitted(article, language) for language in (ZH, EN)), by=factories.user("publisher")
    )


def test_what_was_approved_as_one_is_withdrawn_as_one_if_that_is_chosen(publisher, published):
    event = published[0].edition.article.events.get()
    said = {"reason": "有误。", "other_reason": "It was wrong.", "both": "on"}

    choose_and_press(publisher, page("withdraw", published[0]), said | {"take_along": f"cooperation.event:{event.pk}"})

    assert [now(one).edition.withdrawal_reason for one in published] == ["有误。", "It was wrong."]
    event.refresh_from_db()
    assert event.public_until is not None


def test_the_other_language_is_not_withdrawn_without_a_reason_in_it_nor_unasked(publisher, published):
    choose_and_press(publisher, page("withdraw", published[0]), {"reason": "有误。", "both": "on"})
    assert [now(one).public_until for one in published] == [None, None]
    choose_and_press(publisher, page("withdraw", published[0]), {"reason": "有误。"})
    assert [now(one).public_until is None for one in published] == [False, True]


def test_the_page_says_where_the_other_language_stands(publisher, pair):
    deeds.reschedule(pair[0], by=factories.user("publisher"), at=ahead(days=7))
    shown = publisher.get(page("reschedule", pair[0])).text
    assert shown.count("scheduled for") == 2
    assert 'name="both"' not in shown


def test_an_approval_whose_page_was_opened_before_the_withdrawal_is_refused(publisher, db):
    article, other = factories.article(), factories.user("publisher", "other")
    edition = factories.published(article).edition
    again = deeds.correct(edition, by=factories.user("editor"))
    deeds.write(again, by=factories.user("editor"), headline="Better", minor=True)
    deeds.submit(again, by=factories.user("editor"))
    shown = publisher.get(page("approve", again))
    deeds.withdraw(edition, by=other, reason="It was wrong.")

    answer = publisher.post(page("approve", again), {"statement": shown.context["statement"]})

    assert "This edition is withdrawn" in answer.text
    assert now(again).public_from is None
    press(publisher, page("approve", again), {"again": "on"})
    assert Article.objects.public(clock.moment()).filter(pk=article.pk).exists()
