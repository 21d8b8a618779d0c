"""How a browser sets the words of a story: its names, its measure, Chinese as Chinese and English as English."""

from itertools import product

import pytest

from newsroom.languages import EN, LANGUAGES, ZH
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1440, "height": 900}


def test_a_delegation_of_thirty_can_be_read_on_a_phone(live_server, opened):
    people = [factories.person(f"Konstantin Longname-Featherstonehaugh {number}") for number in range(30)]
    delegation = factories.delegation(factories.place("Hill"), members=people)
    event = factories.event(factories.pair(), delegation=delegation)
    article = factories.article(events=[event])
    factories.published(article)
    page = opened(viewport={"width": 320, "height": 720})
    page.goto(live_server.url + article.address_in(EN))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".roll a").count() == 30


LINES = """roll => {
  const lines = [], words = document.createTreeWalker(roll, NodeFilter.SHOW_TEXT), letter = document.createRange();
  let bottom = null;
  while (words.nextNode()) for (let i = 0; i < words.currentNode.length; i++) {
    letter.setStart(words.currentNode, i);
    letter.setEnd(words.currentNode, i + 1);
    const box = letter.getBoundingClientRect();
    if (!box.width) continue;
    if (bottom === null || box.top >= bottom) { lines.push(""); bottom = box.bottom; }
    lines[lines.length - 1] += words.currentNode.data[i];
  }
  return lines;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 1100, 1440])
def test_no_line_of_names_begins_with_a_comma(live_server, opened, language, width):
    people = [factories.person(f"Ada Member {n}", name_zh=f"港{n:>02}成员") for n in range(12)]
    delegation = factories.delegation(factories.place("Hill"), members=people)
    article = factories.article(events=[factories.event(factories.pair(), delegation=delegation)])
    factories.published(article, language)
    page = opened(viewport={"width": width, "height": 720})
    page.goto(live_server.url + article.address_in(language))
    lines = page.locator(".roll").evaluate(LINES)
    assert len(lines) > 1
    assert [line for line in lines if line.strip()[0] in ",、"] == []


SET = """paragraph => {
  const style = getComputedStyle(paragraph), em = parseFloat(style.fontSize);
  const dotted = getComputedStyle(paragraph.querySelector("em"));
  return {
    indent: parseFloat(style.textIndent) / em,
    gap: (paragraph.getBoundingClientRect().top - paragraph.previousElementSibling.getBoundingClientRect().bottom) / em,
    dots: dotted.textEmphasisStyle,
    slant: dotted.fontStyle,
    breaks: style.lineBreak,
    spaced: CSS.supports("text-autospace", "normal") ? style.textAutospace : "normal",
    align: style.textAlign,
  };
}"""


def test_chinese_is_set_as_chinese_and_english_as_english(live_server, opened):
    """Whoever changes the faces or the measure sees here what running text is: design, `6-look`."""
    article = factories.article()
    english = "The two cities agreed to open a <em>weekly</em> service between their harbours. " * 12
    chinese = "两座城市商定在各自的港口之间开通<em>每周</em>一班的航线，由两地2家公司共同经营。" * 12
    for language, words in ((EN, english), (ZH, chinese)):
        factories.published(article, language, body=f"<p>{words}</p><p>{words}</p>")
    page = opened(viewport=WIDE)

    page.goto(live_server.url + article.address_in(ZH))
    second = page.locator(".prose > p").nth(1)
    chinese = second.evaluate(SET)
    assert (chinese["indent"], chinese["gap"]) == (pytest.approx(2), pytest.approx(0, abs=0.01))
    assert ("dot" in chinese["dots"], chinese["slant"]) == (True, "normal")
    assert (chinese["breaks"], chinese["spaced"]) == ("strict", "normal")

    page.goto(live_server.url + article.address_in(EN))
    second = page.locator(".prose > p").nth(1)
    english = second.evaluate(SET)
    assert english["indent"] == 0 and english["gap"] > 0.5
    assert (english["dots"], english["slant"]) == ("none", "italic")
    assert english["align"] in ("start", "left")

    # Beside the rail the column is the measure; on the sheet below that width the text keeps its own.
    for (language, shortest, longest), width in product(((EN, 55, 75), (ZH, 30, 40)), (1000, 1440)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(live_server.url + article.address_in(language))
        *lines, _last = page.locator(".prose > p").last.evaluate(LINES)
        assert shortest <= sum(map(len, lines)) / len(lines) <= longest, (language, width)


VOICE = "element => getComputedStyle(element).fontFamily"


def test_pinyin_is_set_as_the_latin_names_beside_it(live_server, opened):
    named = [factories.person("Lin Yue", name_zh="林岳", latin="pinyin"), factories.person("Ada Reed")]
    event = factories.event(factories.pair(), delegation=factories.delegation(factories.place("Hill"), members=named))
    factories.published(factories.article(events=[event]))
    page = opened(viewport=WIDE)
    page.goto(live_server.url + "/en/people/")
    pinyin, own = (page.locator(".roster a", has_text=name) for name in ("Lin Yue", "Ada Reed"))
    assert pinyin.locator("[lang^=zh-Latn]").or_(pinyin.and_(page.locator("[lang^=zh-Latn]"))).count() == 1
    assert page.locator("[lang^=zh-Latn]").evaluate(VOICE) == own.evaluate(VOICE)


def test_a_foreign_word_in_running_text_speaks_in_the_voice_of_the_text_around_it(live_server, opened):
    """Latin letters among Chinese ones have no serifs, as those have none; an English text beside keeps its own."""
    article = factories.article()
    factories.published(article, ZH, headline="Port Office代表团来访", body="<p>由Ada Reed率领的代表团到访。</p>")
    factories.published(article, EN, headline="A visit", body="<p>A delegation led by Ada Reed came.</p>")
    page = opened(viewport=WIDE)

    page.goto(live_server.url + article.address_in(ZH) + "?with=en")
    among, own = page.locator(".prose span[lang=en]"), page.locator("[lang=en] .prose p")
    assert "Palatino" not in among.evaluate(VOICE) and "Segoe UI" in among.evaluate(VOICE)
    assert "Palatino" in own.evaluate(VOICE)
    assert "Palatino" in page.locator("h1 span[lang=en]").evaluate(VOICE)  # a Chinese heading is in Song: serifs
