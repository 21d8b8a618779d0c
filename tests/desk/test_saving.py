"""What the desk does with a form, whatever the record."""

import pytest
from django.urls import reverse

from newsroom.publishing.models import LogEntry
from newsroom.terms.models import Term
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    client.force_login(factories.user("publisher", language="en"))
    return client


def test_every_save_is_in_the_log_with_who_and_what(publisher):
    publisher.post(reverse("admin:terms_term_add"), {"category": "office", "name_en": "Mayor"})

    log_entry = LogEntry.objects.get()

    assert (log_entry.verb, log_entry.by.username, log_entry.label, log_entry.record) == (
        "save",
        "publisher",
        "Mayor",
        Term.objects.get(),
    )


def test_over_long_text_comes_back_with_a_sentence_and_every_typed_word(publisher):
    answer = publisher.post(
        reverse("admin:terms_term_add"), {"category": "office", "name_en": "M" * 201, "note": "Typed with care"}
    )

    assert answer.status_code == 200
    assert "at most 200 characters" in answer.text
    assert "Typed with care" in answer.text
    assert not Term.objects.exists()
