"""A deed does what its page showed: whatever it covers and changes in between is refused, named, and left undone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from newsroom.articles import deeds
from newsroom.articles.deeds.writing import WORDS
from newsroom.articles.models import PreviewLink, Version
from newsroom.cooperation.models import Appearance, Event
from newsroom.languages import EN, ZH
from newsroom.people.deeds import hide
from newsroom.people.models import Person
from newsroom.places.models import Place
from newsroom.publishing import clock
from newsroom.publishing import deeds as every_deed
from newsroom.publishing.amending.snapshots import columns_of
from newsroom.publishing.models import LogEntry
from newsroom.publishing.release import release
from tests import factories
from tests.pressing import press, send

pytestmark = pytest.mark.django_db

UNDONE = "Nothing was done"
TEXT = (models.CharField, models.TextField)


@dataclass
class Story:
    """A story in both languages that reports an event with somebody at it; nothing of it is public yet."""

    zh: Version
    en: Version
    event: Event = field(init=False)

    def __post_init__(self):
        self.event = self.en.edition.article.events.get()


def story(make: Callable = factories.submitted) -> Story:
    event = factories.event(people=(factories.person("Ada Reed"),), name_en="Talks", held="2019-08-18")
    article = factories.article(events=[event])
    return Story(make(article, ZH, headline="会谈", change_note="一处"), make(article, EN, change_note="A word"))


def of_version(name: str, version: Version) -> str:
    return reverse("admin:articles_deed", args=[name, version.pk])


def of_record(name: str, record: models.Model) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])


def waiting(*of: Any, **words: Any) -> Version:
    return factories.published(*of, at=clock.moment() + timedelta(days=1), **words)


def discarded(*of: Any, **words: Any) -> Version:
    version = factories.draft(*of, **words)
    deeds.discard(version, by=version.changed_by)
    return version


REASON = {"reason": "So it is.", "note": "So it is."}
# Deed → how the words came to where it is offered, and whether it covers what the story reports
OF_WORDS = {
    "submit": (factories.draft, True),
    "approve": (factories.submitted, True),
    "approve-alone": (factories.draft, True),
    "return": (factories.submitted, False),
    "discard": (factories.draft, False),
    "reschedule": (waiting, False),
    "cancel": (waiting, False),
    "withdraw": (factories.published, False),
    "correct": (factories.published, False),
    "restore": (discarded, False),
    "open-preview": (factories.draft, False),
}


def changed(record: models.Model, column: models.Field) -> None:
    """Change one column behind the desk's back."""
    now = column.value_from_object(record)
    other = f"{now}x" if isinstance(column, TEXT) else not now if isinstance(now, bool) else (now or 0) + 1
    type(record)._base_manager.filter(pk=record.pk).update(**{column.attname: other})


def plain_columns(model: type[models.Model]) -> list[models.Field]:
    """Return the columns whose value can be another without a row beside it."""
    kinds = (*TEXT, models.BooleanField, models.IntegerField)
    known = {one for name in ("held", "state", "mode", "original_language", "latin") for one in [name]}
    return [
        one
        for one in columns_of(model)
        if isinstance(one, kinds) and not one.choices and one.name not in known and not one.unique
    ]


def presses(name: str, version: Version, change: Callable[[], Any], **answers: Any) -> Any:
    """Open the page, let something change, press; return the answer."""
    client = Client()
    client.force_login(factories.user("publisher", "approver", language="en"))
    address = of_version(name, version)
    shown = client.get(address)
    change()
    return send(client, address, shown, REASON | {"days": "1"} | answers)


def is_refused(answer: Any, *words: Any) -> bool:
    with override("en"):  # the language of who presses
        return answer.status_code == 200 and all(str(word) in answer.text for word in (UNDONE, *words))


@pytest.mark.sampled(22)
@pytest.mark.parametrize("column", WORDS)
@pytest.mark.parametrize("name", OF_WORDS)
def test_words_that_changed_since_the_page_was_opened_are_not_acted_upon(name, column):
    version = story(OF_WORDS[name][0]).en
    log = LogEntry.objects.count()

    answer = presses(name, version, lambda: changed(version, Version._meta.get_field(column)))

    assert is_refused(answer, Version._meta.get_field(column).verbose_name) and LogEntry.objects.count() == log


