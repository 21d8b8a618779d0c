"""Two people at one form: no save overwrites what the other saved unseen."""

from django.urls import reverse

from newsroom.cooperation.models import Event
from newsroom.languages import ZH
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Person
from newsroom.publishing.amending.differences import differing
from newsroom.publishing.models import Amendment
from newsroom.website.models import Page
from tests import factories
from tests.desk.test_records import now, page
from tests.desk.test_stories import words
from tests.desk.typing import form_of, send
from tests.pressing import press


def opened(client, address: str, **typed) -> dict:
    """Return the form as it stands at the address, with some fields typed anew."""
    return form_of(client.get(address).text) | {name.replace("__", "-"): value for name, value in typed.items()}


def test_an_event_keeps_both_people_s_fields(editor, publisher):
    event = factories.event()
    mine = opened(editor, page(event), name_en="Talks")
    send(publisher, page(event), venue_zh="甲写的会场")

    answer = editor.post(page(event), mine, follow=True)

    assert (now(event).venue_zh, now(event).name_en) == ("甲写的会场", "Talks")
    assert "Changed meanwhile by publisher, and kept:" in answer.text


def test_a_field_that_both_changed_is_refused_with_both_texts(editor, publisher):
    event = factories.event()
    mine = opened(editor, page(event), venue_en="My hall", name_en="Talks")
    send(publisher, page(event), venue_en="Their <hall>")

    answer = editor.post(page(event), mine)

    assert (now(event).venue_en, now(event).name_en) == ("Their <hall>", "")
    assert 'value="My hall"' in answer.text and "Their &lt;hall&gt;" in answer.text

    editor.post(page(event), form_of(answer.text))
    assert (now(event).venue_en, now(event).name_en) == ("My hall", "Talks")


def test_a_story_keeps_both_people_s_words_and_links(editor, publisher):
    event, agreement = factories.event(), factories.agreement(factories.place())
    article = factories.draft(factories.article(), headline="Before").edition.article
    mine = opened(editor, page(article), agreements=[agreement.pk], en__standfirst="Mine")
    send(publisher, page(article), events=[event.pk], en__headline="Theirs", **{"zh-hans-headline": "他们的"})

    answer = editor.post(page(article), mine, follow=True)

    assert (list(article.events.all()), list(article.agreements.all())) == ([event], [agreement])
    assert (words(article).headline, words(article).standfirst) == ("Theirs", "Mine")
    assert words(article, ZH).headline == "他们的"
    assert "by publisher, and kept:" in answer.text


def test_words_that_both_changed_are_refused_with_both_texts_to_take_either(editor, publisher):
    article = factories.draft(headline="Before", body="<p>Before</p>").edition.article
    mine = opened(editor, page(article), en__body="<p>Mine</p>")
    send(publisher, page(article), en__body="<p>Theirs</p>", en__headline="Their headline")

    answer = editor.post(page(article), mine)

    assert words(article).body == "<p>Theirs</p>"
    assert "Mine" in answer.text and "<p>Theirs</p>" in answer.text and answer.text.count('class="story-theirs"') == 1
    editor.post(page(article), form_of(answer.text) | {"_theirs": "en-body"})
    assert (words(article).body, words(article).headline) == ("<p>Theirs</p>", "Their headline")
    editor.post(page(article), form_of(answer.text))
    assert (words(article).body, words(article).headline) == ("<p>Mine</p>", "Their headline")


def test_after_any_refusal_the_other_s_words_still_stand(editor, publisher):
    article = factories.draft(headline="Before", body="<p>Before</p>").edition.article
    mine = opened(editor, page(article), year="3000", en__standfirst="Mine")
    send(publisher, page(article), en__body="<p>Theirs</p>")

    again = form_of(editor.post(page(article), mine).text)
    send(publisher, page(article), en__byline="Theirs too")
    editor.post(page(article), again | {"year": "2019"})

    saved = words(article)
    assert (saved.body, saved.byline, saved.standfirst) == ("<p>Theirs</p>", "Theirs too", "Mine")


def test_a_form_without_its_beginning_still_prints_the_posted_start_of_the_words(editor, publisher):
    article = factories.draft(headline="Before").edition.article
    mine = opened(editor, page(article), year="3000")
    del mine["_base"]
    send(publisher, page(article), en__headline="Theirs")

    again = form_of(editor.post(page(article), mine).text)

    assert again["en-started"] == mine["en-started"] and "_base" not in again
    assert (
        "Somebody else changed these words"
        in editor.post(page(article), again | {"year": "2019", "en-headline": "Mine"}).text
    )
    assert words(article).headline == "Theirs"


def test_two_who_begin_one_edition_keep_both_texts(editor, publisher):
    article = factories.article()
    mine = opened(editor, page(article), en__headline="Mine")
    send(publisher, page(article), en__headline="Theirs")

    answer = editor.post(page(article), mine)

    assert words(article).headline == "Theirs" and "Theirs" in answer.text and "Mine" in answer.text


def test_a_person_keeps_both_people_s_names(editor, publisher):
    person = factories.person("Ada")
    mine = opened(editor, page(person), name_zh="张三")
    send(publisher, page(person), name_en="Test Jia A", other_names="甲一\r\n甲二")

    editor.post(page(person), mine)

    saved = now(person)
    assert (saved.name_zh, saved.name_en, saved.other_names.split()) == ("张三", "Test Jia A", ["甲一", "甲二"])


def test_the_settings_keep_both_people_s_texts(root, publisher):
    settings = SiteSettings.objects.create(pk=1, contact_zh="初", contact_en="first")
    mine = opened(root, page(settings), contact_zh="我的")
    send(publisher, page(settings), contact_en="theirs")

    root.post(page(settings), mine)

    assert (now(settings).contact_zh, now(settings).contact_en) == ("我的", "theirs")


