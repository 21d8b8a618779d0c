"""The public pages as a browser shows them: on a narrow phone, without scripts, by keyboard, in large type."""

from collections import Counter
from math import inf

import pytest

from newsroom.publishing import release
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DOORS = ("/zh/", "/en/")
LANG = {"zh": "zh-Hans", "en": "en"}
OF_EACH_KIND = 3  # the lists and standing pages all, of each kind of record as many
NARROW = {"width": 320, "height": 720}

# What a reader would trip over on this page, as sentences. Links in running text may be lower than 44 px.
FAULTS = """() => {
  const faults = [];
  const shown = (element) => element.getBoundingClientRect().height > 0;
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) faults.push(`is ${wide} px too wide`);
  const heads = document.querySelectorAll("h1").length;
  if (heads !== 1) faults.push(`has ${heads} first headings`);
  for (const element of document.querySelectorAll("a, button, input, select, summary")) {
    const inText = getComputedStyle(element).display === "inline";
    const { height } = element.getBoundingClientRect();
    if (shown(element) && !inText && !element.closest("svg, .skip") && height < 44)
      faults.push(`${element.outerHTML.slice(0, 80)} is ${height} px high`);
  }
  for (const image of document.images)
    if (!image.hasAttribute("alt")) faults.push(`${image.src} has no words`);
  return faults;
}"""
LINKS = """() => [...document.querySelectorAll("a[href]")].map((a) => new URL(a.getAttribute("href"), location.href))
  .filter((url) => url.origin === location.origin && /^\\/(zh|en)\\//.test(url.pathname)).map((url) => url.pathname)"""


def opened(browser, **options):
    """A new page, and the complaints of the browser that it will collect."""
    page = browser.new_context(**options).new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, complaints


def walk(page, site, most):
    """Open the pages that can be reached from both front pages, `most` of each kind; yield path and answer."""
    waiting, seen, opened_of = list(DOORS), set(DOORS), Counter()
    while waiting:
        path = waiting.pop(0)
        kind = path.split("/")[2:-2]  # nothing for the front page and the lists
        opened_of[*kind[:1]] += bool(kind)
        if path.endswith(("/feed/", ".csv", ".json", ".svg")) or opened_of[*kind[:1]] > most:
            continue
        answer = page.goto(site + path)
        yield path, answer
        new = set(page.evaluate(LINKS)) - seen
        seen |= new
        waiting += sorted(new)


def test_every_page_can_be_read_and_pressed_on_the_narrowest_phone(whole_site, chromium, thoroughness):
    page, complaints = opened(chromium, viewport=NARROW)
    faults = []
    for path, answer in walk(page, whole_site, most=inf if thoroughness.long else OF_EACH_KIND):
        found = page.evaluate(FAULTS)
        if answer.status != 200:
            found.append(f"answers {answer.status}")
        if page.locator("html").get_attribute("lang") != LANG[path[1:3]]:
            found.append("does not name its language")
        faults += [f"{path} {fault}" for fault in found + complaints]
        complaints.clear()
    assert faults == []


def test_a_page_reads_the_same_without_scripts(site, chromium):
    scripted, _ = opened(chromium)
    plain, _ = opened(chromium, java_script_enabled=False)
    scripted.goto(site + "/zh/")
    plain.goto(site + "/zh/")
    assert plain.locator("main").inner_text() == scripted.locator("main").inner_text()


def test_the_first_key_leads_past_the_masthead(live_server, chromium):
    page, _ = opened(chromium)
    page.goto(live_server.url + "/en/")
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_large_type_is_kept_from_page_to_page(live_server, chromium):
    page, _ = opened(chromium)
    page.goto(live_server.url + "/en/")
    small = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    page.locator("[data-type-switch]").click()
    page.goto(live_server.url + "/zh/")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") != small
    assert page.locator("[data-type-switch]").get_attribute("aria-pressed") == "true"


def test_names_set_large_stay_on_the_narrowest_sheet_in_large_type(live_server, chromium):
    pair = factories.pair(factories.place("Wolver"), factories.place("Northingham"))
    release.release(factories.stage(pair, "sister-city"), by=factories.user("publisher"))
    page, _ = opened(chromium, viewport=NARROW)
    page.goto(f"{live_server.url}{pair.address_in('en')}?type=large")
    assert page.locator("html").get_attribute("class") == "large"
    assert [fault for fault in page.evaluate(FAULTS) if "too wide" in fault] == []


def test_on_paper_every_leaf_carries_the_address_and_nothing_can_be_pressed(live_server, chromium):
    page, _ = opened(chromium)
    page.goto(live_server.url + "/en/")
    page.emulate_media(media="print")
    foot = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--foot')")
    assert f"{live_server.url}/en/" in foot
    assert page.locator("nav:visible, button:visible, input:visible").count() == 0
