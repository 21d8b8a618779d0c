"""What hangs below a reported event goes out with the approval whose page showed it, and with no other deed.

The table crosses what the record is, whether it was entered before the approval of the story that reports its event
or after it, and what else keeps it. What readers see is told from the rule alone, hour by hour.
"""

from itertools import product

import pytest

from newsroom.articles import deeds
from newsroom.articles.models import Edition
from newsroom.articles.preview import as_public
from newsroom.articles.records import reach_of, waiting_for_release
from newsroom.cooperation.models import Agreement, Event
from newsroom.languages import EN, ZH
from newsroom.publishing import release
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.publishing.keeping import let_out_by
from tests import factories
from tests.publishing.signing import KINDS, Signing, is_public, withdraw

pytestmark = pytest.mark.django_db

APPROVED_AT, ENTERED_LATER_AT, ELSE_AT, WITHDRAWN_AT, END = 1, 2, 3, 5, 8
ELSE = ["nothing", "another story of the event", "another story of something else", "own release"]


def correct(version, at=None):
    editor = factories.user("editor")
    draft = deeds.correct(Edition.objects.get(pk=version.edition_id), by=editor)
    deeds.write(draft, by=editor, body="<p>Better.</p>", minor=True)
    deeds.submit(draft, by=editor)
    deeds.approve(draft, by=factories.user("publisher"), at=at)
    return type(draft).objects.get(pk=draft.pk)


def do_what_else(other: str, signing: Signing, record) -> None:
    """Another story's page shows what stands at the event by then."""
    if other == "another story of the event":
        factories.published(factories.article(events=[signing.event]))
    elif other == "another story of something else":
        factories.published(factories.article(events=[factories.event(signing.pair)]))
    elif other == "own release" and not is_public(record, release.clock.moment()):
        release.release(type(record).objects.get(pk=record.pk), by=factories.user("publisher"))


def hours_told_by_the_rule(entered: str, other: str) -> set[int]:
    keepers = [(APPROVED_AT, WITHDRAWN_AT)] if entered == "before" else []
    if other == "another story of the event" or (other == "own release" and entered == "after"):
        keepers.append((ELSE_AT, END))
    return {hour for hour in range(END) for start, end in keepers if start <= hour < end}


@pytest.mark.parametrize(
    ("kind", "entered", "other"),
    [row for row in product(KINDS, ["before", "after"], ELSE) if row[:2] != ("event", "after")],
)
def test_a_record_is_public_exactly_while_an_approval_that_showed_it_keeps_it(kind, entered, other, at):
    signing, record = Signing(), None
    if entered == "before":
        record = signing.enter(kind)
    seen = set()
    for hour in range(END):
        match hour:
            case _ if hour == APPROVED_AT:
                version = factories.published(signing.article)
            case _ if hour == ENTERED_LATER_AT and record is None:
                record = signing.enter(kind)
            case _ if hour == ELSE_AT:
                do_what_else(other, signing, record)
            case _ if hour == WITHDRAWN_AT:
                withdraw(version, at)
        seen |= {hour} if record and is_public(record, at.now) else set()
        at.go_on(hours=1)

    assert seen == hours_told_by_the_rule(entered, other)


def an_amendment_of_the_event(signing, version, at):
    event = Event.objects.get(pk=signing.event.pk)
    rename = lambda: Event.objects.filter(pk=event.pk).update(name_en="Talks")  # noqa: E731
    amend(propose(event, rename, by=factories.user("editor")), by=factories.user("publisher"), minor=True)


def an_amendment_of_the_agreement(signing, version, at):
    agreement = Agreement.objects.get(pk=signing.agreement.pk)
    rename = lambda: Agreement.objects.filter(pk=agreement.pk).update(title_en="Accord")  # noqa: E731
    amend(propose(agreement, rename, by=factories.user("editor")), by=factories.user("publisher"), minor=True)


def an_amendment_of_the_story(signing, version, at):
    other = factories.event(signing.pair)
    link = lambda: signing.article.events.add(other)  # noqa: E731
    amend(propose(signing.article, link, by=factories.user("editor")), by=factories.user("publisher"), minor=True)


def a_settling_of_all(signing, version, at):
    release.settle_all([*Event.objects.all(), *Agreement.objects.all()], at.now)


def another_language_that_waits_and_is_called_back(signing, version, at):
    other = factories.published(signing.article, ZH, at=at.ahead(hours=3))
    deeds.cancel(other, by=factories.user("publisher"))


def a_preview(signing, version, at):
    with as_public(factories.draft(signing.article, ZH), at.now):
        pass


def the_withdrawal_of_the_story(signing, version, at):
    deeds.withdraw(Edition.objects.get(pk=version.edition_id), by=factories.user("publisher"), reason="It was wrong.")


def the_release_of_what_stands_beside(signing, version, at):
    release.release(factories.agreement(event=signing.event), by=factories.user("publisher"))


UNRELATED = [
    an_amendment_of_the_event,
    an_amendment_of_the_agreement,
    an_amendment_of_the_story,
    a_settling_of_all,
    another_language_that_waits_and_is_called_back,
    a_preview,
    the_withdrawal_of_the_story,
    the_release_of_what_stands_beside,
]


