"""Links on a page asked for a day: what is written into their addresses."""

from datetime import date

from django.http import HttpResponse

from newsroom.pages.as_of import AsOf

THEN, TODAY = date(2017, 1, 1), date(2026, 11, 27)


def test_a_link_keeps_its_question_and_its_anchor():
    html = '<main><a class="x" href="/en/agreements/?pair=a&amp;q=b#c">x</a><a href="/en/pairs/">y</a></main>'
    page = AsOf(THEN, TODAY, was_asked=True).carried(HttpResponse(html)).text

    assert 'href="/en/agreements/?pair=a&amp;q=b&amp;on=2017-01-01#c"' in page and 'href="/en/pairs/"' in page
