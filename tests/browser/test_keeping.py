"""What is typed at the desk is kept in the browser until the server has said that it is saved."""

import pytest
from django.urls import reverse

from newsroom.articles.models import Article, Version
from newsroom.cooperation.models import Delegation
from tests import factories
from tests.browser.choosing import choose
from tests.browser.signing_in import PASSWORD, at_the_desk, sign_in
from tests.browser.test_editor import body, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OFFER = ".desk-kept"
KEPT = "Object.keys(localStorage).filter((key) => key.startsWith('kept:'))"


@pytest.fixture
def desk(live_server):
    return at_the_desk(live_server)


@pytest.fixture
def page(opened):
    page = opened()
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def until_kept(page, words: str) -> None:
    """Wait until the browser has `words` in its storage."""
    page.wait_for_function("(words) => Object.values(localStorage).some((entry) => entry.includes(words))", arg=words)


def after_a_crash(page, address: str):
    """Return a new page at `address` in the same browser; the old one is gone, unasked."""
    another = page.context.new_page()
    another.complaints = page.complaints
    another.on("console", lambda message: page.complaints.append(message.text))
    another.on("pageerror", lambda error: page.complaints.append(str(error)))
    another.on("dialog", lambda dialog: dialog.accept())
    page.close(run_before_unload=False)
    another.goto(address)
    return another


def put_back(page) -> None:
    page.get_by_role("button", name="Put it back").click()
    page.get_by_text("It is in the form again.").wait_for()


def save(page) -> None:
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".messagelist .success").wait_for()


def story_of(version) -> str:
    return reverse("admin:articles_article_change", args=[version.edition.article_id])


def test_a_story_typed_before_a_crash_is_put_back_with_its_formatting_and_saved(page, desk):
    sign_in(page, desk, "editor")
    add = f"{desk}/admin/articles/article/add/"
    page.goto(add)
    page.fill("#id_year", "2019")
    page.fill("#id_en-headline", "Two cities sign")
    body(page).click()
    press(page, "Bold")
    page.keyboard.type("They met.")
    until_kept(page, "<strong>They met.</strong>")

    page = after_a_crash(page, add)
    assert "You typed this on" in page.inner_text(OFFER) and "English · Headline" in page.inner_text(OFFER)
    assert page.input_value("#id_en-headline") == ""
    put_back(page)
    assert body(page).inner_html().startswith("<p><strong>They met.</strong></p>")
    save(page)

    version = Version.objects.get()
    assert (version.headline, version.body) == ("Two cities sign", "<p><strong>They met.</strong></p>")
    assert page.locator(OFFER).count() == 0 and page.evaluate(KEPT) == []
    assert page.complaints == []


def test_rows_and_what_was_picked_come_back_with_their_names(page, desk):
    person, place = factories.person(name_en="Ada Reed"), factories.place(name_en="Rivermouth")
    sign_in(page, desk, "editor")
    add = f"{desk}/admin/cooperation/delegation/add/"
    page.goto(add)
    page.fill("#id_size", "7")
    for name, words in (("person", "Ada"), ("place", "River")):
        page.locator(f".inline-group:has(.field-{name}) .add-row a").first.click()
        choose(page, name, words)
    until_kept(page, "Ada Reed")
    until_kept(page, "Rivermouth")

    page = after_a_crash(page, add)
    assert "Ada Reed" in page.inner_text(OFFER) and "Rivermouth" in page.inner_text(OFFER)
    put_back(page)
    assert "Ada Reed" in page.locator(".dynamic-appearances .field-person .select2-selection").inner_text()
    page.select_option("#id_kind", "government")
    page.fill("#id_days", "2019-08-18")
    save(page)

    delegation = Delegation.objects.get()
    assert (delegation.size, delegation.appearances.get().person, delegation.senders.get().place) == (7, person, place)
    assert page.complaints == []
