"""What is typed at the desk is kept in the browser until the server has said that it is saved."""

import pytest
from django.db import IntegrityError, OperationalError
from django.urls import reverse

from newsroom.articles.admin.stories import ArticleAdmin
from newsroom.articles.models import Version
from tests import factories
from tests.browser.crashing import KEPT, OFFER, after_a_crash, put_back, save, story_of, until_kept
from tests.browser.signing_in import PASSWORD, at_the_desk, sign_in
from tests.browser.test_editor import body, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(live_server):
    return at_the_desk(live_server)


@pytest.fixture
def page(opened):
    page = opened()
    page.on("dialog", lambda dialog: dialog.accept())
    return page


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


def test_what_was_sent_with_a_dead_session_is_handed_back_and_offered_after_signing_in(page, desk):
    version = factories.draft(headline="Before", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    page.fill("#id_en-headline", "Two cities sign")
    page.context.clear_cookies()
    page.get_by_role("button", name="Save and continue editing").click()

    page.get_by_text("It is kept in this browser too").wait_for()
    assert page.get_by_label("English · headline", exact=False).first.input_value() == "Two cities sign"
    with page.expect_popup() as opening:
        page.get_by_role("link", name="Sign in in a new tab").click()
    page = opening.value
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.locator(OFFER).wait_for()
    assert "no answer came" not in page.inner_text(OFFER)
    put_back(page)
    save(page)

    assert Version.objects.get().headline == "Two cities sign"
    assert page.evaluate(KEPT) == []


def test_what_was_sent_without_a_network_is_offered_again(page, desk):
    version = factories.draft(headline="Before", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    page.fill("#id_en-byline", "A name")
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Save and continue editing").click(no_wait_after=True)
    page.context.set_offline(False)

    page.goto(desk + story_of(version))
    assert "no answer came" in page.inner_text(OFFER)
    put_back(page)
    save(page)
    assert Version.objects.get().byline == "A name"


def test_where_the_record_has_moved_on_both_are_shown_and_either_is_taken(page, desk):
    version = factories.draft(headline="Before", standfirst="Before.", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    page.fill("#id_en-headline", "Mine")
    page.fill("#id_en-standfirst", "My sentence.")
    page.fill("#id_en-byline", "My name")
    until_kept(page, "My name")
    factories.deeds.write(
        version, by=factories.user("publisher"), headline="Theirs", standfirst="Their sentence.", body="", byline=""
    )

    page = after_a_crash(page, desk + story_of(version))
    field = page.locator(".desk-kept [data-key=en-headline]")
    assert "Mine" in field.inner_text() and "Saved meanwhile: Theirs" in field.inner_text()
    assert "Saved meanwhile" not in page.locator(".desk-kept [data-key=en-byline]").inner_text()
    field.get_by_label("Put mine in its place").uncheck()
    put_back(page)

    values = [page.input_value(f"#id_en-{name}") for name in ("headline", "standfirst", "byline")]
    assert values == ["Theirs", "My sentence.", "My name"]
    assert "Their sentence." in page.inner_text(OFFER)


def test_a_refused_form_is_kept_from_where_it_began_and_is_let_go_once_saved(page, desk):
    version = factories.draft(headline="Before", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    page.fill("#id_en-byline", "My name")
    page.fill("#id_en-headline", "")
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".errornote").wait_for()
    assert page.locator(OFFER).count() == 0

    page = after_a_crash(page, desk + story_of(version))
    assert "My name" in page.inner_text(OFFER)
    put_back(page)
    page.fill("#id_en-headline", "After")
    save(page)
    assert page.evaluate(KEPT) == []


def test_what_one_account_typed_is_not_offered_to_another(page, desk):
    version = factories.draft(headline="Before", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    page.fill("#id_en-byline", "The editor's")
    until_kept(page, "The editor's")

    page = after_a_crash(page, f"{desk}/admin/")
    sign_in(page, desk, "publisher")
    page.goto(desk + story_of(version))
    page.locator("#id_en-byline").wait_for()
    assert page.locator(OFFER).count() == 0

    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    assert "The editor's" in page.inner_text(OFFER)


@pytest.mark.parametrize(("button", "stays"), [("Log out", False), ("Log out, but keep", True)])
def test_who_signs_out_leaves_nothing_behind_unless_they_ask(page, desk, button, stays):
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/articles/article/add/")
    page.fill("#id_en-headline", "Two cities sign")
    until_kept(page, "Two cities sign")
    page.get_by_role("button", name=button, exact=not stays).click()
    page.get_by_text("Log in again").wait_for()
    page.wait_for_load_state()

    assert bool(page.evaluate(KEPT)) == stays


def test_nothing_is_kept_for_who_has_signed_out_in_another_tab(page, desk):
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/articles/article/add/")
    page.fill("#id_en-headline", "Two cities sign")
    until_kept(page, "Two cities sign")
    other = page.context.new_page()
    other.goto(f"{desk}/admin/")
    other.get_by_role("button", name="Log out", exact=True).click()
    other.get_by_text("Log in again").wait_for()
    page.fill("#id_en-byline", "A name")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # it looks at once

    assert page.evaluate(KEPT) == []


def test_what_is_let_go_is_gone(page, desk):
    sign_in(page, desk, "editor")
    add = f"{desk}/admin/articles/article/add/"
    page.goto(add)
    page.fill("#id_en-headline", "Two cities sign")
    until_kept(page, "Two cities sign")

    page = after_a_crash(page, add)
    page.get_by_role("button", name="Let it go").click()
    assert page.locator(OFFER).count() == 0 and page.evaluate(KEPT) == []


def test_a_full_storage_lets_the_oldest_go_and_breaks_no_form(page, desk):
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/")
    fill = """() => {
      for (let size = 1 << 22; size; size >>= 1) {
        for (let more = true; more;) {
          try { localStorage.setItem(`kept:9:/old#:${Math.random()}`, `{"at":1,"x":"${"x".repeat(size)}"}`); }
          catch { more = false; }
        }
      }
    }"""
    page.evaluate(fill)
    page.goto(f"{desk}/admin/articles/article/add/")
    page.fill("#id_en-headline", "Two cities sign " * 20)
    until_kept(page, "Two cities sign")
    page.evaluate("localStorage.clear(); localStorage.setItem('other', 'x'.repeat(5 * 1024 * 1024 - 20))")
    page.fill("#id_en-headline", "Two cities sign again")
    page.fill("#id_year", "2019")
    save(page)

    assert Version.objects.get().headline == "Two cities sign again"
    assert page.complaints == []


def test_of_many_kept_forms_the_oldest_go_first(page, desk):
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/articles/article/add/")
    page.evaluate('for (let at = 1; at < 61; at += 1) localStorage.setItem(`kept:9:/${at}#:`, `{"at":${at}}`)')
    page.fill("#id_en-headline", "Two cities sign")
    until_kept(page, "Two cities sign")

    kept = page.evaluate(KEPT)
    assert len(kept) == 40 and "kept:9:/60#:" in kept and "kept:9:/21#:" not in kept


def test_the_success_of_something_else_lets_nothing_go(page, desk):
    version = factories.draft(headline="Before", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    page.fill("#id_en-byline", "My name")
    page.fill("#id_en-headline", "")
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".errornote").wait_for()
    page.goto(f"{desk}{reverse('admin:articles_deed', args=['submit', version.pk])}")
    page.evaluate("document.querySelector('#content form').submit()")  # as from elsewhere: no event says so
    page.locator(".messagelist .success").wait_for()

    assert "My name" in page.inner_text(OFFER)


@pytest.mark.parametrize("failure", [IntegrityError, OperationalError])
def test_a_success_that_was_said_before_the_save_failed_lets_nothing_go(page, desk, monkeypatch, failure):
    said = ArticleAdmin.response_change

    def fail_afterwards(self, request, story):
        said(self, request, story)
        raise failure("at the end of the transaction")

    version = factories.draft(headline="Before", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    page.fill("#id_en-byline", "My name")
    monkeypatch.setattr(ArticleAdmin, "response_change", fail_afterwards)
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".messagelist .success").wait_for()

    page = after_a_crash(page, desk + story_of(version))
    assert "My name" in page.inner_text(OFFER)


def test_a_form_that_the_browser_fills_again_after_it_was_saved_is_not_offered(page, desk):
    sign_in(page, desk, "editor")
    add = f"{desk}/admin/articles/article/add/"
    page.goto(add)
    page.fill("#id_year", "2019")
    page.fill("#id_en-headline", "Two cities sign")
    save(page)
    page.go_back()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate(KEPT) == []


def test_what_is_taken_back_is_not_kept(page, desk):
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/articles/article/add/")
    page.fill("#id_en-headline", "Two cities sign")
    until_kept(page, "Two cities sign")
    page.fill("#id_en-headline", "")

    page.wait_for_function(f"() => !{KEPT}.length")
    page.wait_for_function("() => !document.body.classList.contains('desk-unsaved')")
