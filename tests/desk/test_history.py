"""The history of a record: any two revisions compared, any of them restored by a save like any other."""

from newsroom.articles import deeds
from newsroom.languages import ZH
from newsroom.publishing.amending import revisions
from newsroom.publishing.amending.comparing import compared_in_words
from newsroom.publishing.models import Amendment, Revision
from tests import factories
from tests.desk.test_records import now, page
from tests.desk.test_stories import words
from tests.desk.typing import form_of, send


def runs(old: str, new: str) -> list[tuple[str, str]]:
    event = factories.event()
    kept = [Revision(record=event, snapshot=revisions.take(event)) for _side in range(2)]
    for revision, text in zip(kept, (old, new), strict=True):
        revision.snapshot["fields"]["venue_en"] = text
    return [tuple(run) for one in compared_in_words(*kept) for runs in one.paragraphs for run in runs]


def test_english_is_compared_by_word_and_chinese_by_character(db):
    assert runs("Talks met today", "Talks meet today") == [
        ("same", "Talks "),
        ("gone", "met"),
        ("new", "meet"),
        ("same", " today"),
    ]
    assert runs("海州代表团", "海州市代表团") == [("same", "海州"), ("new", "市"), ("same", "代表团")]


def test_of_a_text_with_markup_its_words_are_compared_and_the_markup_where_only_that_differs(db):
    assert runs("<p>One</p><p>Two</p>", "<p>One</p>") == [("same", "One"), ("gone", "Two")]
    assert "<strong>" in "".join(text for _kind, text in runs("<p>One</p>", "<p><strong>One</strong></p>"))


def number(record, place: int) -> int:
    return Revision.objects.of(record)[place].pk


def test_the_history_compares_any_two_revisions(editor, publisher):
    event = factories.event()
    for client, words_typed in ((editor, "Old hall"), (publisher, "New hall"), (editor, "Third hall")):
        send(client, page(event), venue_en=words_typed)

    chosen = {"a": number(event, 1), "b": number(event, 2)}
    answer = editor.get(page(event, "history"), chosen).text

    assert "<del>Old</del><ins>New</ins> hall" in answer and "Third" not in answer


def test_the_history_shows_what_the_last_save_changed(editor):
    event = factories.event()
    factories.site(event, words_en="Old port")
    send(editor, page(event), visited__0__words_en="New port")

    assert "<del>Old</del><ins>New</ins> port" in editor.get(page(event, "history")).text


def test_a_revision_is_restored_by_a_form_that_is_looked_at_and_saved(editor):
    event = factories.event(venue_en="Old hall")
    factories.site(event, words_zh="第1站")
    send(editor, page(event), venue_en="New hall", visited__0__DELETE="on")
    factories.site(event, words_zh="第2站")

    shown = editor.post(page(event), {"_restore": number(event, 0)})

    assert now(event).venue_en == "New hall" and event.visited.get().words_zh == "第2站"
    editor.post(page(event), form_of(shown.text))
    assert (now(event).venue_en, event.visited.get().words_zh) == ("Old hall", "第1站")
    assert Revision.objects.of(event).count() == 4  # the second site was added by something else


def test_of_an_approved_record_a_revision_is_restored_by_an_amendment(editor):
    event = factories.event(venue_en="Old hall")
    send(editor, page(event), venue_en="New hall")
    factories.published(factories.article(events=[event]))

    assert page(event, "amend") in editor.get(page(event, "history")).text
    shown = editor.post(page(event, "amend"), {"_restore": number(event, 0)})
    editor.post(page(event, "amend"), form_of(shown.text))

    assert (now(event).venue_en, Amendment.objects.get().after["fields"]["venue_en"]) == ("New hall", "Old hall")


def test_earlier_words_of_a_draft_are_restored_in_the_story_s_form(editor, publisher):
    article = factories.draft(headline="Old words", body="<p>One</p>").edition.article
    factories.draft(article, ZH, headline="标题")
    send(publisher, page(article), **{"en-headline": "New words", "en-body": "<p>Two</p>"})

    history = editor.get(page(article, "history"))
    shown = editor.post(page(article), {"_restore": number(words(article), 0)})
    editor.post(page(article), form_of(shown.text))

    assert "<del>Old</del><ins>New</ins> words" in history.text
    assert (words(article).headline, words(article).body) == ("Old words", "<p>One</p>")
    assert words(article, ZH).headline == "标题"


def test_approved_words_are_restored_as_a_correction_only(editor):
    version = factories.draft(headline="Old words")
    article = version.edition.article
    send(editor, page(article), **{"en-headline": "New words", "en-body": "<p>Two</p>"})
    deeds.submit(words(article), by=factories.user("editor"))
    deeds.approve(words(article), by=factories.user("publisher"))

    answer = editor.post(page(article), {"_restore": number(version, 0)})

    assert "Begin a correction first" in answer.text


def test_the_revision_of_another_record_is_not_restored(editor):
    event, other = factories.event(), factories.event(venue_en="Other hall")
    send(editor, page(other), venue_en="New hall")

    answer = editor.post(page(event), {"_restore": number(other, 0)})

    assert answer.status_code == 409 and "There is no such revision." in answer.text and "Other hall" not in answer.text


def test_who_only_reads_restores_nothing(editor, auditor):
    event = factories.event(venue_en="Old hall")
    send(editor, page(event), venue_en="New hall")

    assert "_restore" not in auditor.get(page(event, "history")).text
    assert auditor.post(page(event), {"_restore": number(event, 0)}).status_code == 403
