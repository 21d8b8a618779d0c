"""What has been approved for readers changes only by approval: proposed, shown as old and new, approved by another."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.articles import deeds
from newsroom.articles.models import Article
from newsroom.cooperation.models import Agreement, Appearance, Event
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Person, Tenure
from newsroom.publishing import clock
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend, decline, propose, waiting_for
from newsroom.publishing.models import Amendment, LogEntry
from newsroom.publishing.refused import Refused
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(at):
    made = factories.event(factories.pair(), people=(factories.person("First"), factories.person("Second")))
    factories.published(factories.article(events=[made]))
    return Event.objects.get(pk=made.pk)


def renaming(record, **facts):
    """Return the change that a form would make of the record's own columns."""

    def change():
        current = type(record).objects.get(pk=record.pk)
        for name, fact in facts.items():
            setattr(current, name, fact)
        current.save()

    return change


def test_a_proposal_changes_nothing_until_a_second_person_approves_it(event):
    editor, publisher = factories.user("editor"), factories.user("publisher")
    amendment = propose(event, renaming(event, name_en="Talks", held="2019-08-19"), by=editor)
    event.refresh_from_db()
    assert (event.name_en, str(event.held)) == ("", "2019-08-18")
    amend(amendment, by=publisher, note_en="The talks were a day later.")
    event.refresh_from_db()
    assert (event.name_en, str(event.held), str(event.held_earliest)) == ("Talks", "2019-08-19", "2019-08-19")
    assert Amendment.objects.get().public_note_en == "The talks were a day later."


def test_rows_are_changed_added_and_removed_with_their_record(event):
    first, second = event.appearances.order_by("pk")
    office = factories.office()

    def change():
        Appearance.objects.filter(pk=first.pk).update(printed_en="Mayor of Port")
        first.offices.add(office)
        second.delete()
        Appearance.objects.create(event=event, printed_en="A clerk", side="guest", parts=["spoke"])

    amendment = propose(event, change, by=factories.user("editor"))
    assert event.appearances.count() == 2
    amend(amendment, by=factories.user("publisher"), minor=True)
    assert sorted(event.appearances.values_list("printed_en", flat=True)) == ["A clerk", "Mayor of Port"]
    assert event.appearances.get(pk=first.pk).offices.get() == office


def test_who_proposed_it_cannot_approve_it(event):
    publisher = factories.user("publisher")
    amendment = propose(event, renaming(event, name_en="Talks"), by=publisher)
    with pytest.raises(Refused):
        amend(amendment, by=publisher, minor=True)
    event.refresh_from_db()
    assert event.name_en == ""


def test_an_amendment_has_a_note_for_readers_or_is_minor(event):
    amendment = propose(event, renaming(event, name_en="Talks"), by=factories.user("editor"))
    with pytest.raises(Refused):
        amend(amendment, by=factories.user("publisher"))


def test_one_amendment_of_a_record_waits_at_a_time(event):
    editor = factories.user("editor")
    propose(event, renaming(event, name_en="Talks"), by=editor)
    with pytest.raises(Refused):
        propose(event, renaming(event, name_en="Other talks"), by=editor)


def test_a_proposal_that_changes_nothing_is_refused(event):
    with pytest.raises(Refused):
        propose(event, renaming(event, name_en=event.name_en), by=factories.user("editor"))


def test_a_proposal_is_refused_when_the_record_changed_meanwhile(event):
    amendment = propose(event, renaming(event, name_en="Talks"), by=factories.user("editor"))
    renaming(event, venue_en="Town hall")()
    with pytest.raises(Refused):
        amend(amendment, by=factories.user("publisher"), minor=True)


def test_a_proposal_of_before_a_column_came_to_the_house_is_still_approved(event):
    amendment = propose(event, renaming(event, name_en="Talks"), by=factories.user("editor"))
    for snapshot in (amendment.before, amendment.after):
        del snapshot["fields"]["mode"]
        for row in snapshot["rows"]["appearances"]:
            del row["fields"]["parts"]
    amendment.save()
    amend(amendment, by=factories.user("publisher"), minor=True)
    event.refresh_from_db()
    assert event.name_en == "Talks"


def test_a_proposal_is_refused_when_a_row_was_changed_or_came_meanwhile(event):
    first = event.appearances.order_by("pk").first()
    amendment = propose(event, renaming(event, name_en="Talks"), by=factories.user("editor"))
    renaming(first, printed_en="Mayor")()
    with pytest.raises(Refused):
        amend(amendment, by=factories.user("publisher"), minor=True)
    renaming(first, printed_en="")()
    event.appearances.create(printed_en="A clerk", side="guest", parts=["spoke"])
    with pytest.raises(Refused):
        amend(amendment, by=factories.user("publisher"), minor=True)


def test_a_declined_proposal_is_kept_with_its_reason_and_another_can_be_made(event):
    amendment = propose(event, renaming(event, name_en="Talks"), by=factories.user("editor"))
    decline(amendment, by=factories.user("publisher"), reason="The page says otherwise.")
    assert waiting_for(event) is None
    assert LogEntry.objects.get(verb="decline").note == "The page says otherwise."
    propose(event, renaming(event, name_en="Talks"), by=factories.user("editor"))


def test_a_proposal_that_the_record_s_rules_refuse_is_not_written(event):
    person = factories.person("Third", surname_en="Third")
    factories.published(factories.article(events=[factories.event(people=(person,))]))
    amendment = propose(person, renaming(person, surname_en="Elsewhere"), by=factories.user("editor"))
    with pytest.raises(Refused):
        amend(amendment, by=factories.user("publisher"), minor=True)
    assert Amendment.objects.get(pk=amendment.pk).state == "waiting"


