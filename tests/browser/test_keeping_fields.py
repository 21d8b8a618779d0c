"""Every kind of form and field of the desk is kept, and put back where it belongs."""

import pytest
from django.urls import reverse

from newsroom.cooperation.models import Delegation
from tests import factories
from tests.browser.choosing import choose
from tests.browser.crashing import KEPT, OFFER, after_a_crash, put_back, save, story_of, until_kept
from tests.browser.signing_in import PASSWORD, at_the_desk, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(live_server):
    return at_the_desk(live_server)


@pytest.fixture
def page(opened):
    page = opened()
    page.on("dialog", lambda dialog: dialog.accept())
    return page


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


def test_an_old_row_is_put_back_where_it_stands_now(page, desk):
    members = [factories.person(name_en=name) for name in ("Ada Reed", "Ben Stone")]
    delegation = factories.delegation(factories.place(), members=members)
    sign_in(page, desk, "editor")
    address = f"{desk}{reverse('admin:cooperation_delegation_change', args=[delegation.pk])}"
    page.goto(address)
    page.fill("#id_appearances-1-printed_en", "Mayor of Rivermouth")
    until_kept(page, "Mayor of Rivermouth")
    delegation.appearances.get(person=members[0]).delete()

    page = after_a_crash(page, address)
    put_back(page)
    assert page.input_value("#id_appearances-0-printed_en") == "Mayor of Rivermouth"


