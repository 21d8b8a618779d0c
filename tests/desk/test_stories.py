"""A story is entered, changed and kept on one page."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.models import Article, Version
from newsroom.languages import EN, ZH
from newsroom.publishing import clock
from tests import factories
from tests.desk.typing import form_of, send

ADD = reverse("admin:articles_article_add")


def page_of(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def words(article: Article, language: str = EN) -> Version:
    return Version.objects.in_work().in_language(language).get(edition__article=article)


def test_a_story_is_entered_in_both_languages_on_one_page(editor):
    event = factories.event(held="2019-08-18")

    send(editor, ADD, events=[event.pk], **{"en-headline": "Two cities sign", "zh-hans-headline": "两市签约"})

    article = Article.objects.get()
    assert (article.year, article.slug, list(article.events.all())) == (2019, "two-cities-sign", [event])
    assert (words(article, ZH).headline, words(article, EN).headline) == ("两市签约", "Two cities sign")
    assert article.created_by.username == "editor"


def test_an_edition_in_which_nothing_is_typed_does_not_begin(editor):
    send(editor, ADD, year="2019", **{"en-headline": "Two cities sign"})

    assert [edition.language for edition in Article.objects.get().editions.all()] == [EN]


def test_plain_paragraphs_become_paragraphs_and_come_back_as_typed(editor):
    send(editor, ADD, year="2019", **{"en-headline": "Two cities sign", "en-body": "First.\r\n\r\nSecond & last."})

    article = Article.objects.get()
    assert words(article).body == "<p>First.</p>\n<p>Second &amp; last.</p>"
    assert form_of(editor.get(page_of(article)).text)["en-body"] == ["First.\n\nSecond & last."]


def test_saving_without_typing_changes_no_words(editor):
    version = factories.submitted(body="<p>One.</p><p>Two.</p>")

    send(editor, page_of(version.edition.article))

    assert (words(version.edition.article).revision, words(version.edition.article).state) == (1, "submitted")


def test_a_stale_save_is_refused_and_shows_both_texts(editor, publisher):
    article = factories.draft(headline="Before").edition.article
    typed = form_of(editor.get(page_of(article)).text) | {"en-headline": "Mine"}
    send(publisher, page_of(article), **{"en-headline": "Theirs"})

    answer = editor.post(page_of(article), typed)

    assert words(article).headline == "Theirs"
    assert "Somebody else changed these words meanwhile" in answer.text
    assert 'value="Mine"' in answer.text and "<pre>Theirs</pre>" in answer.text


def test_a_stale_save_may_be_repeated_by_choice(editor, publisher):
    article = factories.draft(headline="Before").edition.article
    typed = form_of(editor.get(page_of(article)).text) | {"en-headline": "Mine"}
    send(publisher, page_of(article), **{"en-headline": "Theirs"})

    again = form_of(editor.post(page_of(article), typed).text)
    editor.post(page_of(article), again)

    assert words(article).headline == "Mine"


def test_the_writers_of_two_languages_do_not_collide(editor, publisher):
    article = factories.draft(headline="Before").edition.article
    factories.draft(article, ZH, headline="以前")
    typed = form_of(editor.get(page_of(article)).text) | {"en-headline": "After"}
    send(publisher, page_of(article), **{"zh-hans-headline": "以后"})

    editor.post(page_of(article), typed)

    assert (words(article, ZH).headline, words(article, EN).headline) == ("以后", "After")


def test_over_long_words_come_back_with_a_sentence_and_everything_typed(editor):
    answer = send(editor, ADD, year="2019", **{"en-headline": "L" * 201, "en-body": "Typed with care"})

    assert "at most 200 characters" in answer.text
    assert "Typed with care" in answer.text
    assert not Article.objects.exists()


def test_an_auditor_reads_the_story_and_changes_nothing(auditor):
    version = factories.draft(headline="Before")
    page = page_of(version.edition.article)

    assert "Before" in auditor.get(page).text
    assert auditor.post(page, {"en-headline": "After", "en-started": ""}).status_code == 403


def test_words_typed_in_a_tab_from_before_the_approval_are_refused_and_kept_on_the_page(editor):
    version = factories.submitted(headline="As approved")
    page = page_of(version.edition.article)
    typed = form_of(editor.get(page).text) | {"en-headline": "Typed too late"}
    deeds.approve(version, by=factories.user("publisher"))

    answer = editor.post(page, typed)

    assert "approved or set aside meanwhile" in answer.text and "Typed too late" in answer.text
    assert Version.objects.get().headline == "As approved"


def test_the_records_of_an_approved_story_are_shown_and_locked_while_its_words_are_corrected(editor):
    event = factories.event()
    version = factories.published(factories.article(events=[event]), headline="Before")
    deeds.correct(version.edition, by=factories.user("editor"))
    article = version.edition.article

    send(editor, page_of(article), slug="elsewhere", events=[], **{"en-headline": "After"})

    assert words(article).headline == "After"
    article.refresh_from_db()
    assert (article.slug != "elsewhere", list(article.events.all())) == (True, [event])


def test_a_story_that_nobody_approved_is_deleted_with_its_words(editor):
    article = factories.draft().edition.article

    editor.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})

    assert not Article.objects.exists() and not Version.objects.exists()


def test_a_story_that_waits_for_its_moment_is_not_deleted(root):
    article = factories.published(at=clock.moment() + timedelta(days=1)).edition.article

    root.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})

    assert Article.objects.exists()


def test_every_deed_and_every_save_is_in_the_story_s_history(editor, publisher):
    article = factories.draft(headline="Before").edition.article
    send(editor, page_of(article), **{"en-headline": "After"})
    version = words(article)
    deeds.submit(version, by=factories.user("editor"))
    deeds.return_(version, by=factories.user("publisher"), note="The day is missing.")

    history = editor.get(reverse("admin:articles_article_history", args=[article.pk])).context["log_entries"]

    assert [(log_entry.verb, log_entry.note) for log_entry in history] == [
        ("return", "The day is missing."),
        ("submit", ""),
        ("save", "Changed: English."),
    ]


def test_the_list_says_where_each_edition_stands(editor):
    article = factories.article()
    factories.published(article, headline="Two cities sign")
    factories.draft(article, ZH, headline="两市签约")

    page = editor.get(reverse("admin:articles_article_changelist")).text

    assert "English: public since" in page and "Chinese: in progress, last changed by editor" in page


def test_a_list_of_many_stories_asks_no_more_than_a_list_of_one(editor, django_assert_max_num_queries):
    address = reverse("admin:articles_article_changelist")
    factories.draft()
    with CaptureQueriesContext(connection) as one:
        editor.get(address)
    for _number in range(5):
        factories.draft()

    with django_assert_max_num_queries(len(one)):
        editor.get(address)
