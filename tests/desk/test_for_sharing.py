"""Which photo of a story is for sharing: one at most, chosen on the story's page, later only by an amendment."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.models import Article, ArticlePhoto, Version
from newsroom.forms import locked
from newsroom.languages import EN, ZH
from newsroom.publishing.models import Amendment
from tests import factories
from tests.desk.test_records import page
from tests.desk.typing import form_of, send
from tests.pressing import press

pytestmark = pytest.mark.django_db
SENTENCE = {EN: "Another photo of this story is for sharing already.", ZH: "本报道已有另一张图片用作分享图。"}


@pytest.fixture
def article():
    """A draft with three photos."""
    made = factories.draft().edition.article
    for order in range(3):
        ArticlePhoto.objects.create(article=made, photo=factories.photo(), order=order)
    return made


def mark(article: Article, place: int) -> None:
    article.shown.filter(order=place).update(for_sharing=True)


def marked(article: Article) -> list[int]:
    """Return the places of the photos for sharing."""
    return list(article.shown.filter(for_sharing=True).values_list("order", flat=True))


def typed(client, article: Article, *places: int, name: str = "change", **more) -> dict:
    """Return the story's form with the photos in these places marked, and no other."""
    form = form_of(client.get(page(article, name)).text)
    form = {field: value for field, value in form.items() if not field.endswith("for_sharing")}
    return form | {f"shown-{place}-for_sharing": "on" for place in places} | more


def choose(client, article: Article, *places: int, name: str = "change", **more):
    return client.post(page(article, name), typed(client, article, *places, name=name, **more))


def publish(article: Article) -> None:
    version = Version.objects.in_work().get(edition__article=article)
    deeds.submit(version, by=factories.user("editor"))
    deeds.approve(version, by=factories.user("publisher"))


def decide(client, name: str, **words):
    return press(client, reverse(f"admin:amendment_{name}", args=[Amendment.objects.get().pk]), words)


def test_an_editor_chooses_a_photo_of_the_story(editor, article):
    assert choose(editor, article, 1).status_code == 302

    assert marked(article) == [1]
    assert "shown-1-for_sharing" in form_of(editor.get(page(article)).text)


@pytest.mark.parametrize(("language", "words"), [(EN, "Mark one photo at most;"), (ZH, "最多勾选一张；")])
def test_what_the_mark_means_stands_in_words_below_the_photos(editor, article, language, words):
    User.objects.update(language=language)
    below = re.compile(rf'<p class="help desk-rows-help">[^\n]*{words}')

    assert below.search(editor.get(page(article)).text)

    publish(article)
    assert not below.search(editor.get(page(article)).text)


@pytest.mark.parametrize(("before", "after"), [(0, 2), (2, 0)])
def test_a_photo_takes_the_mark_from_another_in_one_save(editor, article, before, after):
    mark(article, before)

    assert choose(editor, article, after).status_code == 302

    assert marked(article) == [after]


def test_a_photo_takes_the_mark_from_one_that_goes(editor, article):
    mark(article, 2)

    assert choose(editor, article, 0, 2, **{"shown-2-DELETE": "on"}).status_code == 302

    assert marked(article) == [0]
    assert article.shown.count() == 2


def test_a_new_photo_takes_the_mark(editor, article):
    mark(article, 0)
    new = {"shown-3-photo": factories.photo().pk, "shown-3-order": "9", "shown-TOTAL_FORMS": "4"}

    assert choose(editor, article, 3, **new).status_code == 302

    assert marked(article) == [9]


def test_a_save_that_is_about_something_else_leaves_the_mark(editor, article):
    mark(article, 1)

    assert send(editor, page(article), **{"en-headline": "Other words", "shown-0-order": "7"}).status_code == 302

    assert marked(article) == [1]


def test_nothing_need_be_chosen(editor, article):
    mark(article, 1)

    choose(editor, article)

    assert marked(article) == []


@pytest.mark.parametrize("language", [EN, ZH])
def test_two_are_refused_with_a_sentence_at_the_second(editor, article, language):
    mark(article, 0)
    User.objects.update(language=language)

    answer = choose(editor, article, 0, 2)

    assert answer.status_code == 200
    (photos,) = (one.formset for one in answer.context["inline_admin_formsets"] if one.formset.prefix == "shown")
    assert [list(form.errors) for form in photos.forms] == [[], [], ["for_sharing"]]
    assert SENTENCE[language] in answer.text
    assert marked(article) == [0]


@pytest.mark.parametrize(
    ("pages", "refused"),
    [((ZH, EN), False), ((EN, EN), True), (("", EN), True), ((ZH, ""), True)],
    ids=["one on each page", "two on a page", "one on both pages", "the second on both"],
)
def test_of_a_drawing_in_both_languages_both_may_be_marked(editor, article, pages, refused):
    languages = {f"shown-{place}-language": language for place, language in enumerate(pages)}

    answer = choose(editor, article, 0, 1, **languages)

    assert (answer.status_code, marked(article)) == ((200, []) if refused else (302, [0, 1]))


def test_two_that_are_marked_change_their_pages_in_one_save(editor, article):
    choose(editor, article, 0, 1, **{"shown-0-language": ZH, "shown-1-language": EN})

    assert choose(editor, article, 0, 1, **{"shown-0-language": EN, "shown-1-language": ZH}).status_code == 302

    assert marked(article) == [0, 1]
    assert list(article.shown.values_list("language", flat=True)) == [EN, ZH, ""]


@pytest.mark.parametrize("language", [EN, ZH])
def test_whoever_writes_the_database_holds_one(article, language):
    mark(article, 0)

    with pytest.raises(IntegrityError), transaction.atomic():
        mark(article, 1)

    row = article.shown.get(order=1)
    row.for_sharing = True
    with translation.override(language), pytest.raises(ValidationError, match=SENTENCE[language]):
        row.full_clean()


@pytest.mark.parametrize("old_tab", [False, True], ids=["a new tab", "a tab of before the approval"])
@pytest.mark.parametrize("places", [(), (0,), (0, 1)])
def test_in_a_story_that_readers_see_no_save_moves_it(editor, article, monkeypatch, old_tab, places):
    mark(article, 1)
    publish(article)
    with monkeypatch.context() as before:
        if old_tab:
            before.setattr(locked, "lock_of", lambda record, at: "")
        form = typed(editor, article, *places, **{"shown-1-DELETE": "on"})

    editor.post(page(article), form)

    assert marked(article) == [1]


@pytest.mark.parametrize(("before", "after"), [(0, 2), (2, 0)])
def test_there_it_is_proposed_shown_as_old_and_new_and_approved_by_another(
    editor, publisher, client, article, before, after
):
    mark(article, before)
    publish(article)
    photos = [row.photo for row in article.shown.order_by("order")]

    assert choose(editor, article, after, name="amend").status_code == 302
    assert marked(article) == [before]
    differing = publisher.get(page(Amendment.objects.get())).context["differing"]
    assert [(row.what, row.old, row.new) for row in differing] == [
        ("for sharing", "yes" if place == before else "no", "no" if place == before else "yes")
        for place in sorted((before, after))
    ]
    address = article.address_in(EN)
    assert f"/photos/{photos[before].token}/share-50-50/" in client.get(address).text

    decide(publisher, "approve", minor="on")

    assert marked(article) == [after]
    assert f"/photos/{photos[after].token}/share-50-50/" in client.get(address).text


def test_two_are_not_proposed(editor, article):
    publish(article)

    assert SENTENCE[EN] in choose(editor, article, 0, 1, name="amend").text
    assert not Amendment.objects.exists()
