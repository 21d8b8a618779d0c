"""Every kind of page for people with less: a narrow sheet, wide letters, keys alone, no styles, no scripts."""

from dataclasses import dataclass, field

import pytest

from tests.look.faults import FAULTS
from tests.readers.conftest import by_turns
from tests.readers.crawl import LARGE, kind_of

pytestmark = pytest.mark.browser

# 1280 by 1024 px at 400 %, as WCAG 2.2 asks in 1.4.10 (Reflow).
AT_400_PERCENT = {"width": 320, "height": 256}
LANG = {"zh": "zh-Hans", "en": "en"}

# As far as a reader may set letters apart, by WCAG 2.2, 1.4.12 (Text Spacing).
APART = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => {
  const cut = [...document.querySelectorAll("main *, header *, footer *")].filter((element) => {
    const { overflowX, overflowY, clip } = getComputedStyle(element);
    const cuts = [overflowX, overflowY].some((one) => ["hidden", "clip"].includes(one)) && clip === "auto";
    return cuts && element.clientWidth > 1 && !element.closest("svg, input")
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  }).map((element) => `${element.outerHTML.slice(0, 100)} is cut`);
  const wide = document.documentElement.scrollWidth - innerWidth;
  return wide > 0 ? [...cut, `is ${wide} px too wide`] : cut;
}"""

# What Tab should come to, as a reader counts it: nothing folded away or out of sight.
REACHED = """() => {
  window.reached = [];
  document.addEventListener("focusin", ({ target }) => {
    const box = target.getBoundingClientRect(), style = getComputedStyle(target);
    const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    window.reached.push([target, marked && seen]);
  });
  window.reachable = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled
      && element.type !== "hidden" && element.tabIndex >= 0);
  const days = window.reachable.filter(({ type }) => type === "date");
  return window.reachable.length + 3 * days.length;  // Tab goes through the day, the month, the year, the calendar
}"""
MISSED = """() => [
  ...window.reachable.filter((one) => !window.reached.some(([element]) => element === one))
    .map((one) => `never comes to ${one.outerHTML.slice(0, 100)}`),
  ...window.reached.filter(([, shown]) => !shown).map(([one]) => `does not show ${one.outerHTML.slice(0, 100)}`),
]"""
BY_KEYS_AT_MOST = 160  # a page of more is like another of its kind

# A drawing without its stylesheet is as large as it says itself, and no larger than what it is drawn on.
NAKED = """() => {
  const faults = [];
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const its = Number(heading.tagName[1]);
    if (level && its > level + 1) faults.push(`${heading.outerHTML.slice(0, 100)} skips a level`);
    level = its;
  }
  for (const drawing of document.querySelectorAll("svg")) {
    const { width } = drawing.getBoundingClientRect();
    const most = Math.max(64, drawing.viewBox.baseVal.width);
    if (width > most + 1) faults.push(`${drawing.outerHTML.slice(0, 100)} is ${width} px wide`);
  }
  for (const element of document.querySelectorAll("[hidden]"))
    if (element.checkVisibility()) faults.push(`${element.outerHTML.slice(0, 100)} is not hidden`);
  const first = document.querySelector("a[href], button, input");
  if (first.getAttribute("href") !== "#main") faults.push("does not begin with the way past the masthead");
  return faults;
}"""


@pytest.fixture(scope="module")
def shortest(crawl, thoroughness):
    """The shortest page of each kind, in each language in a long run, else in one and the other by turns."""
    found = {}
    for page in sorted(crawl.html(), key=lambda page: len(page.text), reverse=True):
        if "?" not in page.address:
            found[kind_of(page)] = page
    return list(found.values()) if thoroughness.long else by_turns(found.values())


def faults_of(page, address, pages, script) -> list[str]:
    """Open each of `pages` and return what `script` finds there."""
    found = []
    for one in pages:
        page.goto(address + one.address)
        found += [f"{one.address} {fault}" for fault in page.evaluate(script)]
    return found


@dataclass
class Narrow:
    """What was found on the narrowest sheet."""

    plain: list[str] = field(default_factory=list)
    large: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def narrow(chromium, address, pages):
    """Every page, opened once: as it comes, then in large type, then with its letters apart."""
    page, found = chromium.new_page(viewport=AT_400_PERCENT), Narrow()
    for one in pages:
        if one.address.endswith(LARGE):
            continue
        page.goto(address + one.address)
        found.plain += [f"{one.address} {fault}" for fault in page.evaluate(FAULTS)]
        if "?" in one.address:  # a list that is narrowed has the form of the whole one
            continue
        page.evaluate("document.documentElement.classList.add('large')")
        found.large += [f"{one.address} {fault}" for fault in page.evaluate(FAULTS)]
        page.evaluate("document.documentElement.classList.remove('large')")
        page.evaluate(APART)
        found.apart += [f"{one.address} {fault}" for fault in page.evaluate(CUT)]
    page.close()
    return found


def test_every_page_can_be_read_and_pressed_at_four_hundred_percent(narrow):
    assert narrow.plain == []


def test_large_type_has_room_on_the_narrowest_phone(narrow):
    assert narrow.large == []


def test_every_page_names_its_language_and_has_a_title_of_its_own(pages):
    titles = {}
    for one in pages:
        assert f'<html lang="{LANG[one.address[1:3]]}"' in one.text, one.address
        if one.status == 200:  # refusals are all called the same
            title = one.text.split("<title>")[1].split("</title>")[0]
            titles.setdefault(title, set()).add(one.address.split("?")[0])
    assert {title: alike for title, alike in titles.items() if len(alike) > 1} == {}


def test_letters_set_far_apart_are_neither_cut_nor_lost(narrow):
    assert narrow.apart == []


def test_tab_comes_to_everything_and_shows_where_it_is(page, address, shortest):
    found = []
    for one in shortest:
        page.goto(address + one.address)
        count = page.evaluate(REACHED)
        if count > BY_KEYS_AT_MOST:
            continue
        for _ in range(count):
            page.keyboard.press("Tab")
        found += [f"{one.address} {fault}" for fault in page.evaluate(MISSED)]
    assert found == []


def test_without_the_stylesheet_a_page_is_in_order(page, address, shortest):
    page.route("**/*.css", lambda route: route.abort())
    assert faults_of(page, address, shortest, NAKED) == []


def test_without_scripts_a_page_says_the_same_and_offers_nothing_that_does_nothing(opened, address, shortest):
    plain, scripted = opened(java_script_enabled=False), opened()
    found = []
    for one in shortest:
        plain.goto(address + one.address)
        scripted.goto(address + one.address)
        said = set(scripted.locator("body").inner_text().splitlines())
        found += [f"{one.address} says only without scripts: {line}" for line in plain_lines(plain) if line not in said]
        idle = plain.locator("button:visible:not(form button)")
        found += [f"{one.address} offers {words}, which does nothing" for words in idle.all_inner_texts()]
    assert found == []


def plain_lines(page) -> list[str]:
    return page.locator("body").inner_text().splitlines()


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page, selector: str) -> None:
    """Press Tab until the focus is on what `selector` names."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def test_by_keys_alone_from_the_front_page_to_a_story_and_its_other_language(page, address):
    page.goto(f"{address}/en/")
    press(page, "Tab", "Enter")
    tab_to(page, "main h2 a, main h1 a")
    headline = page.evaluate("document.activeElement.innerText")
    press(page, "Enter")
    page.wait_for_url("**/en/news/*/*/")
    assert page.locator("h1").inner_text() == headline

    tab_to(page, "a[hreflang='zh-Hans']")
    press(page, "Enter")
    page.wait_for_url("**/zh/news/*/*/")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    tab_to(page, ".kicker a.pair")
    press(page, "Enter")
    page.wait_for_url("**/zh/pairs/*/")


