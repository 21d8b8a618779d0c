"""Search finds what readers may see, by names in either script and by headlines."""

import pytest

from newsroom import search
from newsroom.languages import EN, ZH
from newsroom.publishing import clock
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    port = factories.place("Port", slug="port", name_zh="港城", other_names="甬\nHafen")
    hill = factories.place("Hill Town", slug="hill")
    pair = factories.pair(port, hill)
    event = factories.event(pair, people=(factories.person("Zheng Shanjie", name_zh="郑栅洁", slug="zheng"),))
    agreement = factories.agreement(factories.institution("Institute of Ropes", short_en="IRO"), title_zh="框架协议")
    article = factories.article(events=[event], agreements=[agreement])
    factories.published(article, EN, headline="Port and Hill agree")
    factories.published(article, ZH, headline="港城与山城签约")


def found(words, language=EN):
    groups = search.find(words, language=language, at=clock.moment())
    return {group["kind"]: [row.get("name") or row["pair"]["partner"] for row in group["rows"]] for group in groups}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("agree", "story"), ("签约", "story"), ("港城", "place"), ("hafen", "place"), ("甬", "pair"),
        ("SHANJIE", "person"), ("郑栅洁", "person"), ("ropes", "institution"), ("IRO", "institution"),
        ("框架", "agreement"), ("port hill", "pair"),
    ],
)  # fmt: skip
def test_it_finds(site, words, kind):
    assert kind in found(words)


def test_a_story_in_both_languages_is_found_once_in_the_page_s_own(site):
    factories.published(factories.article(), EN, headline="Bilingual 双语")

    assert found("双语", ZH)["story"] == ["Bilingual 双语"]
    assert found("港城", ZH)["story"] == ["港城与山城签约"]


def test_every_word_has_to_be_found(site):
    assert "place" not in found("port mountain")


def test_nothing_that_is_hidden_is_found():
    factories.draft(headline="Secret words")
    factories.person("Secret Person")
    factories.place("Secret Harbour")
    factories.agreement(title_en="Secret Agreement")

    assert found("Secret") == {}


@pytest.mark.parametrize("words", ["", "   ", "%", "_", "\\", "'; drop table", "a " * 100])
def test_no_words_break_it(site, words):
    found(words)


def test_a_sign_of_the_database_is_a_sign_like_any_other(site):
    assert found("%") == {}


def test_the_page_shows_what_was_found_and_says_what_was_asked(client, site):
    page = client.get("/en/search/", {"q": 'Hill "<b>'}).text

    assert 'value="Hill &quot;&lt;b&gt;"' in page
    assert "Port and Hill agree" in client.get("/en/search/?q=hill").text