@pytest.mark.parametrize(("deed", "kind"), list(product(UNRELATED, KINDS[1:])))
def test_what_was_entered_later_goes_out_with_no_deed_whose_page_did_not_show_it(deed, kind, at):
    signing = Signing()
    version = factories.published(signing.article)
    at.go_on(hours=1)
    record = signing.enter(kind)

    deed(signing, version, at)

    record.refresh_from_db()
    assert record.public_from is None


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_correction_lets_out_what_its_page_showed_from_its_own_moment(kind, at):
    signing = Signing()
    version = factories.published(signing.article)
    at.go_on(hours=1)
    record = signing.enter(kind)
    assert record in reach_of(signing.article, version.language, at.now).goes

    correct(version, at=at.ahead(hours=2))

    record.refresh_from_db()
    assert record.public_from == at.ahead(hours=2)


def test_a_correction_that_is_called_back_lets_out_nothing(at):
    signing = Signing()
    version = factories.published(signing.article)
    at.go_on(hours=1)
    record = signing.enter("follow-up")
    waiting = correct(version, at=at.ahead(hours=2))
    deeds.cancel(waiting, by=factories.user("publisher"))
    unrelated = factories.stage(signing.pair)
    release.release(unrelated, by=factories.user("publisher"))

    record.refresh_from_db()
    signing.event.refresh_from_db()
    assert record.public_from is None
    assert is_public(signing.event, at.ahead(hours=9))
    assert let_out_by(waiting) == []


def test_what_the_words_before_let_out_is_kept_by_their_correction_wherever_it_hangs_by_then(at):
    signing = Signing()
    version = factories.published(signing.article)
    at.go_on(hours=1)
    Agreement.objects.filter(pk=signing.agreement.pk).update(event=factories.event())  # as an amendment does

    corrected = correct(version)
    at.go_on(hours=1)
    assert signing.agreement in let_out_by(corrected)

    withdraw(version, at)
    assert not is_public(signing.agreement, at.now)


def test_what_moved_below_a_public_event_is_not_kept_by_its_story(at):
    signing = Signing()
    version = factories.published(signing.article)
    moved = factories.agreement()
    release.release(moved, by=factories.user("publisher"))
    at.go_on(hours=1)
    Agreement.objects.filter(pk=moved.pk).update(event=signing.event)  # as an amendment does

    assert moved not in deeds.orphans_of(Edition.objects.get(pk=version.edition_id), at.now)
    moved.refresh_from_db()
    release.retract(moved, by=factories.user("publisher"), reason="It was wrong.")


def test_a_record_linked_by_an_amendment_is_public_from_the_amendment_and_not_from_the_story(at):
    signing = Signing()
    factories.published(signing.article)
    at.go_on(hours=3)
    other = factories.agreement()
    link = lambda: signing.article.agreements.add(other)  # noqa: E731

    amend(propose(signing.article, link, by=factories.user("editor")), by=factories.user("publisher"), minor=True)

    other.refresh_from_db()
    assert other.public_from == at.now


def test_what_a_story_let_out_below_an_event_stays_when_it_no_longer_reports_the_event(at):
    signing = Signing()
    version = factories.published(signing.article)
    at.go_on(hours=1)
    unlink = lambda: signing.article.events.remove(signing.event)  # noqa: E731
    amend(propose(signing.article, unlink, by=factories.user("editor")), by=factories.user("publisher"), minor=True)
    at.go_on(hours=1)

    withdraw(version, at)

    for record in (signing.event, signing.agreement):
        record.refresh_from_db()
        assert record.is_public(at.now)
        assert record.release_at == record.public_from


def test_words_for_the_archive_let_out_what_they_show_from_their_moment(at):
    signing = Signing()
    long_ago = at.ahead(days=-900)
    factories.published(signing.article, at=long_ago)

    signing.agreement.refresh_from_db()
    assert signing.agreement.public_from == long_ago


def test_a_story_scheduled_earlier_brings_what_it_let_out_with_it(at):
    signing = Signing()
    version = factories.published(signing.article, at=at.ahead(hours=4))
    deeds.reschedule(version, by=factories.user("publisher"), at=at.ahead(hours=2))

    signing.agreement.refresh_from_db()
    assert signing.agreement.public_from == at.ahead(hours=2)


def test_the_other_language_keeps_what_it_let_out(at):
    signing = Signing()
    english = factories.published(signing.article, EN)
    at.go_on(hours=1)
    later = signing.enter("stage")
    factories.published(signing.article, ZH)
    at.go_on(hours=1)

    withdraw(english, at)

    assert is_public(later, at.now) and is_public(signing.agreement, at.now)


def test_what_hangs_below_leaves_with_what_is_taken_along(at):
    signing = Signing()
    below = [signing.enter(kind) for kind in KINDS[1:]]
    version = factories.published(signing.article)
    at.go_on(hours=1)

    edition = Edition.objects.get(pk=version.edition_id)
    publisher = factories.user("publisher")
    deeds.withdraw(edition, by=publisher, reason="It was wrong.", take_along=[signing.event])

    assert not any(is_public(record, at.now) for record in below)


def test_what_hangs_below_an_event_that_an_amendment_links_waits(at):
    signing = Signing()
    factories.published(signing.article)
    other = factories.event(signing.pair)
    below = factories.agreement(event=other)
    link = lambda: signing.article.events.add(other)  # noqa: E731

    amend(propose(signing.article, link, by=factories.user("editor")), by=factories.user("publisher"), minor=True)

    assert is_public(other, at.now) and not is_public(below, at.now)
    assert waiting_for_release(at.now, 9) == [below]
    release.settle(below, at.now)
    assert below.public_from is None