def rows(event: Event) -> Appearance:
    return event.appearances.get()


# What the approval of a story covers besides its words → what changes
CONTENT = {
    "the records that the story reports": lambda one: one.en.edition.article.events.add(factories.event()),
    "a record that it reports no more": lambda one: one.en.edition.article.events.clear(),
    "the year": lambda one: type(one.en.edition.article).objects.update(year=2018),
    "a row that is gone": lambda one: rows(one.event).delete(),
    "a row that has come": lambda one: Appearance.objects.create(
        event=one.event, printed_en="A clerk", side="guest", parts=["spoke"]
    ),
    "a printed office": lambda one: Appearance.objects.update(printed_en="Governor"),
    "a name of somebody in it": lambda one: Person.objects.update(name_en="Ada Reid"),
    "what was signed at it": lambda one: factories.agreement(factories.place(), event=one.event),
    "the place": lambda one: one.event.places.add(factories.place()),
}
COVERING = [name for name, (_make, covers) in OF_WORDS.items() if covers]


@pytest.mark.sampled(14)
@pytest.mark.parametrize("what", CONTENT)
@pytest.mark.parametrize("name", COVERING)
def test_what_goes_out_with_the_words_is_covered(name, what):
    one = story(OF_WORDS[name][0])

    assert is_refused(presses(name, one.en, lambda: CONTENT[what](one)))


@pytest.mark.sampled(12)
@pytest.mark.parametrize("column", plain_columns(Event), ids=lambda one: one.name)
@pytest.mark.parametrize("name", COVERING)
def test_every_column_of_a_record_that_goes_out_is_covered(name, column):
    one = story(OF_WORDS[name][0])

    assert is_refused(presses(name, one.en, lambda: changed(one.event, column)), column.verbose_name)


def test_the_other_language_is_covered_where_both_are_approved():
    one = story()

    assert is_refused(presses("approve", one.en, lambda: changed_words(one.zh), both="on"))
    assert Version.objects.filter(state="approved").count() == 0


def changed_words(version: Version) -> None:
    Version.objects.filter(pk=version.pk).update(body="<p>别的。</p>")


def approve_other(one: Story) -> None:
    deeds.approve(one.zh, by=factories.user("publisher", "second"))


# What an approval does not cover → what changes
ELSEWHERE = {
    "an unrelated draft": lambda one, later: factories.draft(),
    "an unrelated place": lambda one, later: factories.place("Elsewhere"),
    "midnight": lambda one, later: later(timedelta(days=1)),
    "the other language, which is left alone": lambda one, later: changed_words(one.zh),
    "the other language, approved": lambda one, later: approve_other(one),
    "another story of the same event, approved": lambda one, later: factories.published(
        factories.article(events=[one.event])
    ),
}


@pytest.mark.parametrize("what", ELSEWHERE)
def test_what_it_does_not_cover_hinders_no_approval(what, monkeypatch):
    one, begun = story(), clock.moment()

    def later(step: timedelta) -> None:
        monkeypatch.setattr(clock, "moment", lambda: begun + step)

    answer = presses("approve", one.en, lambda: ELSEWHERE[what](one, later))

    assert answer.status_code == 302, answer.context["changed"]


def test_both_languages_of_which_one_was_approved_meanwhile_are_approved():
    one = story()

    assert presses("approve", one.en, lambda: approve_other(one), both="on").status_code == 302
    assert Version.objects.filter(state="approved").count() == 2


def test_both_languages_of_which_one_is_written_again_are_not_approved():
    one = story()

    answer = presses("approve", one.en, lambda: deeds.write(one.zh, by=factories.user("editor"), body="别"), both="on")

    assert answer.status_code == 200 and Version.objects.filter(state="approved").count() == 0


def test_what_was_refused_is_shown_and_the_next_press_is_for_that(publisher):
    one = story()
    address = of_version("approve", one.en)
    shown = publisher.get(address)
    Appearance.objects.update(printed_en="Governor")

    refused = send(publisher, address, shown)
    assert "Governor" in refused.text
    assert send(publisher, address, refused).status_code == 302


def test_a_page_without_its_statement_does_nothing(publisher):
    version = factories.submitted()

    assert is_refused(publisher.post(of_version("approve", version), {}))
    assert is_refused(publisher.post(of_version("approve", version), {"statement": "forged"}))


