"""Pinyin: the order of Chinese lists, and the Latin forms that a Han name may have."""

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.languages.pinyin import person_forms, place_forms, spoken
from newsroom.languages.readings import COMPOUND_SURNAMES, SURNAMES, WORDS
from newsroom.places.install import DATA
from newsroom.tables import rows_of

FROM_OTHER_LANGUAGES = """
呼和浩特 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安 锡林郭勒 阿拉善 哈尔滨 齐齐哈尔 甘孜 拉萨 日喀则 昌都 林芝 那曲
阿里 果洛 乌鲁木齐 克拉玛依 吐鲁番 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 和田 伊犁 阿勒泰 内蒙古 香港 澳门
"""
SPELLED_BY_HAND = {"陕西": "Shaanxi"}  # to tell it from Shanxi, 山西

PEOPLE = {
    "郑丽": "Zheng Li",
    "王小明": "Wang Xiaoming",
    "欧阳修": "Ouyang Xiu",
    "司马安": "Sima An",
    "尉迟海": "Yuchi Hai",
    "诸葛东津": "Zhuge Dongjin",
    "李西安": "Li Xi'an",
    "陈建欧": "Chen Jian'ou",
    "张女": "Zhang Nü",
    "吕海州": "Lü Haizhou",
    "单丽": "Shan Li",
    "仇海": "Qiu Hai",
    "曾小明": "Zeng Xiaoming",
    "解海": "Xie Hai",
    "查海": "Zha Hai",
    "区海": "Ou Hai",
    "朴海": "Piao Hai",
    "任海": "Ren Hai",
    "华海": "Hua Hai",
    "翟海": "Zhai Hai",
    "覃海": "Qin Hai",
    "缪海": "Miao Hai",
    "谌海": "Chen Hai",
    "盖海": "Ge Hai",
    "欧阳": "Ou Yang",
}
PLACES = {
    "西安": "Xi'an",
    "西安市": "Xi'an",
    "吕梁": "Lüliang",
    "长春": "Changchun",
    "长春市": "Changchun",
    "重庆": "Chongqing",
    "六安": "Lu'an",
    "厦门": "Xiamen",
    "台州": "Taizhou",
    "景德镇": "Jingdezhen",
    "海州区": "Haizhou",
    "忠县": "Zhongxian",
}
ORDERED = [
    ["阿曼", "安徽", "安庆", "澳门", "北京"],
    ["张伟", "张伟民", "章伟", "赵伟"],  # 张 and 章 sound alike: the sign decides
    ["妈港", "麻港", "马港", "骂港"],  # one syllable, four tones
    ["芦港", "鲁港", "吕港", "栾港"],
    ["西安", "西宁", "仙居"],
    ["长春", "城口", "重庆", "厦门"],
    ["六安", "路桥"],
    ["APEC", "安阳"][::-1],
]


@pytest.mark.parametrize(("name", "form"), PEOPLE.items())
def test_a_persons_likeliest_form_is_the_official_one(name, form):
    assert person_forms(name)[0] == form


def test_a_name_that_may_be_read_in_two_ways_has_both_forms():
    assert person_forms("单乐") == ("Shan Le", "Shan Yue", "Dan Le", "Dan Yue")
    assert place_forms("莘港") == ("Shengang", "Xingang")
    assert person_forms("郑丽") == ("Zheng Li",)


@pytest.mark.parametrize(
    "name", ["", "郑", "简·史密斯", "Zheng Li", "郑Li", "女娲", "登奇勒", "阮青梅港口", "田中健吾", "中小路健吾"]
)
def test_a_name_whose_order_is_unknown_has_no_form(name):
    assert person_forms(name) == ()


@pytest.mark.parametrize(("name", "form"), PLACES.items())
def test_a_place_is_one_word_without_its_level(name, form):
    assert place_forms(name) == (form,)


def test_each_city_of_the_mainland_has_the_name_that_it_is_read_by():
    rows = [row for file in ("provinces", "cities", "districts") for row in rows_of(DATA / f"{file}.tsv")]
    wrong = {
        row["name_zh"]: row["name_en"]
        for row in rows
        if row["name_zh"] not in FROM_OTHER_LANGUAGES.split() and row["name_en"] not in place_forms(row["name_zh"])
    }
    assert wrong == SPELLED_BY_HAND


def test_a_place_not_in_han_characters_has_no_form():
    assert place_forms("Harbourton") == place_forms("") == ()


@pytest.mark.parametrize("names", ORDERED, ids=" ".join)
def test_names_are_ordered_by_syllable_then_tone_then_sign(names):
    assert sorted(reversed(names), key=spoken) == names


def test_a_surname_is_sorted_by_its_reading_as_a_surname():
    assert spoken("单丽", person=True) == "shan4单li4丽"
    assert spoken("单丽") == "dan1单li4丽"
    assert spoken("尉迟海", person=True).startswith("yu4尉chi2迟")


def test_the_latin_name_settles_how_a_name_is_read():
    assert spoken("单丽", "Dan Li", person=True) == "dan1单li4丽"
    assert spoken("乐港", "Yuegang") == "yue4乐gang3港"
    assert spoken("乐港", "Legang") == "le4乐gang3港"
    assert spoken("吕港", "Lügang") == spoken("吕港", "Lugang") == "lu:3吕gang3港"
    assert spoken("海州", "Harbourton") == spoken("海州")


def test_what_is_not_han_is_sorted_as_it_is_folded():
    assert spoken("APEC 中心") == "apec zhong1中xin1心"
    assert spoken("简·史密斯") == spoken("简史密斯")


def test_a_word_of_the_table_has_a_reading_for_each_character():
    tables = WORDS | COMPOUND_SURNAMES
    assert [word for word, readings in tables.items() if len(word) != len(readings)] == []


@given(
    st.sampled_from(sorted(SURNAMES)), st.text(st.sampled_from("海州河口北港东津安欧乐长女丽"), min_size=1, max_size=2)
)
@example("贲", "东")  # a reading that it has as a surname alone
def test_each_form_of_a_name_sorts_it_under_the_letter_it_begins_with(surname, given_name):
    for form in person_forms(surname + given_name):
        assert spoken(surname + given_name, form, person=True)[0] == form[0].lower()


@given(st.text())
def test_every_text_has_a_key_and_itself_in_it(text):
    assert spoken(text) == spoken(text, "Harbourton")


def test_the_dictionary_comes_without_phrases_and_not_before_a_name_is_read():
    asked = (
        "import sys; import newsroom.languages.pinyin as p; early = 'pypinyin' in sys.modules; p.spoken('海');"
        "from pypinyin.constants import PHRASES_DICT; print(early, len(PHRASES_DICT))"
    )
    ready = f"import django; from django.conf import settings; settings.configure(); django.setup(); {asked}"
    told = subprocess.run([sys.executable, "-c", ready], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["False", "0"]
