"""The corrections page tells what was changed in words and in records that can be read."""

import pytest

from newsroom.articles import deeds
from newsroom.cooperation.models import Event
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import amend, propose
from newsroom.publishing.release import take_off
from tests import factories

pytestmark = pytest.mark.django_db


def amended(record, note_en: str = "", minor: bool = False, **facts) -> None:
    def change():
        type(record).objects.filter(pk=record.pk).update(**facts)

    note = {"note_en": note_en, "minor": minor}
    amend(propose(record, change, by=factories.user("editor")), by=factories.user("publisher"), **note)


@pytest.fixture
def event():
    made = factories.event(factories.pair(), name_en="Talks at the port")
    factories.published(factories.article(events=[made]))
    return Event.objects.get(pk=made.pk)


def test_an_amended_record_stands_among_the_corrections_with_its_note(client, event):
    amended(event, "The town hall was named wrongly.", venue_en="Harbour house")
    for language in ("en", "zh"):
        page = client.get(f"/{language}/corrections/").text
        assert "The town hall was named wrongly." in page
        assert f'href="/{language}/events/{event.slug}/"' in page
        assert "Talks at the port" in page


def test_a_minor_amendment_is_not_told(client, event):
    amended(event, "", minor=True, venue_en="Harbour house")
    assert f"/events/{event.slug}/" not in client.get("/en/corrections/").text


def test_the_note_of_a_record_that_was_taken_off_is_not_told(client, event):
    amended(event, "The town hall was named wrongly.", venue_en="Harbour house")
    event.refresh_from_db()
    event.articles.clear()
    take_off(event, clock.moment())
    assert "The town hall" not in client.get("/en/corrections/").text


def test_words_and_records_stand_in_one_order(client, event):
    amended(event, "First note.", venue_en="Harbour house")
    editor, edition = factories.user("editor"), event.articles.get().editions.get()
    version = deeds.correct(edition, by=editor)
    deeds.write(version, by=editor, body="<p>Better.</p>", change_note="Second note.")
    deeds.submit(version, by=editor)
    deeds.approve(version, by=factories.user("publisher"))
    page = client.get("/en/corrections/").text
    assert page.index("Second note.") < page.index("First note.")


def test_the_page_costs_the_same_for_one_amendment_and_for_many(client, event, django_assert_max_num_queries):
    for number in range(6):
        amended(event, f"Note {number}.", venue_en=f"House {number}")
    with django_assert_max_num_queries(12):
        assert "Note 5." in client.get("/en/corrections/").text
