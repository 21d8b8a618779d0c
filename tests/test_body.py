"""What is pasted into a story's body, and what of it stays."""

from newsroom.articles.body import clean_body


def test_emphasis_pasted_from_word_stays_and_its_machinery_goes():
    pasted = (
        '<p class="MsoNormal" style="margin:0"><b style="color:red">Signed</b> on <i>that</i> day<br><o:p></o:p></p>'
        "<!--[if gte mso 9]><xml></xml><![endif]--><script>alert(1)</script>"
    )

    assert clean_body(pasted) == "<p><strong>Signed</strong> on <em>that</em> day<br></p>"


def test_plain_text_that_speaks_of_markup_stays_as_typed():
    assert clean_body("Use <b> for bold.") == "<p>Use &lt;b&gt; for bold.</p>"