def test_a_page_keeps_both_people_s_texts(root, publisher):
    about = Page.objects.create(slug="about", title_zh="初", body_zh="<p>初</p>\n<p>二</p>")
    mine = opened(root, page(about), title_zh="我的")
    send(publisher, page(about), body_zh="<p>他们的</p>")

    root.post(page(about), mine)

    assert (now(about).title_zh, now(about).body_zh) == ("我的", "<p>他们的</p>")


def test_links_that_both_change_are_joined_as_a_set(editor, publisher):
    first, second, third = (factories.event() for _number in range(3))
    article = factories.article(events=[first])
    mine = opened(editor, page(article), events=[first.pk, second.pk])
    send(publisher, page(article), events=[third.pk])

    editor.post(page(article), mine)

    assert set(article.events.all()) == {second, third}


def test_lines_that_i_did_not_touch_are_not_mine_however_the_browser_ends_them(editor, publisher):
    person = factories.person("Ada", other_names="One\nTwo")
    mine = opened(editor, page(person), name_zh="张三", other_names="One\r\nTwo")
    send(publisher, page(person), other_names="Three")

    editor.post(page(person), mine)

    assert (now(person).name_zh, now(person).other_names) == ("张三", "Three")


def test_whoever_changed_a_field_is_named_not_whoever_saved_last(editor, publisher, root):
    event = factories.event()
    mine = opened(editor, page(event), name_en="Talks")
    send(publisher, page(event), venue_en="Their hall")
    send(root, page(event), venue_zh="会场")

    answer = editor.post(page(event), mine, follow=True)

    assert "Changed meanwhile by publisher, and kept: Venue in English" in answer.text.replace("venue", "Venue")
    assert "Changed meanwhile by root, and kept:" in answer.text


# Proposals


def test_a_proposal_from_an_old_form_takes_no_approved_correction_back(editor, publisher):
    event = factories.event(venue_en="Old hall")
    factories.published(factories.article(events=[event]))
    mine = opened(editor, page(event, "amend"), venue_zh="会场")
    send(editor, page(event, "amend"), venue_en="New hall")
    press(publisher, reverse("admin:amendment_approve", args=[Amendment.objects.get().pk]), {"note_en": "Corrected."})

    editor.post(page(event, "amend"), mine)

    proposed = Amendment.objects.get(state="waiting")
    assert [one.new for one in differing(proposed)] == ["会场"]


def test_a_proposal_from_an_old_form_is_refused_where_both_changed_one_field(editor, publisher):
    event = factories.event(venue_en="Old hall")
    factories.published(factories.article(events=[event]))
    mine = opened(editor, page(event, "amend"), venue_en="My hall")
    send(editor, page(event, "amend"), venue_en="New hall")
    press(publisher, reverse("admin:amendment_approve", args=[Amendment.objects.get().pk]), {"note_en": "Corrected."})

    answer = editor.post(page(event, "amend"), mine)

    assert not Amendment.objects.filter(state="waiting").exists()
    assert 'value="My hall"' in answer.text and '<q class="desk-theirs">New hall</q>' in answer.text
    editor.post(page(event, "amend"), form_of(answer.text))
    assert Amendment.objects.get(state="waiting").after["fields"]["venue_en"] == "My hall"


# Deleted, or closed


def test_a_record_that_somebody_changed_is_not_deleted_unseen(editor, publisher):
    event = factories.event()
    asked = form_of(editor.get(page(event, "delete")).text)
    send(publisher, page(event), venue_en="Their hall")

    answer = editor.post(page(event, "delete"), asked, follow=True)

    assert now(event).venue_en == "Their hall"
    assert "Changed meanwhile by publisher, and so not deleted." in answer.text
    editor.post(page(event, "delete"), form_of(editor.get(page(event, "delete")).text))
    assert not Event.objects.exists()


def test_what_was_typed_in_the_form_of_a_deleted_record_is_handed_back(editor, publisher):
    event = factories.event()
    mine = opened(editor, page(event), venue_en="My hall")
    publisher.post(page(event, "delete"), {"post": "yes"})

    answer = editor.post(page(event), mine)

    assert (answer.status_code, Event.objects.exists()) == (409, False)
    assert "This record was deleted meanwhile." in answer.text and "My hall" in answer.text


def test_what_was_typed_in_a_form_that_an_approval_closed_is_handed_back(editor):
    event = factories.event()
    mine = opened(editor, page(event), venue_en="My hall")
    factories.published(factories.article(events=[event]))

    answer = editor.post(page(event), mine)

    assert (answer.status_code, now(event).venue_en) == (409, "")
    assert "approved for readers" in answer.text and "My hall" in answer.text


# The same form twice


def test_the_form_of_a_new_record_that_is_sent_twice_makes_it_once(editor):
    add = reverse("admin:cooperation_event_add")
    place = factories.place()
    mine = opened(editor, add, held="2019-08-18", places=[place.pk], kinds="meeting", name_en="Talks")

    first, second = (editor.post(add, mine, follow=True) for _time in range(2))

    assert Event.objects.count() == 1
    assert first.status_code == second.status_code == 200 and "successfully" in second.text


def test_two_forms_of_new_records_make_two(editor):
    add = reverse("admin:people_person_add")

    for _time in range(2):
        send(editor, add, name_en="Ada Reed", name_zh="")

    assert Person.objects.count() == 2


def test_a_new_record_s_form_that_was_refused_is_still_the_same_form(editor):
    add = reverse("admin:people_person_add")
    mine = opened(editor, add, name_en="A" * 300)

    assert form_of(editor.post(add, mine).text)["_base"] == mine["_base"]
