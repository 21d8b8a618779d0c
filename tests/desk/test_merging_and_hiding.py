"""A duplicate is merged, a person hidden and shown again, on the record's own page, and somebody else looks it over."""

import pytest
from django.urls import reverse

from newsroom.people.models import Person
from newsroom.publishing.amending.amendments import propose
from newsroom.publishing.models import LogEntry
from tests import factories
from tests.pressing import choose_and_press, press

ANSWERS = {"reason": "Entered twice.", "same": "on"}


def page(record, name: str = "change") -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{name}", args=[record.pk])


def merge(client, duplicate, into):
    return choose_and_press(client, page(into, "merge"), ANSWERS | {"duplicate": duplicate.pk})


@pytest.mark.parametrize("make", [factories.person, factories.institution, factories.place])
def test_a_duplicate_is_merged_into_the_record_whose_page_it_is(publisher, make):
    kept, duplicate = make("Ada Quill"), make("A. Quill")

    answer = merge(publisher, duplicate, kept)

    assert answer.url == page(kept)
    assert list(type(kept).objects.filter(pk__in=[kept.pk, duplicate.pk])) == [kept]
    log_entry = LogEntry.objects.get(verb="merge")
    assert (
        log_entry.alone
        and log_entry.record == kept
        and "A. Quill" in log_entry.note
        and "Entered twice." in log_entry.note
    )
    assert "A. Quill" in publisher.get(page(kept)).text  # found by it from now on


@pytest.mark.parametrize("missing", ["duplicate", "reason", "same"])
def test_nothing_is_merged_without_an_answer_to_each_question(publisher, missing):
    kept, duplicate = factories.person(), factories.person()

    answers = ANSWERS | {"duplicate": duplicate.pk}
    answer = press(publisher, page(kept, "merge"), {name: words for name, words in answers.items() if name != missing})

    assert answer.status_code == 200 and Person.objects.count() == 2


def test_asking_merges_nothing(publisher):
    kept = factories.person()

    assert "The duplicate" in publisher.get(page(kept, "merge")).text


def test_a_record_is_not_merged_into_itself(publisher):
    kept = factories.person()

    assert "These are one record already" in merge(publisher, kept, kept).text
    assert Person.objects.get() == kept


def test_a_record_with_a_waiting_change_is_not_merged(publisher):
    kept, duplicate = factories.person(), factories.person()
    factories.published(factories.article(events=[factories.event(people=(kept,))]))

    def rename():
        Person.objects.filter(pk=kept.pk).update(name_en="Another")

    propose(kept, rename, by=factories.user("editor"))

    assert "waits to be decided" in merge(publisher, duplicate, kept).text
    assert Person.objects.count() == 2


@pytest.mark.parametrize("make", [factories.person, factories.institution, factories.place])
def test_an_editor_is_offered_no_merging_and_cannot(editor, make):
    kept, duplicate = make(), make()

    assert page(kept, "merge") not in editor.get(page(kept)).text
    assert "Your account may not do this" in merge(editor, duplicate, kept).text
    assert type(kept).objects.filter(pk=duplicate.pk).exists()


def test_a_person_is_hidden_with_a_reason_and_shown_again(publisher, client):
    person = factories.person()
    factories.published(factories.article(events=[factories.event(people=(person,))]))
    address = person.address_in("en")

    assert press(publisher, page(person, "hide"), {"reason": ""}).status_code == 200
    press(publisher, page(person, "hide"), {"reason": "A private person asked for it."})
    assert client.get(address).status_code != 200
    assert page(person, "show") in (desk := publisher.get(page(person)).text) and page(person, "hide") not in desk

    press(publisher, page(person, "show"), {"reason": "They agreed."})
    assert client.get(address).status_code == 200
    assert [
        (log_entry.verb, log_entry.alone, log_entry.note)
        for log_entry in LogEntry.objects.filter(verb__in=["hide", "show"]).order_by("pk")
    ] == [
        ("hide", True, "A private person asked for it."),
        ("show", True, "They agreed."),
    ]


def test_who_else_approves_looks_it_over_and_who_did_it_cannot(publisher, root):
    kept, duplicate = factories.institution(), factories.institution()
    merge(publisher, duplicate, kept)
    log_entry = LogEntry.objects.get(verb="merge")

    press(publisher, reverse("admin:look_over", args=[log_entry.pk]))
    assert LogEntry.objects.get(pk=log_entry.pk).cleared_at is None
    press(root, reverse("admin:look_over", args=[log_entry.pk]))
    assert LogEntry.objects.get(pk=log_entry.pk).cleared_by.username == "root"
