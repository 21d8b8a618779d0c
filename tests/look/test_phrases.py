"""Chinese headings end their lines between words. Names here are fictional, or the installation’s own places."""

import pytest
from django.utils.translation import override

from newsroom.articles.phrases import phrases
from newsroom.languages import EN, ZH, Words
from newsroom.website.templatetags import typeset


@pytest.mark.parametrize(
    ("heading", "parted"),
    [
        ("临港代表团访问山口市", "临港|代表团|访问|山口市"),
        ("林岳率团赴河北考察", "林岳|率团|赴|河北|考察"),
        ("罗马尼亚维拉德尔市市长来访", "罗马尼亚|维拉德尔市|市长|来访"),
        ("两地签署合作协议22份", "两地|签署|合作|协议|22份"),
        ("林岳会见维拉德尔大学校长", "林岳|会见|维拉德尔大学|校长"),
        ("不存在的友好城市", "不存在的|友好城市"),
        ("临港与山城签署教育合作协议22份", "临港|与|山城|签署|教育合作|协议|22份"),
        ("代表团来访，商谈合作", "代表团|来访，|商谈|合作"),
        ("“绿色港口”论坛在两地举行", "“绿色|港口”|论坛|在|两地|举行"),
        ("双方共庆结好三十五周年", "双方|共庆|结好|三十五周年"),
        ("两地之间一座桥：开放合作", "两地|之间|一座桥：|开放|合作"),
    ],
)
def test_a_heading_is_parted_between_its_words(heading, parted):
    assert "|".join(phrases(heading)) == parted


def test_the_names_of_its_pairs_are_kept_whole_with_what_they_are():
    assert phrases("临港与长日冈浦市签约", ["临港", "长日冈浦"]) == ["临港", "与", "长日冈浦市", "签约"]


@pytest.mark.parametrize("heading", ["", "A", "，", "“（", "2019", "一", "东海之滨春光正好", "CNITECH与JXUST签约"])
def test_nothing_is_lost_or_added(heading):
    assert "".join(phrases(heading)) == heading


def test_a_heading_in_the_page_says_where_a_line_may_end():
    pair = {"home": Words("临港", ZH), "partner": Words("山口", ZH)}
    with override(ZH):
        assert typeset.phrased(Words("临港<乙>山口签约", ZH), [pair]) == "临港<wbr>&lt;乙&gt;<wbr>山口<wbr>签约"
        assert typeset.phrased(Words("Harbour", EN)) == '<span lang="en">Harbour</span>'
        assert '<span lang="en">Port of Hill</span>' in typeset.phrased(Words("临港与Port of Hill签署", ZH))
    with override(EN):
        assert typeset.phrased(Words("首次签约", ZH)) == '<span lang="zh-Hans">首次<wbr>签约</span>'
        assert typeset.phrased(Words("Harbour", EN)) == "Harbour"
