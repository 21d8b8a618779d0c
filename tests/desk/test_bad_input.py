"""What nobody types by hand: the desk answers, and keeps what was typed."""

import pytest
from django.db import OperationalError, connection, transaction
from django.urls import reverse

from newsroom.articles.admin.words import WordsForm
from newsroom.articles.models import Article
from newsroom.languages import LANGUAGES
from newsroom.publishing.deeds import hold
from newsroom.publishing.models import Generation
from tests import factories
from tests.desk.typing import form_of

ADD = reverse("admin:articles_article_add")

STRANGE = [
    "articles/article/abc/change/",
    "articles/article/99999999999999999999/change/",
    "articles/article/1%2F2/change/",
    "articles/article/approve/99999999999999999999/",
    "articles/article/preview/99999999999999999999/",
    "articles/article/?p=99999999999999999999",
    "articles/article/?p=-1",
    "articles/article/?year=abc",
    "articles/article/?year=99999999999999999999",
    "articles/article/?section__id__exact=%00",
    "articles/article/?q=%00",
    "articles/article/?o=99.-99.x",
    "articles/article/?q=" + "x" * 3000,
    "articles/article/add/?events=abc&section=abc",
    "cooperation/event/99999999999999999999/release/",
    "cooperation/event/add/?held=never",
    "look-over/99999999999999999999/",
    "autocomplete/?app_label=articles&model_name=article&field_name=events&term=%00",
    "autocomplete/?app_label=x&model_name=y&field_name=z",
    "nowhere/",
]


@pytest.mark.parametrize("path", STRANGE, ids=lambda path: path[:60])
def test_a_strange_address_is_answered(root, path):
    factories.article()

    assert root.get(f"/admin/{path}", follow=True).status_code < 500


@pytest.mark.parametrize("path", ["language/", "articles/article/submit/1/"])
def test_a_strange_method_is_answered(root, path):
    assert root.put(f"/admin/{path}").status_code < 500


EMPTY = {f"{rows}-{count}_FORMS": "0" for rows in ("citations", "shown") for count in ("TOTAL", "INITIAL")}


def typed(**words) -> dict:
    """Return what is sent for a new story with one source begun; `__` in a name stands for a hyphen."""
    return EMPTY | {"citations-TOTAL_FORMS": "1"} | {name.replace("__", "-"): value for name, value in words.items()}


def form_start() -> dict:
    """Return what says that both editions were empty when the writer began."""
    forms = [WordsForm(None, article=Article(), language=language) for language in LANGUAGES]
    return {f"{form.language}-started": form.now() for form in forms}


def test_a_half_filled_row_comes_back_with_a_sentence_at_its_field_and_every_typed_word(editor):
    words = typed(year="2019", slug="two-cities", en__headline="Two cities sign", citations__0__says_en="110 people")

    answer = editor.post(ADD, words | form_start())

    kept = form_of(answer.text)
    assert "This field is required." in answer.text
    assert (kept["citations-0-says_en"], kept["en-headline"]) == (["110 people"], ["Two cities sign"])
    assert not Article.objects.exists()


NASTY = ["\x00", "a\x00b", "\ud800", "\x1b[31m", "٣", "1e9", "-1", "99999999999999999999"]
FIELDS = ["year", "slug", "en-headline", "en-body", "section", "events", "citations-0-order"]


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_typed_into_a_story_breaks_the_desk(root, field):
    for value in NASTY:
        words = typed(year="2019", slug="two-cities") | form_start()
        words[field] = value.encode("utf-8", "surrogatepass")

        assert root.post(ADD, words).status_code in (200, 302), repr(value)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_while_the_desk_saves_no_deed_comes_to_its_end():
    Generation.objects.get_or_create(pk=1)
    other = connection.copy()
    try:
        with transaction.atomic():
            hold()
            with pytest.raises(OperationalError), other.cursor() as cursor:
                cursor.execute("SELECT * FROM publishing_generation FOR UPDATE NOWAIT")
    finally:
        other.close()
