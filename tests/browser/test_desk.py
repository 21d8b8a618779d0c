"""A story's way from an editor's hands to its readers, in a browser."""

import pytest
from django.urls import reverse

from tests import factories
from tests.browser.choosing import choose
from tests.browser.signing_in import at_the_desk, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(live_server):
    factories.event(factories.pair(), held="2019-08-18", name_en="The signing in the old town hall")
    return at_the_desk(live_server)


def do(page, link: str) -> None:
    """Press the deed on the story's page and confirm it."""
    page.get_by_role("link", name=link, exact=True).first.click()
    page.get_by_role("button", name=link, exact=True).click()


def enter(page, desk: str) -> None:
    page.goto(f"{desk}/admin/articles/article/add/")
    page.fill("#id_en-headline", "Two cities sign")
    page.get_by_role("textbox", name="Body", exact=True).last.fill("They met in the afternoon.")
    page.fill("#id_zh-hans-headline", "两市签约")
    page.get_by_role("textbox", name="Body", exact=True).first.fill("两市下午会面。")
    choose(page, "events", "signing")
    page.get_by_role("button", name="Save and continue editing").click()


def test_a_story_goes_from_an_editor_to_its_readers_in_both_languages(page, desk):
    sign_in(page, desk, "editor")
    enter(page, desk)
    story = page.url
    for edition in ("English", "Chinese"):
        page.locator(".story-edition", has=page.get_by_role("heading", name=edition)).get_by_role(
            "link", name="Submit for approval"
        ).click()
        page.get_by_role("button", name="Submit for approval").click()
        page.get_by_text("Submitted.").wait_for()

    sign_in(page, desk, "publisher")
    page.goto(f"{desk}/admin/")
    page.get_by_role("link", name="Two cities sign").click()
    assert page.url == story
    do(page, "Approve")
    page.get_by_text("public since").first.wait_for()

    for prefix, headline in (("en", "Two cities sign"), ("zh", "两市签约")):
        page.goto(f"{desk}/{prefix}/news/2019/two-cities-sign/")
        assert page.inner_text("h1") == headline
    assert page.complaints == []


def test_words_that_the_publisher_did_not_read_are_shown_before_they_are_approved(opened, desk):
    editor, publisher = opened(), opened()
    sign_in(editor, desk, "editor")
    enter(editor, desk)
    story = editor.url
    do(editor, "Submit for approval")
    sign_in(publisher, desk, "publisher")
    publisher.goto(story)
    publisher.get_by_role("link", name="Approve", exact=True).first.click()
    assert "两市下午会面。" in publisher.inner_text(".desk-words")

    editor.goto(story)
    editor.get_by_role("textbox", name="Body", exact=True).first.fill("这一句签发人没有看过。")
    editor.get_by_role("button", name="Save and continue editing").click()
    do(editor, "Submit for approval")
    publisher.get_by_role("button", name="Approve", exact=True).click()

    assert "Nothing was done" in publisher.inner_text(".errorlist")
    assert "这一句签发人没有看过。" in publisher.inner_text(".desk-differing ins")
    publisher.get_by_role("button", name="Approve", exact=True).click()
    publisher.get_by_text("public since").first.wait_for()
    assert editor.complaints == publisher.complaints == []


def test_what_was_typed_is_not_left_behind_without_asking(page, desk):
    sign_in(page, desk, "editor")
    enter(page, desk)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    page.click("#id_en-byline")
    page.keyboard.type("A name not yet saved")
    page.get_by_role("link", name="Read as readers will").first.click(no_wait_after=True)
    page.wait_for_function("true")

    assert asked == ["beforeunload"]
    assert page.input_value("#id_en-byline") == "A name not yet saved"


@pytest.mark.parametrize("width", [768, 1440])
def test_the_desk_s_pages_have_nothing_to_complain_of_and_fit_their_window(page, desk, width):
    version = factories.submitted(body="<p>Words.</p>")
    sign_in(page, desk, "publisher")
    page.set_viewport_size({"width": width, "height": 900})

    for path in ("", "articles/article/", f"articles/article/{version.edition.article_id}/change/", *PATHS):
        answer = page.goto(f"{desk}/admin/{path}")
        assert answer.status == 200
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert page.complaints == []


# What an editor of another program would be given.
PASTED = "(event) => { window.pasted = ['text/html', 'text/plain'].map((kind) => event.clipboardData.getData(kind)); }"


def test_a_story_for_wechat_is_copied_as_what_it_shows(opened, desk):
    version = factories.submitted(body="<p>They <strong>signed</strong>.</p>")
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    sign_in(page, desk, "publisher")
    page.goto(f"{desk}{reverse('admin:articles_wechat', args=[version.pk])}")
    words = page.input_value("#wechat-words")
    assert "<strong" in words

    page.get_by_role("button", name="Copy the story").click()
    page.get_by_role("button", name="Copied").wait_for()
    page.evaluate(f"document.addEventListener('paste', {PASTED})")
    page.keyboard.press("Control+v")

    html, plain = page.evaluate("window.pasted")
    assert words.strip() in html
    assert plain.strip() == words.strip()
    assert page.complaints == []


PATHS = (
    "articles/article/add/",
    "cooperation/event/add/",
    "cooperation/event/",
    "people/person/add/",
    "masthead/sitesettings/1/change/",
    "publishing/logentry/",
)


def test_both_editions_stand_side_by_side_with_the_same_fields_on_the_same_line(page, desk):
    sign_in(page, desk, "editor")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{desk}/admin/articles/article/add/")

    for field in ("headline", "standfirst", "body", "byline"):
        fields = page.locator(f".story-field-{field}")
        chinese, english = (fields.nth(edition).bounding_box() for edition in (0, 1))
        assert chinese["y"] == english["y"] and chinese["x"] + chinese["width"] < english["x"], field


def test_five_wrong_passwords_lock_the_door_with_a_clear_page(page, desk):
    for _attempt in range(6):
        page.goto(f"{desk}/admin/login/")
        if not page.locator("#id_username").count():
            break
        page.fill("#id_username", "editor")
        page.fill("#id_password", "wrong")
        page.click("input[type=submit]")

    assert "Too many attempts to sign in" in page.inner_text("h1")
