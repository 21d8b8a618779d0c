"""The public page of any version is read inside the desk before readers see it, and nothing of that stays."""

import pytest
from django.urls import reverse

from newsroom.articles.models import Version
from newsroom.cooperation.models import Event
from newsroom.languages import EN, ZH
from newsroom.publishing import clock
from newsroom.publishing.models import LogEntry
from tests import factories


def preview(version: Version) -> str:
    return reverse("admin:articles_preview", args=[version.pk])


@pytest.fixture
def story(db):
    return factories.article(events=[factories.event(venue_en="The old town hall")])


def test_a_draft_is_read_as_readers_will_read_it_with_the_records_it_brings(editor, story):
    version = factories.draft(story, headline="Two cities sign", body="<p>It was a fine day.</p>")

    page = editor.get(preview(version))

    assert "<h1>Two cities sign</h1>" in page.text and "It was a fine day." in page.text
    assert 'lang="en"' in page.text and "csrfmiddlewaretoken" not in page.text
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_nothing_of_a_preview_stays(editor, client, story):
    version = factories.draft(story)
    log_entries = LogEntry.objects.count()

    editor.get(preview(version))

    assert Version.objects.get().state == "draft"
    assert not Event.objects.get().is_approved(clock.moment())
    assert LogEntry.objects.count() == log_entries
    assert client.get(story.address_in(EN)).status_code == 404


def test_a_correction_is_previewed_while_readers_see_the_old_words(editor, client, story):
    old = factories.published(story, headline="As it was")
    new = factories.draft(story, headline="As it will be")

    assert "As it will be" in editor.get(preview(new)).text
    assert "As it was" in editor.get(preview(old)).text
    assert "As it was" in client.get(story.address_in(EN)).text


def test_a_chinese_preview_speaks_chinese(editor, story):
    version = factories.draft(story, ZH, headline="两市签约")

    assert 'lang="zh-Hans"' in editor.get(preview(version)).text


def test_a_stranger_has_no_preview(client, story):
    assert client.get(preview(factories.draft(story))).status_code == 302
