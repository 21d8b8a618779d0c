"""The page of a deed shows the words that it is about, with what differs from what readers see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.articles import deeds
from newsroom.languages import EN, ZH
from newsroom.languages.comparing import as_read, compared
from tests import factories
from tests.desk.test_deed_pages import page


def kept(old: str, new: str, language: str, *kinds: str) -> list[str]:
    """Return the paragraphs that the runs of these kinds make."""
    paragraphs = ["".join(run.text for run in runs if run.kind in kinds) for runs in compared(old, new, language)]
    return [words for words in paragraphs if words]


def marked(old: str, new: str, language: str) -> list[list[tuple]]:
    return [[tuple(run) for run in runs if run.kind != "same"] for runs in compared(old, new, language)]


TEXTS = st.lists(st.text("ab c，市长宁波"), max_size=5).map(lambda lines: "\n".join(filter(str.strip, lines)))


@given(TEXTS, TEXTS, st.sampled_from((EN, ZH)))
def test_nothing_of_either_text_is_lost(old, new, language):
    assert kept(old, new, language, "same", "new") == new.splitlines()
    assert sorted(kept(old, new, language, "same", "gone")) == sorted(old.splitlines())


@pytest.mark.parametrize(
    ("language", "old", "new", "runs"),
    [
        (ZH, "市长郑栅洁出席。", "市长郑珊洁出席。", [[("gone", "栅"), ("new", "珊")]]),
        (EN, "The mayor signed it.", "The mayors signed it.", [[("gone", "mayor"), ("new", "mayors")]]),
        (EN, "One.\nTwo.", "One.\nTwo.\nThree.", [[], [], [("new", "Three.")]]),
        (EN, "One.\nTwo.", "Two.", [[("gone", "One.")], []]),
        (ZH, "一", "一", [[]]),
    ],
)
def test_chinese_is_compared_by_character_and_english_by_word(language, old, new, runs):
    assert marked(old, new, language) == runs


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>One<br>two</p><p>Three &amp; four</p>", "One\ntwo\nThree & four"),
        ('<p>See <a href="https://example.org" rel="noopener">here</a>.</p>', "See here [https://example.org]."),
        ('<p>In <span lang="de">Bremen</span></p>', "In Bremen [de]"),
        ("<table><tr><td>a</td><td>b</td></tr></table><h2>Head</h2>", "a b\nHead"),
    ],
)
def test_a_body_is_read_with_what_its_words_carry(body, lines):
    assert as_read(body) == lines


@pytest.mark.django_db
def test_both_languages_stand_on_the_page_that_approves(publisher):
    article = factories.article()
    factories.submitted(article, ZH, headline="会谈", body="<p>市长出席。</p>")
    version = factories.submitted(article, EN, headline="Talks", body="<p>The mayor was there.</p>")

    shown = publisher.get(page("approve", version)).text

    assert all(words in shown for words in ("会谈", "市长出席。", "Talks", "The mayor was there."))


@pytest.mark.django_db
def test_a_correction_is_marked_against_what_readers_see(publisher):
    public = factories.published(headline="Talks", body="<p>Two were signed.</p>")
    version = deeds.correct(public.edition, by=factories.user("editor"))
    deeds.write(version, by=factories.user("editor"), body="<p>Three were signed.</p>", change_note="The number.")
    deeds.submit(version, by=factories.user("editor"))

    shown = publisher.get(page("approve", version)).text

    assert "<del>Two</del><ins>Three</ins> were signed." in shown and "Marked is what differs" in shown


@pytest.mark.django_db
def test_words_are_shown_as_words(publisher):
    version = factories.submitted(headline="<b>Talks</b>", body="<p>&lt;script&gt; is a tag.</p>")

    shown = publisher.get(page("approve", version)).text

    assert "<p>&lt;b&gt;Talks&lt;/b&gt;</p>" in shown and "&lt;script&gt; is a tag." in shown
