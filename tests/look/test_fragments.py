"""Words of the other language inside a text carry their `lang`, and nothing else in the text is touched."""

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from newsroom.languages import EN, ZH, Words
from newsroom.website.templatetags.typeset import lang_attribute, marked, marked_within


@pytest.mark.parametrize(
    "language, text, printed",
    [
        (EN, "Visit of a delegation from 上田日中友好协会 to Ningbo",
         'Visit of a delegation from <span lang="zh-Hans">上田日中友好协会</span> to Ningbo'),
        (EN, "18日上午", '<span lang="zh-Hans">18日上午</span>'),
        (EN, "A & B 宁波、上田", 'A &amp; B <span lang="zh-Hans">宁波、上田</span>'),
        (ZH, "来源：afternoon of August 18", '来源：<span lang="en">afternoon of August 18</span>'),
        (ZH, "到Harbour & Sons Co., Ltd.参观", '到<span lang="en">Harbour &amp; Sons Co., Ltd.</span>参观'),
        (ZH, "Hafen und Logistik AG (HL)", '<span lang="en">Hafen und Logistik AG (HL)</span>'),
    ],
)  # fmt: skip
def test_a_run_of_the_other_script_is_marked(language, text, printed):
    with translation.override(language):
        assert marked(text) == printed


@pytest.mark.parametrize("language, text", [(EN, "Ningbo & Aachen"), (ZH, "宁波UNESCO论坛"), (ZH, "<宁波>"), (EN, "")])
def test_a_text_of_one_language_stays_as_it_is(language, text):
    with translation.override(language):
        assert marked(text) is text


def test_the_markup_and_references_of_a_body_are_not_read():
    body = '<p>See <a href="https://example.org/宁波">宁波</a> &amp; <span lang="zh-Hans">上田<br>市</span> R&amp;D</p>'
    with translation.override(EN):
        assert marked_within(mark_safe(body)) == body.replace(">宁波<", '><span lang="zh-Hans">宁波</span><')
    with translation.override(ZH):
        assert marked_within(mark_safe("<p>研究&nbsp;A&amp;B</p>")) == "<p>研究&nbsp;A&amp;B</p>"


def test_a_body_that_nobody_has_cleaned_is_escaped_by_its_template():
    assert not hasattr(marked_within("<script>宁波"), "__html__")


def test_what_can_hold_no_element_says_its_language_itself():
    with translation.override(EN):
        assert lang_attribute("浙江大学") == ' lang="zh-Hans"'
        assert lang_attribute(Words("Ningbo", EN)) == ""