def test_the_deeds_wait_until_what_was_typed_is_saved(page, desk):
    version = factories.draft(headline="Before", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    submit = page.get_by_role("link", name="Submit for approval")
    submit.wait_for()
    page.fill("#id_en-byline", "A name")
    page.get_by_text("Something here is not saved yet.").wait_for()
    assert not submit.is_visible()
    until_kept(page, "A name")

    page = after_a_crash(page, desk + story_of(version))
    page.locator(OFFER).wait_for()
    submit = page.get_by_role("link", name="Submit for approval")
    assert not submit.is_visible()
    put_back(page)
    assert not submit.is_visible()
    save(page)
    assert submit.is_visible()


def test_words_that_have_no_field_any_more_are_shown_to_copy_until_they_are_let_go(page, desk):
    version = factories.draft(headline="Before", by=factories.user("editor"))
    sign_in(page, desk, "editor")
    page.goto(desk + story_of(version))
    page.fill("#id_en-byline", "A name")
    until_kept(page, "A name")
    factories.deeds.submit(version, by=factories.user("editor"))
    factories.deeds.approve(version, by=factories.user("publisher"))

    page = after_a_crash(page, desk + story_of(version))
    assert "A name" in page.inner_text(OFFER) and "copy it" in page.inner_text(OFFER)
    assert not page.get_by_role("button", name="Put it back").is_visible()
    page.get_by_role("button", name="Let it go").click()
    assert page.evaluate(KEPT) == []


def test_reasons_and_settings_and_what_a_new_account_is_called_are_kept_but_no_password(page, desk):
    version = factories.submitted(by=factories.user("editor"))
    account = factories.user("publisher", "root", language="en", is_superuser=True)
    account.set_password(PASSWORD)
    account.save()
    sign_in(page, desk, "root")
    for path, field, words in (
        (reverse("admin:articles_deed", args=["return", version.pk]), "#id_note", "The second agreement is missing"),
        ("/admin/masthead/sitesettings/1/change/", "#id_name_en", "Another name"),
        ("/admin/accounts/user/add/", "#id_username", "newcomer"),
    ):
        page.goto(desk + path)
        if "user" in path:
            page.fill("#id_password1", "not for eyes")
        page.fill(field, words)
        until_kept(page, words)
        page = after_a_crash(page, desk + path)
        assert words in page.inner_text(OFFER)
        put_back(page)
        assert page.input_value(field) == words
    assert "not for eyes" not in page.evaluate("JSON.stringify(localStorage)")


def test_what_was_made_in_a_popup_is_not_kept(page, desk):
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/cooperation/delegation/add/")
    page.locator("#appearances-group .add-row a").click()
    with page.expect_popup() as opening:
        page.click("#add_id_appearances-0-person")
    popup = opening.value
    popup.fill("#id_name_en", "Ada Reed")
    popup.fill("#id_name_zh", "里德")
    until_kept(popup, "里德")
    popup.get_by_role("button", name="Save").click()
    page.locator("#appearances-0 .select2-selection", has_text="Ada Reed").wait_for()
    until_kept(page, "Ada Reed")

    assert not any("/person/" in key for key in page.evaluate(KEPT))


def test_groups_chosen_for_an_account_come_back(page, desk):
    account = factories.user("publisher", "root", language="en", is_superuser=True)
    account.set_password(PASSWORD)
    account.save()
    sign_in(page, desk, "root")
    address = f"{desk}{reverse('admin:accounts_user_change', args=[account.pk])}"
    page.goto(address)
    chosen = "[...document.querySelectorAll('#id_groups_to option')].map((one) => one.text)"
    page.wait_for_function("document.getElementById('id_groups_to')")
    before = page.evaluate(chosen)
    page.select_option("#id_groups_from", label="auditor")
    page.locator("#id_groups_add").click()
    until_kept(page, "auditor")

    page = after_a_crash(page, address)
    page.wait_for_function("document.getElementById('id_groups_to')")
    put_back(page)
    assert sorted(page.evaluate(chosen)) == sorted([*before, "auditor"])


def test_kept_rows_come_after_those_that_were_typed_since(page, desk):
    factories.person(name_en="Ada Reed"), factories.person(name_en="Ben Stone")
    sign_in(page, desk, "editor")
    add = f"{desk}/admin/cooperation/delegation/add/"
    page.goto(add)
    page.locator("#appearances-group .add-row a").click()
    choose(page, "person", "Ada")
    until_kept(page, "Ada Reed")

    page = after_a_crash(page, add)
    page.locator("#appearances-group .add-row a").click()
    choose(page, "person", "Ben")
    put_back(page)
    rows = page.locator(".dynamic-appearances .field-person .select2-selection__rendered").all_inner_texts()
    assert ["Ben" in rows[0], "Ada" in rows[1], len(rows)] == [True, True, 2]


def test_a_record_s_deeds_wait_too(page, desk):
    event = factories.event(factories.pair())
    sign_in(page, desk, "publisher")
    page.goto(f"{desk}{reverse('admin:cooperation_event_change', args=[event.pk])}")
    release = page.get_by_role("link", name="Release", exact=True)
    release.wait_for()
    waits = page.get_by_text("Something here is not saved yet.")
    assert not waits.is_visible()
    page.fill("#id_venue_en", "The old town hall")
    waits.wait_for()

    assert not release.is_visible()


def test_with_a_dead_session_picks_come_back_by_the_names_that_were_seen(page, desk):
    factories.person(name_en="Ada Reed")
    sign_in(page, desk, "editor")
    page.goto(f"{desk}/admin/cooperation/delegation/add/")
    page.locator("#appearances-group .add-row a").click()
    choose(page, "person", "Ada")
    page.context.clear_cookies()
    page.get_by_role("button", name="Save and continue editing").click()

    assert "Ada Reed" in page.get_by_label("Appearances 1 · Person").input_value()


def test_what_the_browser_writes_in_its_own_way_is_nobody_s(page, desk):
    event = factories.event(factories.pair(), venue_en="The old\ntown hall")
    sign_in(page, desk, "editor")
    page.goto(f"{desk}{reverse('admin:cooperation_event_change', args=[event.pk])}")

    assert page.input_value("#id_venue_en") == "The oldtown hall"
    assert not page.evaluate("document.body.classList.contains('desk-unsaved')")


def test_an_amendment_is_kept_until_it_is_proposed(page, desk):
    event = factories.event(factories.pair())
    factories.published(factories.article(events=[event]))
    sign_in(page, desk, "editor")
    address = f"{desk}{reverse('admin:cooperation_event_amend', args=[event.pk])}"
    page.goto(address)
    page.fill("#id_venue_en", "The old town hall")
    page.fill("#id_reason", "As printed")
    until_kept(page, "As printed")

    page = after_a_crash(page, address)
    put_back(page)
    page.get_by_role("button", name="Propose an amendment").click()
    page.get_by_text("Proposed.").wait_for()
    assert page.evaluate(KEPT) == []
