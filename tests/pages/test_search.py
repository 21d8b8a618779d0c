"""Search finds what readers may see, by names in either script and by headlines."""

import re
from datetime import timedelta

import pytest

from newsroom import search
from newsroom.languages import EN, ZH
from newsroom.publishing import clock
from newsroom.search import finding
from newsroom.search.finding import KINDS
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(built_once):
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
def test_search_finds_a_record_by_a_part_of_its_name(site, words, kind):
    assert kind in found(words)


def test_of_many_the_newest_are_found_as_of_few(db, monkeypatch):
    for number in range(12):
        article = factories.article(
            agreements=[factories.agreement(title_en=f"Quay {number}", signed=f"2001-01-{number + 1:02}")]
        )
        factories.published(article, EN if number % 2 else ZH, headline=f"Quay {number}")
    monkeypatch.setattr(finding, "SHOWN", 3)
    monkeypatch.setattr(finding, "MOST_ROWS", 7)
    of_few = found("quay")
    monkeypatch.setattr(finding, "FEW", 0)
    for near in (2, 5, 1_000):  # they stand beyond what is looked at, in part, and wholly within
        monkeypatch.setattr(finding, "NEAR", near)
        assert found("quay") == of_few
    assert of_few["story"] == ["Quay 11", "Quay 10", "Quay 9"] == of_few["agreement"]


def test_a_story_in_both_languages_is_found_once_in_the_page_s_own(site):
    factories.published(factories.article(), EN, headline="Bilingual 双语")

    assert found("双语", ZH)["story"] == ["Bilingual 双语"]
    assert found("港城", ZH)["story"] == ["港城与山城签约"]
    assert found("agree", ZH)["story"] == ["港城与山城签约"]


def test_a_translation_that_waits_does_not_stand_for_the_words_that_are_public(db):
    article = factories.article()
    factories.published(article, EN, headline="Quay opens")
    factories.submitted(article, ZH, headline="码头启用")

    assert found("Quay", ZH)["story"] == ["Quay opens"]


def test_stories_told_in_both_languages_do_not_hide_that_there_are_more(db, monkeypatch):
    monkeypatch.setattr(finding, "SHOWN", 2)
    for number in range(3):
        article = factories.article()
        factories.published(article, EN, headline=f"Quay {number}")
        factories.published(article, ZH, headline=f"Quay {number} 码头")

    (stories,) = search.find("Quay", language=EN, at=clock.moment())

    assert [row["name"] for row in stories["rows"]] == ["Quay 2", "Quay 1"]
    assert stories["more"]


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


def shown(client, words, prefix="en", status=200):
    answer = client.get(f"/{prefix}/search/", {"q": words})
    assert answer.status_code == status
    return answer.text.split("<main")[1]


def test_what_was_found_stands_in_groups_that_can_be_jumped_to(client, site):
    page = shown(client, "hill")

    heads = re.findall(r'<h2 class="section-head" id="(\w+)">', page)
    assert heads == [kind.name for kind in KINDS if kind.name in heads]
    assert len(heads) > 2
    assert re.findall(r'<a href="#(\w+)">', page) == heads


def test_a_name_in_one_script_is_found_from_both_languages_and_says_its_own_beside_its_kind(client, site):
    assert re.search(r'/zh/institutions/[^"]+">[^<]+（<span lang="en">Institute of Ropes', shown(client, "ropes", "zh"))
    assert 'lang="en"' not in shown(client, "ropes").split("</form>")[1]


@pytest.mark.parametrize(
    ("prefix", "nothing", "nobody"),
    [
        ("en", "are found by their names", "Nothing was found for “nobody”"),
        ("zh", "可用中文或英文名称搜索", "没有找到与“nobody”相关的内容"),
    ],
)
def test_a_search_for_nothing_and_one_that_finds_nothing_say_what_to_do(client, site, prefix, nothing, nobody):
    assert nothing in shown(client, "", prefix)
    assert nobody in shown(client, "nobody", prefix)


def test_a_search_that_is_too_long_is_refused_and_stays_in_the_field(client, site):
    page = shown(client, "港" * 201, "zh", status=400)

    assert "搜索内容最多200个字符" in page
    assert f'value="{"港" * 201}"' in page
    assert 'aria-invalid="true" aria-describedby="refused"' in page
    assert "没有找到" not in page


@pytest.mark.parametrize(
    "words", ["q=" + "a" * 10_000, "q=a%00b", "q=%ED%A0%80", "q=%FF%FE", "q=" + "a+" * 100, "q[]=a"]
)
@pytest.mark.parametrize("address", ["/zh/search/", "/en/search/suggest/"])
def test_no_question_is_too_strange_for_an_answer(client, site, address, words):
    answer = client.get(f"{address}?{words}")

    assert answer.status_code in (200, 400)
    assert "<h1>" in answer.text or answer.headers["Content-Type"] == "application/json"


def test_of_two_lists_of_unlike_length_the_newest_come_first(db, monkeypatch):
    monkeypatch.setattr(finding, "SHOWN", 6)
    monkeypatch.setattr(finding, "MOST_ROWS", 6)
    monkeypatch.setattr(finding, "NEAR", 4)
    for number in range(1, 13):  # the dense list is the newer one: of it more is asked for than is looked at
        factories.published(language=EN, headline=f"Quay {number}", at=clock.moment() - timedelta(days=20 - number))
    for number in range(3):
        factories.published(language=ZH, headline=f"Quay 0{number}", at=clock.moment() - timedelta(days=50 - number))
    monkeypatch.setattr(finding, "FEW", 0)

    assert found("quay")["story"] == [f"Quay {number}" for number in (12, 11, 10, 9, 8, 7)]
