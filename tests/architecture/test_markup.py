"""Pages carry no inline style, script or handler: the content policy would refuse them."""

import ast
import re

import pytest

from tests.architecture.reading import (
    blanked,
    caught,
    hold,
    line_of,
    python_files,
    scripts,
    templates,
    words_in_code,
)

COMMENT = r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!--.*?-->"
DATA_BLOCK = r"type=\"application/(ld\+)?json\""
INLINE = {
    "an inline style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(rf"<script\b(?![^>]*(\bsrc=|{DATA_BLOCK}))", re.IGNORECASE),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript: address": re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE),
}
PARTING = re.compile(" · ")
ON_ONE_LINE = r"<title>.*?</title>|data-foot=\"[^>]*\"|" + COMMENT
IN_SCRIPT = re.compile(r"\beval\(|new Function\(|setAttribute\(\s*[\"'](style|on\w+)[\"']")


def inline_markup(text):
    shown = blanked(COMMENT, text)
    for what, pattern in INLINE.items():
        for match in pattern.finditer(shown):
            yield line_of(shown, match), what


def inline_markup_in_code(text):
    for node in words_in_code(ast.parse(text)):
        for what in caught(inline_markup, node.value):
            yield node.lineno, what


def dot_that_may_begin_a_line(text):
    shown = blanked(ON_ONE_LINE, text)
    for match in PARTING.finditer(shown):
        yield line_of(shown, match), "a parting dot may begin a line: write &nbsp;· "


def inline_in_script(text):
    for match in IN_SCRIPT.finditer(text):
        yield line_of(text, match), f"does what the content policy refuses or ought to: {match[0]}"


def test_no_template_holds_inline_style_script_or_handler():
    hold(inline_markup, templates())


def test_no_dot_that_parts_two_facts_begins_a_line():
    hold(dot_that_may_begin_a_line, templates())
    assert caught(dot_that_may_begin_a_line, "<p>{{ kind }} · {{ place }}</p>")
    assert not caught(dot_that_may_begin_a_line, "<title>{{ name }} · {{ site }}</title><p>{{ kind }}&nbsp;· x</p>")


def test_no_code_writes_inline_style_script_or_handler():
    hold(inline_markup_in_code, python_files())


def test_no_script_sets_a_style_attribute_or_evaluates_words():
    hold(inline_in_script, scripts())


@pytest.mark.parametrize(
    "text",
    [
        "<style>p { margin: 0 }</style>",
        "<script>go()</script>",
        '<script type="module">go()</script>',
        '<p class="x" style="color: red">',
        "<p\n style='color: red'>",
        '<button onclick="go()">',
        '<a href="javascript:go()">',
    ],
)
def test_the_law_of_templates_sees(text):
    assert caught(inline_markup, text)


@pytest.mark.parametrize(
    "text",
    [
        '<script src="/static/js/x.js" defer></script>',
        '<script type="application/ld+json">{}</script>',
        '{# <p style="x"> #}',
        '<svg><path fill="currentColor"/></svg>',
        '<p class="lifestyle">on = 1</p>',
    ],
)
def test_the_law_of_templates_lets_the_rest_be(text):
    assert not caught(inline_markup, text)


def test_the_law_of_code_sees():
    assert caught(inline_markup_in_code, "format_html('<b style=\"color: red\">{}</b>', name)")


def test_the_law_of_scripts_sees():
    assert caught(inline_in_script, "row.setAttribute('style', 'x')")
    assert caught(inline_in_script, "eval('go()')")
