"""A large Chinese headline is broken between its phrases."""

import pytest
from django.utils import translation

from newsroom.languages import EN, ZH, Words
from newsroom.website.templatetags.typeset import phrased


@pytest.mark.parametrize(
    "headline, lines",
    [
        ("港城与中部城市签署教育合作协议22份", ["港城与中部城市", "签署", "教育", "合作协议22份"]),
        ("港城代表团来访，商谈合作", ["港城", "代表团", "来访，", "商谈", "合作"]),
        ("港城与山城：从1988年说起", ["港城与山城：", "从1988年说起"]),
        ("“教育”之城", ["“教育”", "之城"]),
        ("在合作中", ["在合作中"]),
    ],
)
def test_a_break_stands_before_a_word_that_begins_a_phrase(headline, lines):
    with translation.override(ZH):
        assert phrased(Words(headline, ZH)).split("<wbr>") == lines


def test_a_headline_is_escaped_and_its_foreign_words_are_marked():
    with translation.override(ZH):
        assert phrased(Words("港城与<b>签署", ZH)) == "港城与&lt;b&gt;签署"
        assert '<span lang="en">Port of Hill</span>' in phrased(Words("港城与Port of Hill签署", ZH))


def test_an_english_headline_stays_as_it_is():
    with translation.override(EN):
        assert phrased(Words("Port and Hill agree", EN)) == "Port and Hill agree"
