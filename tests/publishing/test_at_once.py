"""Two deeds at one instant do what one after the other would: none judges by what the other is just changing.

On PostgreSQL the two are transactions of two threads that wait for the lock together. SQLite lets the second
transaction begin only when the first has ended, so there the second deed starts from what it had read before.
"""

from collections.abc import Callable
from threading import Thread

import pytest
from django.db import connection, transaction

from newsroom.articles import deeds
from newsroom.articles.models import Article, Edition
from newsroom.languages import EN, ZH
from newsroom.publishing import clock
from newsroom.publishing.deeds import hold
from newsroom.publishing.models import LogEntry
from newsroom.publishing.refused import Refused
from tests import factories

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def said_against(do: Callable) -> str:
    try:
        do()
    except Refused as refused:
        return str(refused)
    except Exception as failure:  # a deadlock, such as a reader of the desk would see as a plain 500
        return f"{type(failure).__name__}: {failure}"
    return ""


def at_once(*pair: Callable) -> list[str]:
    """Do two things at one instant; return what was said against each, sorted."""
    if connection.vendor == "sqlite":
        return sorted(map(said_against, pair))
    said: list[str] = []

    def in_a_thread(do: Callable) -> None:
        said.append(said_against(do))
        connection.close()

    threads = [Thread(target=in_a_thread, args=[do]) for do in pair]
    with transaction.atomic():
        hold()
        for number, thread in enumerate(threads, 1):
            thread.start()
            until_waiting(number, thread)
    for thread in threads:
        thread.join()
    return sorted(said)


def until_waiting(number: int, thread: Thread) -> None:
    """Return once so many transactions wait for a lock, or the last of them has given up."""
    with connection.cursor() as cursor:
        while thread.is_alive():
            cursor.execute(WAITING)
            if cursor.fetchone()[0] >= number:
                return


@pytest.fixture
def story(transactional_db) -> Article:
    return factories.article(events=[factories.event()])


def two_publishers() -> tuple:
    return factories.user("publisher", "one"), factories.user("publisher", "other")


def test_two_withdrawals_at_one_instant_take_the_event_along(story):
    event = story.events.get()
    editions = [factories.published(story, language).edition for language in (ZH, EN)]
    deed = [
        lambda edition=edition, by=by: deeds.withdraw(edition, by=by, reason="No.", take_along=[event])
        for edition, by in zip(editions, two_publishers(), strict=True)
    ]

    assert at_once(*deed) == ["", ""]
    event.refresh_from_db()
    assert (event.public_until is not None, event.release_at) == (True, None)


def test_of_two_withdrawals_of_one_edition_one_is_done(story):
    edition = factories.published(story).edition
    first, second = (lambda by=by: deeds.withdraw(edition, by=by, reason=by.username) for by in two_publishers())

    done, refused = at_once(first, second)

    assert (done, refused.startswith("OperationalError")) == ("", False)
    assert refused and LogEntry.objects.filter(verb="withdraw").count() == 1
    assert Edition.objects.get(pk=edition.pk).withdrawal_reason == LogEntry.objects.get(verb="withdraw").note


def test_of_two_approvals_of_both_languages_from_the_two_sides_one_is_done(story):
    versions = [factories.submitted(story, language) for language in (ZH, EN)]
    first, second = (
        lambda by=by, order=order: deeds.approve(*order, by=by)
        for by, order in zip(two_publishers(), (versions, versions[::-1]), strict=True)
    )

    done, refused = at_once(first, second)

    assert (done, bool(refused), "Error" in refused) == ("", True, False)
    assert LogEntry.objects.filter(verb="approve").count() == 2


def test_an_approval_at_the_instant_of_a_withdrawal_does_not_undo_it(story):
    edition, editor = factories.published(story).edition, factories.user("editor")
    again = deeds.correct(edition, by=editor)
    deeds.write(again, by=editor, headline="Better", minor=True)
    deeds.submit(again, by=editor)
    one, other = two_publishers()

    said = at_once(
        lambda: deeds.withdraw(edition, by=one, reason="It is wrong."), lambda: deeds.approve(again, by=other)
    )

    assert "Error" not in "".join(said)
    assert not edition.versions.public(clock.moment()).exists()


def test_what_is_rescheduled_and_cancelled_at_once_is_only_one_of_it(story, at):
    version = factories.published(story, at=at.ahead(days=1))
    one, other = two_publishers()

    said = at_once(
        lambda: deeds.cancel(version, by=one), lambda: deeds.reschedule(version, by=other, at=at.ahead(days=2))
    )

    version.refresh_from_db()
    assert "Error" not in "".join(said)
    assert version.public_from in (None, at.ahead(days=2))