def somebody() -> Person:
    factories.published(factories.article(events=[factories.event(people=(factories.person("Ada Reed"),))]))
    return Person.objects.get()


def hidden() -> Person:
    person = somebody()
    hide(person, by=factories.user("publisher", "second"), reason="Asked for.")
    return Person.objects.get(pk=person.pk)


def event_with_somebody() -> Event:
    return factories.event(people=(factories.person("Ada Reed"),))


def released() -> Event:
    event = event_with_somebody()
    release(event, by=factories.user("publisher", "second"))
    return Event.objects.get(pk=event.pk)


# Deed → the record, what changes in it
OF_RECORDS = {
    "release": (event_with_somebody, lambda _event: Appearance.objects.update(printed_en="Governor")),
    "retract": (released, lambda event: Event.objects.update(venue_en="Elsewhere")),
    "hide": (somebody, lambda _person: Person.objects.update(name_en="Ada Reid")),
    "show": (hidden, lambda _person: Person.objects.update(name_en="Ada Reid")),
}


@pytest.mark.parametrize("name", OF_RECORDS)
def test_a_record_that_changed_since_its_page_was_opened_is_left_as_it_is(publisher, name):
    make, change = OF_RECORDS[name]
    record = make()
    shown, log = publisher.get(of_record(name, record)), LogEntry.objects.count()
    change(record)

    assert is_refused(send(publisher, of_record(name, record), shown, REASON)) and LogEntry.objects.count() == log
    assert press(publisher, of_record(name, record), REASON).status_code == 302


def test_a_duplicate_is_shown_before_it_is_merged_and_once_more_where_it_changed(publisher):
    kept, duplicate = factories.person("Ada Reed"), factories.person("A. Reed")
    answers = {"duplicate": duplicate.pk, "same": "on"} | REASON

    chosen = press(publisher, of_record("merge", kept), answers)
    assert is_refused(chosen, "A. Reed")
    Person.objects.filter(pk=duplicate.pk).update(name_en="B. Reed")
    again = send(publisher, of_record("merge", kept), chosen, answers)
    assert is_refused(again, "B. Reed") and Person.objects.count() == 2
    assert send(publisher, of_record("merge", kept), again, answers).status_code == 302


def test_what_was_done_alone_is_looked_over_as_it_was_shown(publisher):
    release(event := event_with_somebody(), by=factories.user("publisher", "second"))
    LogEntry.objects.update(alone=True)
    address = reverse("admin:look_over", args=[LogEntry.objects.get(verb="release").pk])
    shown = publisher.get(address)
    Event.objects.filter(pk=event.pk).update(venue_en="Elsewhere")

    assert is_refused(send(publisher, address, shown))
    assert press(publisher, address).status_code == 302


def test_a_preview_link_that_was_not_shown_is_not_closed(publisher):
    version = factories.draft()
    deeds.open_preview(version, by=factories.user("publisher"), days=1)
    shown = publisher.get(of_version("close-previews", version))
    deeds.open_preview(version, by=factories.user("publisher"), days=3)

    links = list(PreviewLink.objects.values_list("pk", flat=True))
    assert is_refused(send(publisher, of_version("close-previews", version), shown, {"links": links}))


def test_a_place_that_is_called_otherwise_now_is_named(publisher):
    event = factories.event()
    event.places.add(factories.place("Harbourton"))
    shown = publisher.get(of_record("release", event))
    Place.objects.filter(name_en="Harbourton").update(name_en="Harborton")

    answer = send(publisher, of_record("release", event), shown)

    assert is_refused(answer, "Harbourton", "Harborton")


def test_a_record_that_is_deleted_at_the_same_instant_is_not_found(publisher, monkeypatch):
    event, hold = factories.event(), every_deed.hold
    shown = publisher.get(of_record("release", event))
    monkeypatch.setattr(every_deed, "hold", lambda: Event.objects.all().delete() and hold())

    assert send(publisher, of_record("release", event), shown).status_code == 404


def test_a_body_that_changed_is_shown_as_it_reads(publisher):
    version = factories.submitted(body="<p>Two were signed.</p>")
    shown = publisher.get(of_version("approve", version))
    Version.objects.filter(pk=version.pk).update(body="<p>Three were signed.</p>")

    assert "<ins>Three were signed.</ins>" in send(publisher, of_version("approve", version), shown).text
