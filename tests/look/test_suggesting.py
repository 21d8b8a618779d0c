"""Names while one types, in a browser: by keyboard, by finger, read aloud, and not at all without scripts."""

import pytest

from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The page's questions are kept in `asked`, each with what lets it go.
HOLD = """() => {
  const real = window.fetch;
  window.asked = [];
  window.fetch = (address) => new Promise((answer) => asked.push([address, () => { answer(real(address)); }]));
}"""


@pytest.fixture
def search(live_server, page):
    """The search page of a small site, with the field in focus."""
    port = factories.place("Port", slug="port", name_zh="宁港")
    for name, slug in (("Portside", "portside"), ("Hill", "hill")):
        event = factories.event(factories.pair(port, factories.place(name, slug=slug)))
        factories.published(factories.article(events=[event]))
    page.goto(f"{live_server.url}/en/search/")
    page.focus("#q")
    return page


def chosen(page):
    """Return what a screen reader is told of the field: the option that the keys have come to, or nothing."""
    key = page.get_attribute("#q", "aria-activedescendant")
    return key and page.inner_text(f"#{key}[aria-selected=true]").split("\n")[0].strip()


def typed(page, words):
    page.keyboard.type(words)
    page.wait_for_selector("#suggestions li")


def test_the_arrows_go_round_and_enter_goes_there(search):
    typed(search, "port")

    assert chosen(search) is None
    heard = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        search.keyboard.press(key)
        heard.append(chosen(search))
    first, last = (search.locator("#suggestions li > :first-child").nth(place).inner_text() for place in (0, -1))
    assert heard[0] == heard[2] == first == "Port"
    assert heard[3] is None
    assert heard[4] == last
    search.keyboard.press("ArrowDown")
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Enter")
    search.wait_for_url("**/en/places/port/")
    assert search.complaints == []


def test_escape_closes_and_keeps_what_was_typed(search):
    typed(search, "hill")
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Escape")

    assert search.locator("#suggestions").is_hidden()
    assert search.get_attribute("#q", "aria-expanded") == "false"
    assert search.input_value("#q") == "hill"
    search.keyboard.press("Enter")
    search.wait_for_url("**/en/search/?q=hill")


def test_it_is_a_combobox_that_says_how_many_there_are(search):
    typed(search, "宁港")

    field = search.get_by_role("combobox", expanded=True)
    assert field.get_attribute("aria-controls") == search.get_by_role("listbox").get_attribute("id")
    options = search.get_by_role("option")
    assert search.get_by_role("status").inner_text() == f"{options.count()} suggestions"
    search.keyboard.press("Tab")
    assert search.get_by_role("listbox").count() == 0
    assert search.locator("[role=status]").inner_text() == ""


def test_a_finger_on_a_name_goes_there(search):
    typed(search, "hill")
    search.get_by_role("option", name="Hill Place").click()
    search.wait_for_url("**/en/places/hill/")


def test_one_question_at_a_time_and_the_last_words_win(search):
    search.evaluate(HOLD)
    search.keyboard.type("port")
    assert search.evaluate("asked.map(([address]) => address)") == ["/en/search/suggest/?q=p"]

    search.evaluate("asked[0][1]()")
    search.wait_for_function("() => asked.length > 1")
    search.evaluate("asked[1][1]()")
    search.wait_for_selector("#suggestions li")
    assert search.evaluate("asked.slice(1).map(([address]) => address)") == ["/en/search/suggest/?q=port"]


def test_without_scripts_the_form_is_a_form(search, opened):
    plain = opened(java_script_enabled=False)
    plain.goto(search.url)
    plain.fill("#q", "hill")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/en/search/?q=hill")
    assert plain.get_by_role("combobox").count() == 0
