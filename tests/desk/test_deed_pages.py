"""The deeds on words as buttons and pages of the desk."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.articles.admin.deed_pages import PAGES
from newsroom.articles.models import Version
from newsroom.languages import EN, ZH
from newsroom.masthead.models import SiteSettings
from newsroom.publishing import clock
from newsroom.publishing.models import LogEntry
from tests import factories
from tests.pressing import press


def page(name: str, version: Version) -> str:
    return reverse("admin:articles_deed", args=[name, version.pk])


def now(version: Version) -> Version:
    return Version.objects.get(pk=version.pk)


def typed(moment) -> str:
    return timezone.localtime(moment, SiteSettings().zone).strftime("%Y-%m-%dT%H:%M")


def buttons(client, version: Version) -> str:
    """Return the part of the story's page that offers the deeds on `version`."""
    story = client.get(reverse("admin:articles_article_change", args=[version.edition.article_id])).text
    return " ".join(name for name in PAGES if page(name, version) in story)


def test_an_editor_submits_and_a_publisher_approves(editor, publisher):
    version = factories.draft()

    press(editor, page("submit", version))
    press(publisher, page("approve", version))

    assert now(version).is_public(clock.moment())


def test_asking_does_nothing(publisher):
    version = factories.submitted()

    assert publisher.get(page("approve", version)).status_code == 200
    assert now(version).state == "submitted"


def test_a_refusal_is_read_on_the_page(editor):
    version = factories.draft(body="")

    assert "The body is missing." in press(editor, page("submit", version)).text


def test_an_editor_cannot_approve(editor):
    version = factories.submitted()

    assert "Your account may not do this" in press(editor, page("approve", version)).text
    assert now(version).state == "submitted"


def test_words_are_approved_for_a_moment_in_the_site_s_time_zone(publisher):
    version = factories.submitted()
    moment = clock.moment().replace(second=0, microsecond=0) + timedelta(days=2)

    press(publisher, page("approve", version), {"moment": typed(moment)})

    assert now(version).public_from == moment
    assert "scheduled for" in (story := publisher.get(_story(version)).text) and "Beijing time" in story


def test_both_languages_are_approved_for_the_same_moment(publisher):
    article = factories.article()
    chinese, english = factories.submitted(article, ZH), factories.submitted(article, EN)

    press(publisher, page("approve", english), {"both": "on"})

    assert now(chinese).public_from == now(english).public_from is not None


def test_words_that_were_published_elsewhere_long_ago_are_approved_for_that_moment(publisher):
    version = factories.submitted()
    moment = clock.moment().replace(year=2019, second=0, microsecond=0)

    press(publisher, page("approve", version), {"moment": typed(moment)})

    assert now(version).public_from == moment


def test_where_two_must_approve_the_first_one_is_told_so(publisher):
    SiteSettings.objects.create(pk=1, approvals=2)
    version = factories.submitted()

    answer = press(publisher, page("approve", version), follow=True)

    assert "A further person must approve" in answer.text
    assert now(version).state == "submitted"


def test_the_other_language_is_left_alone_if_that_is_chosen(publisher):
    article = factories.article()
    chinese, english = factories.submitted(article, ZH), factories.submitted(article, EN)

    press(publisher, page("approve", english), {})

    assert (now(chinese).state, now(english).state) == ("submitted", "approved")


def test_the_approving_page_lists_what_readers_will_see_with_the_story(publisher):
    event = factories.event(name_en="A quiet meeting")
    version = factories.submitted(factories.article(events=[event]))

    asked = publisher.get(page("approve", version)).text

    assert "A quiet meeting" in asked
    assert "does not appear in Chinese until that edition is approved too" in asked


def test_words_are_returned_with_a_note_and_the_author_reads_it(editor, publisher):
    version = factories.submitted()

    press(publisher, page("return", version), {"note": "The day is missing."})

    assert "The day is missing." in editor.get(_story(version)).text


def test_approving_alone_needs_a_reason_and_is_remembered(publisher):
    version = factories.draft(by=factories.user("publisher"))

    press(publisher, page("approve-alone", version), {"reason": ""})
    assert now(version).state == "draft"

    press(publisher, page("approve-alone", version), {"reason": "Typhoon warning"})
    assert now(version).state == "approved"
    assert LogEntry.objects.get(alone=True).note == "Typhoon warning"


def test_a_waiting_version_is_rescheduled_and_cancelled(publisher):
    version = factories.published(at=clock.moment() + timedelta(days=1))
    later = clock.moment().replace(second=0, microsecond=0) + timedelta(days=3)

    press(publisher, page("reschedule", version), {"moment": typed(later)})
    assert now(version).public_from == later

    press(publisher, page("cancel", version))
    assert now(version).state == "draft"


def test_withdrawing_asks_which_records_go_too(publisher):
    going, staying = factories.event(name_en="Going"), factories.event(name_en="Staying")
    version = factories.published(factories.article(events=[going, staying]))

    asked = publisher.get(page("withdraw", version)).text
    assert "Going" in asked and "Staying" in asked
    press(
        publisher,
        page("withdraw", version),
        {"reason": "It is postponed.", "take_along": f"cooperation.event:{going.pk}"},
    )

    at = clock.moment()
    assert not now(version).is_public(at)
    assert [type(event).objects.get(pk=event.pk).is_public(at) for event in (going, staying)] == [False, True]


def test_a_correction_begins_from_what_readers_see(editor):
    version = factories.published(headline="As published")

    press(editor, page("correct", version))

    assert Version.objects.in_work().get(edition=version.edition).headline == "As published"
    assert now(version).is_public(clock.moment())


def test_a_discarded_version_can_be_restored(editor):
    version = factories.draft(headline="Put away")

    press(editor, page("discard", version))
    press(editor, page("restore", version))

    assert Version.objects.in_work().get(edition=version.edition).headline == "Put away"


@pytest.mark.parametrize(
    "make, offered",
    [
        (factories.draft, "submit approve-alone discard open-preview"),
        (factories.submitted, "return approve approve-alone discard open-preview"),
        (factories.published, "withdraw correct"),
        (lambda: factories.published(at=clock.moment() + timedelta(days=1)), "reschedule cancel correct open-preview"),
    ],
)
def test_a_publisher_is_offered_what_the_version_s_state_allows(publisher, make, offered):
    assert buttons(publisher, make()) == offered


def test_an_editor_is_not_offered_what_publishers_do(editor):
    assert buttons(editor, factories.submitted()) == "discard"


def test_an_auditor_is_offered_nothing(auditor):
    assert buttons(auditor, factories.submitted()) == ""


def test_no_deed_is_done_by_following_a_link(publisher):
    version = factories.published()

    for name in PAGES:
        publisher.get(page(name, version))

    assert now(version).is_public(clock.moment())
    assert Version.objects.count() == 1


def test_a_deed_that_is_not_there_is_not_found(publisher):
    assert publisher.get(page("publish", factories.draft())).status_code == 404


def _story(version: Version) -> str:
    return reverse("admin:articles_article_change", args=[version.edition.article_id])


def test_the_desk_has_no_form_for_a_version(root):
    version = factories.draft()

    assert root.get(f"/admin/articles/version/{version.pk}/change/").status_code == 404
