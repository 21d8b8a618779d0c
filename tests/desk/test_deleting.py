"""A deletion that is refused while it is done deletes nothing, and says why."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from newsroom.publishing import following
from newsroom.publishing.refused import Refused
from newsroom.sources.models import Source
from tests import factories


def entered(kind: str):
    return {
        "cooperation.Event": factories.event,
        "places.Place": factories.place,
        "sources.Source": lambda: factories.source(b"A text"),
    }[kind]()


@pytest.mark.parametrize("kind", ["cooperation.Event", "places.Place", "sources.Source"])
@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [(Refused("Not while it rains."), "Not while it rains."), (IntegrityError("locked"), "The database refuses this")],
)
def test_a_refused_deletion_deletes_nothing_and_is_not_tried_again(editor, monkeypatch, kind, refusal, sentence):
    record, asked = entered(kind), []

    def refuse_once(log_entry):
        asked.append(log_entry)
        if len(asked) == 1:
            raise refusal

    monkeypatch.setattr(following, "_followers", [refuse_once])
    address = f"admin:{record._meta.app_label}_{record._meta.model_name}"
    answer = editor.post(reverse(f"{address}_delete", args=[record.pk]), {"post": "yes"}, follow=True)

    assert type(record).objects.filter(pk=record.pk).exists()
    assert len(asked) == 1
    assert sentence in answer.text


def test_the_files_of_a_source_stay_where_its_deletion_is_refused(editor, monkeypatch):
    source = factories.source(b"A text")

    def refuse(log_entry):
        raise Refused("Not while it rains.")

    monkeypatch.setattr(following, "_followers", [refuse])
    editor.post(reverse("admin:sources_source_delete", args=[source.pk]), {"post": "yes"})

    assert Source.objects.get(pk=source.pk).file_en
    assert editor.get(reverse("admin:sources_source_file", args=[source.pk, "en"])).status_code == 200


def test_asking_whether_to_delete_takes_no_lock(editor, monkeypatch):
    event = factories.event()
    monkeypatch.setattr("newsroom.forms.locked.hold", lambda *records: pytest.fail("a question needs no lock"))

    assert editor.get(reverse("admin:cooperation_event_delete", args=[event.pk])).status_code == 200


def test_who_asks_to_delete_what_readers_see_is_led_back_with_the_reason(root):
    factories.published(factories.article(events=[event := factories.event()]))

    answer = root.get(reverse("admin:cooperation_event_delete", args=[event.pk]), follow=True)

    assert answer.redirect_chain == [(reverse("admin:cooperation_event_change", args=[event.pk]), 302)]
    assert "approved for readers" in answer.text