def test_by_keys_alone_a_register_is_filtered_and_the_filter_taken_off(page, address):
    page.goto(f"{address}/en/agreements/")
    everything = page.locator("main tbody tr, main .rows > li").count()
    tab_to(page, "main select, main summary")
    if page.evaluate("document.activeElement.tagName") == "SUMMARY":
        press(page, "Enter")
        tab_to(page, "main select")
    press(page, "ArrowDown")
    tab_to(page, "main button[type=submit], main form button")
    press(page, "Enter")
    page.wait_for_url("**/agreements/?*")
    assert page.locator("main tbody tr, main .rows > li").count() < everything
    tab_to(page, "main a[href$='/en/agreements/']")
    press(page, "Enter")
    page.wait_for_url("**/en/agreements/")


def added(html: str) -> str:
    """A script that puts `html` at the end of the page's main part."""
    return f"document.querySelector('main').insertAdjacentHTML('beforeend', `{html}`)"


@pytest.mark.parametrize(
    ("script", "harm", "told"),
    [
        (FAULTS, added("<p id='broad'>Words</p>") + ";broad.style = 'width:900px'", "too wide"),
        (FAULTS, added("<h1>Another</h1>"), "first headings"),
        (FAULTS, added("<button id='low'>x</button>") + ";low.style = 'min-height:0;height:9px'", "high"),
        (
            FAULTS,
            added("<p><a href='#'>One</a><a id='over' href='#'>Two</a></p>") + ";over.style = 'margin-left:-2rem'",
            "over",
        ),
        (CUT, added("<div id='cut'>Words and more words</div>") + ";cut.style = 'overflow:hidden;height:.5rem'", "cut"),
        (NAKED, added("<h5>Deep</h5>"), "skips a level"),
        (NAKED, added("<svg viewBox='0 0 9 9' width='900'></svg>"), "wide"),
    ],
)
def test_each_of_these_proofs_sees(opened, address, script, harm, told):
    page = opened(bypass_csp=True, viewport=AT_400_PERCENT)
    page.goto(f"{address}/en/about/")
    assert page.evaluate(script) == []
    page.evaluate(harm)
    assert told in " ".join(page.evaluate(script))


def test_the_proof_of_keys_sees_what_is_passed_over_and_what_is_not_marked(opened, address):
    page = opened(bypass_csp=True)
    page.goto(f"{address}/en/about/")
    page.add_style_tag(content=".masthead a:focus-visible { outline: none !important }")
    count = page.evaluate(REACHED)
    page.evaluate("document.querySelector('.foot').inert = true")
    for _ in range(count):
        page.keyboard.press("Tab")
    missed = page.evaluate(MISSED)
    assert {fault.split()[0] for fault in missed} == {"never", "does"}