def test_terms_of_office_are_amended_with_the_person_and_their_sources(event):
    person = event.appearances.first().person
    office, page = factories.office(), factories.source()

    def change():
        tenure = Tenure.objects.create(person=person, office=office, began="2018")
        tenure.citations.create(source=page)

    amend(propose(person, change, by=factories.user("editor")), by=factories.user("publisher"), minor=True)
    assert Person.objects.get(pk=person.pk).tenures.get().citations.get().source == page


def test_a_new_link_of_a_public_story_releases_its_record_with_the_approval(event, at):
    article = Article.objects.get()
    agreement = factories.agreement(factories.place(), event=event)
    amendment = propose(article, lambda: article.agreements.add(agreement), by=factories.user("editor"))
    assert not Agreement.objects.approved(at.now).exists()
    amend(amendment, by=factories.user("publisher"), minor=True)
    assert Agreement.objects.public(at.now).get() == agreement


def test_a_record_that_a_story_no_longer_reports_stays_by_its_own_release(event, at):
    article = Article.objects.get()
    amendment = propose(article, lambda: article.events.remove(event), by=factories.user("editor"))
    amend(amendment, by=factories.user("publisher"), minor=True)
    event.refresh_from_db()
    assert event.is_public(at.now)
    assert event.release_at == event.public_from


def test_the_differences_name_the_row_and_the_column(event):
    first = event.appearances.order_by("pk").first()
    change = renaming(first, printed_en="Mayor")
    amendment = propose(event, change, by=factories.user("editor"))
    found = snapshots.differences(amendment.before, amendment.after, Event)
    assert [(where, field.name, old, new) for where, field, old, new in found] == [
        ((("appearances", 1),), "printed_en", "", "Mayor")
    ]


def test_what_is_taken_and_written_back_is_the_same():
    event = factories.event(factories.pair(), people=(factories.person(),), kinds=["forum", "meeting"])
    before = snapshots.take(event)
    snapshots.write(event, before, clock.moment())
    assert snapshots.take(Event.objects.get(pk=event.pk)) == before


def test_many_records_are_taken_as_each_of_them_and_ask_no_more(django_assert_num_queries):
    events = [factories.event(factories.pair(), people=(factories.person(),), kinds=["forum"]) for _ in range(3)]
    mixed = [events[0], factories.agreement(factories.place()), *events[1:]]
    with CaptureQueriesContext(connection) as one:
        snapshots.take(events[0])
    with django_assert_num_queries(len(one)):
        taken = snapshots.take_all(events)

    assert taken == [snapshots.take(event) for event in events]
    assert snapshots.take_all(mixed) == [snapshots.take(record) for record in mixed]


def test_every_record_that_readers_can_see_can_be_amended(at):
    from django.apps import apps

    house = {model for model in apps.get_models() if model.__module__.startswith("newsroom.")}
    locked = {model for model in house if hasattr(model, "is_approved")} - {apps.get_model("articles", "version")}
    assert locked <= snapshots.tracked()
    assert ContentType.objects.get_for_models(*locked)


def test_new_words_and_the_new_links_they_report_are_approved_together(event, at):
    article, agreement = Article.objects.get(), factories.agreement(factories.place())
    editor, publisher = factories.user("editor"), factories.user("publisher")
    propose(article, lambda: article.agreements.add(agreement), by=editor)
    version = deeds.correct(article.editions.get(), by=editor)
    deeds.write(version, by=editor, body="<p>They signed.</p>", change_note="The agreement was missing.")
    deeds.submit(version, by=editor)
    with pytest.raises(Refused):
        deeds.approve(version, by=publisher, at=at.ahead(hours=1), links=True)
    assert not Agreement.objects.approved(at.now).exists()
    deeds.approve(version, by=publisher, links=True)
    assert Agreement.objects.public(at.now).get() == agreement
    assert article.editions.get().versions.public(at.now).get() == version


def test_links_are_not_approved_with_words_that_are_refused(event, at):
    article, agreement = Article.objects.get(), factories.agreement(factories.place())
    propose(article, lambda: article.agreements.add(agreement), by=factories.user("editor"))
    version = deeds.correct(article.editions.get(), by=factories.user("editor"))
    with pytest.raises(Refused):
        deeds.approve(version, by=factories.user("publisher"), links=True)
    assert not article.agreements.exists()


def test_a_photo_that_a_story_no_longer_shows_leaves_the_site(event, at):
    article, photo = Article.objects.get(), factories.photo(alt_en="Two people", alt_zh="两人")
    editor, publisher = factories.user("editor"), factories.user("publisher")
    amend(propose(article, lambda: article.shown.create(photo=photo), by=editor), by=publisher, minor=True)
    photo.refresh_from_db()
    assert photo.is_public(at.now)
    amend(propose(article, lambda: article.shown.all().delete(), by=editor), by=publisher, minor=True)
    photo.refresh_from_db()
    assert not photo.is_public(at.now)


def test_the_first_of_two_approvals_leaves_the_links_waiting_with_the_words(event, at):
    SiteSettings.objects.update_or_create(pk=1, defaults={"approvals": 2})
    article, agreement = Article.objects.get(), factories.agreement(factories.place())
    propose(article, lambda: article.agreements.add(agreement), by=factories.user("editor"))
    version = deeds.correct(article.editions.get(), by=factories.user("editor"))
    deeds.write(version, by=factories.user("editor"), body="<p>They signed.</p>", minor=True)
    deeds.submit(version, by=factories.user("editor"))
    assert deeds.approve(version, by=factories.user("publisher", "first"), links=True) == []
    assert not article.agreements.exists()
    deeds.approve(version, by=factories.user("publisher", "second"), links=True)
    assert article.agreements.get() == agreement
