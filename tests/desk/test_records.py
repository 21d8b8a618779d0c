"""Records in the desk: where they stand, their release, what may be deleted, what stays."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from newsroom.articles import deeds
from newsroom.articles.models import Article
from newsroom.cooperation.models import Event, FollowUp, Stage
from newsroom.languages import EN
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Place
from newsroom.publishing import clock
from newsroom.publishing.models import LogEntry
from newsroom.publishing.release import release
from tests import factories
from tests.desk.typing import form_of, send
from tests.pressing import press


def page(record, name: str = "change") -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])


def now(record):
    return type(record).objects.get(pk=record.pk)


def test_a_publisher_releases_a_record_and_takes_it_off_again(publisher):
    event = factories.event()

    press(publisher, page(event, "release"))
    assert now(event).is_public(clock.moment())

    press(publisher, page(event, "retract"), {"reason": "It did not take place."})
    assert not now(event).is_public(clock.moment())


def test_a_deed_is_asked_of_a_record_by_the_name_that_readers_see(publisher):
    event = factories.event(factories.pair(), slug="2019-08-18-visit")

    asked = publisher.get(page(event, "release")).text

    assert f"<strong>{event.name_in(EN)}</strong>" in asked and "2019-08-18-visit" not in asked


def test_what_cannot_be_changed_offers_no_way_back_to_what_is_proposed(publisher):
    event = factories.event(people=[factories.person("Ada Reed")])
    assert "column-back" in publisher.get(page(event)).text

    release(event, by=factories.user("publisher"))
    assert "column-back" not in publisher.get(page(event)).text


def test_a_record_is_released_for_a_moment_to_come(publisher):
    event, moment = factories.event(), clock.moment().replace(second=0, microsecond=0) + timedelta(days=1)

    typed = f"{timezone.localtime(moment, SiteSettings().zone):%Y-%m-%dT%H:%M}"
    press(publisher, page(event, "release"), {"moment": typed})

    assert now(event).public_from == moment
    assert "Readers will see this from" in publisher.get(page(event)).text


def test_a_record_that_a_story_needs_is_not_taken_off(publisher):
    event = factories.event()
    factories.published(factories.article(events=[event]))

    answer = press(publisher, page(event, "retract"), {"reason": "Wrong day"})

    assert "Withdraw the story first" in answer.text
    assert now(event).is_public(clock.moment())


def test_an_editor_does_not_release(editor):
    event = factories.event()

    assert page(event, "release") not in editor.get(page(event)).text
    press(editor, page(event, "release"))
    assert not now(event).is_approved(clock.moment())


def test_where_a_record_stands_is_said_above_it(editor):
    place = factories.place()
    assert "nothing public names it" in editor.get(page(place)).text

    factories.published(factories.article(events=[factories.event(factories.pair(place, factories.place()))]))
    assert "because something public names it" in editor.get(page(place)).text


def test_a_draft_record_is_deleted_and_the_deletion_is_in_the_log(editor):
    event = factories.event(name_en="Never held")

    editor.post(page(event, "delete"), {"post": "yes"})

    assert not Event.objects.exists()
    assert (LogEntry.objects.get().label, LogEntry.objects.get().note) == ("Never held", "Deleted.")


def test_a_record_that_is_used_is_not_deleted_and_the_page_says_where_it_is_used(editor):
    place = factories.place("Ningbo")
    event = factories.event(name_en="The meeting")
    event.places.add(place)

    answer = editor.post(page(place, "delete"), {"post": "yes"})

    assert Place.objects.filter(pk=place.pk).exists()
    assert "The meeting" in answer.text


def test_what_readers_have_seen_is_not_deleted_after_it_was_taken_off(root):
    version = factories.published(factories.article(events=[factories.event()]))
    event = Event.objects.get()
    deeds.withdraw(version.edition, by=factories.user("publisher"), reason="Postponed.", take_along=[event])

    for record in (event, version.edition.article):
        answer = root.post(page(record, "delete"), {"post": "yes"}, follow=True)
        assert "Readers have seen this, so it stays in the records." in answer.text

    assert Event.objects.exists() and Article.objects.exists()


def test_what_readers_have_seen_keeps_its_address(root):
    event = factories.event()
    publisher = factories.user("publisher")
    release(event, by=publisher)
    press(root, page(event, "retract"), {"reason": "Wrong day"})

    form = form_of(root.get(page(event)).text)
    root.post(page(event), form | {"slug": "elsewhere", "venue_en": "The town hall"})

    assert (now(event).slug, now(event).venue_en) == (event.slug, "The town hall")


def test_a_stage_that_readers_see_stays_in_a_draft_agreement(root):
    agreement = factories.agreement()
    stage = factories.stage(factories.pair(), agreement=agreement)
    release(stage, by=factories.user("publisher"))

    answer = send(root, page(agreement), **{"stages-0-reached": "2001"})

    assert "cannot be changed here" in answer.text
    assert now(stage).reached == stage.reached


def test_a_stage_is_not_added_to_an_agreement_that_readers_see(root):
    agreement = factories.agreement()
    release(agreement, by=factories.user("publisher"))
    pair = factories.pair()

    answer = send(
        root,
        reverse("admin:cooperation_stage_add"),
        pair=pair.pk,
        kind="contact",
        reached="2001",
        agreement=agreement.pk,
    )

    assert "cannot be changed here" in answer.text
    assert not Stage.objects.exists()


def test_what_came_of_a_public_agreement_is_written_and_waits_for_its_own_release(editor):
    agreement = factories.agreement()
    release(agreement, by=factories.user("publisher"))

    send(editor, reverse("admin:cooperation_followup_add"), agreement=agreement.pk, happened="2021", words_en="Trade")

    assert not FollowUp.objects.get().is_approved(clock.moment())


@pytest.mark.parametrize("record", [factories.event, factories.agreement, factories.person, factories.delegation])
def test_a_page_of_a_record_that_nobody_approved_is_open(editor, record):
    made = record()

    assert editor.get(page(made)).context["lock"] == ""


def test_a_list_prints_days_in_the_language_of_the_desk(editor):
    factories.event(held="2019-08-18pm")

    page = editor.get(reverse("admin:cooperation_event_changelist"))

    assert "18 August 2019, afternoon" in page.text
    assert "2019-08-18pm" not in page.text


def test_an_event_without_a_name_of_its_own_is_called_by_what_it_was_where_it_is_chosen_and_once_it_is(editor):
    event = factories.event(
        factories.pair(factories.place("Ropehaven"), factories.place("Saltford")), held="2019-08-18"
    )
    article = factories.article(events=[event])
    asked = {"app_label": "articles", "model_name": "article", "field_name": "events", "term": event.slug}

    (offered,) = editor.get(reverse("admin:autocomplete"), asked).json()["results"]

    assert "18 August 2019" in offered["text"]
    assert event.slug not in offered["text"]
    assert offered["text"] in editor.get(page(article)).text
