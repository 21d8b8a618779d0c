"""A story is entered, changed and kept on one page."""

from django.urls import reverse

from newsroom.articles.models import Article, Version
from newsroom.languages import EN, ZH
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
