"""What is pasted into a story's body, and what of it stays."""

import pytest

from newsroom.articles.body import clean_body


def test_emphasis_pasted_from_word_stays_and_its_machinery_goes():
    pasted = (
        '<p class="MsoNormal" style="margin:0"><b style="color:red">Signed</b> on <i>that</i> day<br><o:p></o:p></p>'
        "<!--[if gte mso 9]><xml></xml><![endif]--><script>alert(1)</script>"
    )

    assert clean_body(pasted) == "<p><strong>Signed</strong> on <em>that</em> day<br></p>"


def test_plain_text_that_speaks_of_markup_stays_as_typed():
    assert clean_body("Use <b> for bold.") == "<p>Use &lt;b&gt; for bold.</p>"


def test_what_an_editor_writes_around_words_is_taken_off():
    written = (
        "<ul><li><p>Ports</p></li></ul><table><tbody><tr>"
        '<td colspan="1" rowspan="2"><p>Party</p></td></tr></tbody></table><p></p>'
    )

    assert clean_body(written) == (
        '<ul><li>Ports</li></ul><table><tbody><tr><td rowspan="2">Party</td></tr></tbody></table>'
    )


def test_a_text_without_words_is_empty():
    assert clean_body("<p></p><p><br></p><p>&nbsp;</p>") == ""


def test_headings_of_other_levels_become_ours():
    assert clean_body("<h1>One</h1><h4>Four</h4>") == "<h2>One</h2><h3>Four</h3>"


TAGS = [("ja", "ja"), ("ZH-hant", "zh-Hant"), ("pt_BR", "pt-BR"), ("zh-Latn-pinyin", "zh-Latn-pinyin")]


@pytest.mark.parametrize(("written", "kept"), TAGS)
def test_the_language_of_marked_words_is_kept_in_its_usual_spelling(written, kept):
    assert (
        clean_body(f'<p>In <span lang="{written}">長岡京市</span></p>')
        == f'<p>In <span lang="{kept}">長岡京市</span></p>'
    )


@pytest.mark.parametrize("written", ["", "klingon language", "x&quot;y", "12", "japanese", "ja-"])
def test_a_language_that_is_none_is_taken_off(written):
    assert clean_body(f'<p>In <span lang="{written}">長岡京市</span></p>') == "<p>In 長岡京市</p>"
