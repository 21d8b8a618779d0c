"""Words in other scripts are marked with a language that is certain, else with their script; rare characters whole."""

import pytest

from newsroom.languages import EN, ZH, has_han, is_han
from newsroom.website.fragments import in_html, in_text, tag_of_all

RUNS = [
    (EN, "Deputy mayor 王𬭎 spoke", "王𬭎", "zh-Hans"),
    (EN, "The rare 𬭎 alone", "𬭎", "zh-Hans"),
    (EN, "〇二 was its number", "〇二", "zh-Hans"),
    (EN, "A radical ⺮ and no more", "⺮", "zh-Hans"),
    (EN, "In extension H: 𱁬", "𱁬", "zh-Hans"),
    (EN, "A visit to さいたま市 in May", "さいたま市", "ja"),
    (EN, "Seen at 京都のまち", "京都のまち", "ja"),
    (EN, "Written 寧波 there", "寧波", "und-Hani"),
    (EN, "Seoul is 서울 특별시 in Korean", "서울 특별시", "ko"),
    (EN, "Peter’s city, Санкт-Петербург, agreed", "Санкт-Петербург", "und-Cyrl"),
    (EN, "Baghdad is بغداد there", "بغداد", "und-Arab"),
    (EN, "The city of Αθήνα signed", "Αθήνα", "el"),
    (ZH, "海州与Санкт-Петербург签约", "Санкт-Петербург", "und-Cyrl"),
    (ZH, "海州与서울交流", "서울", "ko"),
    (ZH, "访问さいたま市政府", "さいたま", "ja"),
    (ZH, "参观 Port of Harbourton 码头", "Port of Harbourton", "en"),
]


@pytest.mark.parametrize(("language", "text", "run", "tag"), RUNS)
def test_a_run_in_another_script_is_marked_whole(language, text, run, tag):
    marked = text.replace(run, f'<span lang="{tag}">{run}</span>').replace("’", "’")
    assert str(in_text(text, language)) == marked
    assert in_html(f"<p>{text}</p>", language) == f"<p>{marked}</p>"
    assert tag_of_all(run, language) == tag


@pytest.mark.parametrize(
    ("language", "text"),
    [(EN, "Łódź and Harbourton"), (ZH, "海州与河口・北港，AI时代"), (ZH, "王𬭎会见〇二代表"), (EN, "5 ° – €")],
)
def test_what_belongs_to_the_page_is_left_alone(language, text):
    assert in_text(text, language) == text


def test_what_an_editor_marked_stays_as_it_was_marked():
    body = '<p>In <span lang="ja">長岡京市</span> and 河口</p>'
    assert in_html(body, EN) == '<p>In <span lang="ja">長岡京市</span> and <span lang="zh-Hans">河口</span></p>'


@pytest.mark.parametrize("character", ["中", "㐀", "𠮷", "𬭎", "𮯠", "豈", "〇", "⺮", "々", "𰀀", "𲎰"])
def test_every_block_of_chinese_characters_is_known(character):
    assert has_han(f"a{character}b") and is_han(character)


@pytest.mark.parametrize("character", ["あ", "ー", "서", "·", "、", "A", "『"])
def test_nothing_else_is_taken_for_one(character):
    assert not has_han(character)
