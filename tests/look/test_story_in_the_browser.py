"""The page of a story as a browser shows it: both languages, on any sheet, with scripts and without."""

import pytest

from newsroom.languages import EN, ZH
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

STORY = "/en/news/2019/ningbo-ganzhou-framework-agreement/"
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 720}


def tops(page, selector: str) -> list[int]:
    return [round(part.bounding_box()["y"]) for part in page.locator(selector).all()]


@pytest.mark.parametrize("scripts", [True, False])
def test_two_languages_stand_in_columns_whose_parts_begin_on_one_line(site, opened, scripts):
    page = opened(viewport=WIDE, java_script_enabled=scripts)
    page.goto(f"{site}{STORY}?with=zh")
    for part in ("h1, .headline", ".standfirst", ".dates", ".prose > :first-child"):
        first, second = tops(page, f".half :is({part})")
        assert first == second
    assert page.complaints == []


ALIKE = ("<p>One.</p><h2>Two</h2><p>Three.<br>Four.</p>", "<p>一。</p><h2>二</h2><p>三。</p>")
UNLIKE = (ALIKE[0], "<p>一。</p><p>三。</p><p>四。</p>")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("bodies", "paired"), [(ALIKE, True), (UNLIKE, False)])
def test_bodies_of_like_parts_stand_part_by_part(live_server, opened, bodies, paired):
    article = factories.article()
    for language, body in zip((EN, ZH), bodies, strict=True):
        longer = body.replace("One.", "One. " + "It is told at length. " * 30)
        factories.published(article, language, body=longer, standfirst="" if language == ZH else "Told.")
    page = opened(viewport=WIDE)
    page.goto(f"{live_server.url}{article.address_in(EN)}?with=zh")

    english, chinese = (tops(page, f".half[lang={lang}] .prose > *") for lang in ("en", "zh-Hans"))

    assert (english == chinese) is paired and page.locator(".paired").count() == paired
    ends = [page.locator(f".half[lang={lang}] .tools").bounding_box()["y"] for lang in ("en", "zh-Hans")]
    assert max(english + chinese) < min(ends)


def test_two_languages_stand_under_each_other_on_a_phone(site, opened):
    page = opened(viewport=PHONE)
    page.goto(f"{site}{STORY}?with=zh")
    first, second = (half.bounding_box() for half in page.locator(".half").all())
    assert second["y"] >= first["y"] + first["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_large_type_needs_no_scripts_and_is_kept(site, opened):
    page = opened(java_script_enabled=False)
    page.goto(site + STORY)
    page.locator("[data-type-link]").click()
    assert page.locator("html.large").count() == 1
    page.locator(".masthead .name").click()
    assert page.locator("html.large").count() == 1
    page.locator("[data-type-link]").click()
    assert page.locator("html.large").count() == 0


def test_with_scripts_the_way_back_from_large_type_leads_back(site, opened):
    page = opened()
    page.goto(f"{site}{STORY}?type=large")
    page.locator("[data-type-link]").click()
    page.wait_for_url(site + STORY)
    assert page.locator("html.large").count() == 0
    assert page.locator("[data-type-switch]").get_attribute("aria-pressed") == "false"


def test_the_citation_and_the_code_are_there_without_scripts(site, opened):
    page = opened(java_script_enabled=False)
    page.goto(site + STORY)
    for summary in page.locator(".deeds summary").all():
        summary.click()
    assert page.locator("#citation-zh-Hans").is_visible()
    assert page.locator(".code img").is_visible()
    assert page.locator(".deeds button:visible, .tools button:visible").count() == 0


def test_a_citation_is_copied_by_a_button(site, opened):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site + STORY)
    page.locator(".deeds summary").first.click()
    page.locator("[data-from=citation-en]").click()
    page.get_by_text("Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#citation-en").inner_text()


SHARE = """() => {
  Object.defineProperty(navigator, "share", {value: async (what) => { window.shared = what; }});
}"""
NO_SHARE = "() => { Object.defineProperty(navigator, 'share', {value: undefined}); }"


def test_a_story_is_handed_to_an_app_by_its_address_and_its_title(site, opened):
    page = opened()
    page.add_init_script(f"({SHARE})()")
    page.goto(f"{site}{STORY}?with=zh")
    page.locator(".deeds summary").last.click()
    page.locator("[data-tool=share]").click()
    assert page.evaluate("window.shared") == {"title": page.title(), "url": site + STORY}
    assert page.locator("link[rel=canonical]").get_attribute("href") == site + STORY
    assert page.complaints == []

    page = opened()
    page.add_init_script(f"({NO_SHARE})()")
    page.goto(site + STORY)
    page.locator(".deeds summary").last.click()
    assert page.locator("[data-tool=copy][data-from=address]").is_visible()
    assert page.locator("[data-tool=share]").is_hidden()


# Voices of these languages; `said` is what they were given to say, `hushed` how often they were told to be still.
READ = """(voices) => {
  window.said = [];
  window.hushed = 0;
  const spoken = {getVoices: () => voices.map((lang) => ({lang})), cancel: () => { window.hushed += 1; },
    speak: (words) => window.said.push(words), addEventListener() {}};
  Object.defineProperty(window, "speechSynthesis", {value: spoken});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
SAID = "window.said.map((words) => [words.lang, words.voice.lang, words.text])"


def with_voices(opened, *languages: str, **options):
    page = opened(**options)
    page.add_init_script(f"({READ})({list(languages)})")
    return page


def test_the_half_whose_button_is_pressed_is_read_in_its_own_voice(site, opened):
    page = with_voices(opened, "en-GB", "zh-CN", viewport=WIDE)
    page.goto(f"{site}{STORY}?with=zh")
    page.locator(".half[lang=zh-Hans] [data-tool=read]").click()
    said = page.evaluate(SAID)
    assert {tuple(voice) for *voice, _words in said} == {("zh-Hans", "zh-CN")}
    assert said[0][2] == page.locator(".headline").inner_text()
    assert page.locator(".half[lang=zh-Hans] [data-tool=read]").get_attribute("aria-pressed") == "true"
    assert page.complaints == []


def test_a_story_is_read_aloud_until_its_button_is_pressed_again_or_its_words_end(site, opened):
    page = with_voices(opened, "zh-CN", "en-GB")
    page.goto(site + STORY)
    button, pressed = page.locator("[data-tool=read]"), "document.querySelector('[data-tool=read]').ariaPressed"
    words = page.locator(":is(h1, .standfirst, .prose > *)").all_inner_texts()
    button.click()
    assert page.evaluate(SAID) == [["en", "en-GB", one] for one in words]
    assert page.evaluate(pressed) == "true"

    hushed = page.evaluate("window.hushed")
    button.click()
    assert page.evaluate("[window.said.length, window.hushed]") == [len(words), hushed + 1]
    assert page.evaluate(pressed) == "false"

    button.click()
    page.evaluate("window.said.at(-1).onend()")
    assert page.evaluate(pressed) == "false"
    assert page.complaints == []

    page = with_voices(opened, "zh-CN")
    page.goto(site + STORY)
    assert page.locator("[data-tool=print]").is_visible()
    assert page.locator("[data-tool=read]").is_hidden(), "no voice speaks its language"


def test_whatever_has_the_focus_is_seen_to_have_it(site, opened):
    page = opened()
    page.goto(site + STORY)
    for _press in range(60):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "() => {const e = document.activeElement; const s = getComputedStyle(e);"
            "return e === document.body || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2"
            " && e.getBoundingClientRect().height > 0)}"
        )
        assert shown, page.evaluate("document.activeElement.outerHTML")
