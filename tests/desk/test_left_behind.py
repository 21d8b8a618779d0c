"""The page of a deed names every record that goes out with it, and what stays behind and why."""

import pytest
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.models import Version
from newsroom.cooperation.models import Event, FollowUp
from newsroom.languages import EN
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import propose
from newsroom.publishing.release import release
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def signing():
    """Return an event, an agreement signed at it with a follow-up, and a submitted story that reports the event."""
    event = factories.event(factories.pair(), name_en="Harbour talks")
    agreement = factories.agreement(event=event, title_en="Harbour Accord")
    FollowUp.objects.create(agreement=agreement, words_en="A ferry sails.")
    article = factories.article(events=[event], by=factories.user("editor"))
    version = factories.draft(article, EN, by=factories.user("editor"))
    deeds.submit(version, by=factories.user("editor"))
    return event, agreement, version


@pytest.fixture
def forecast(client):
    """Return the function that reads a deed's page: the lines of what becomes public, and of what stays behind."""
    client.force_login(factories.user("publisher", language=EN))

    def read(name: str, *words) -> tuple[list[str], list[str]]:
        shown = client.get(reverse(f"admin:{name}", args=words)).context["forecast"]
        return list(shown.records), list(shown.left)

    return read


APPROVE = ("articles_deed", "approve")


def test_the_page_that_approves_names_what_hangs_below_the_events_at_all_depths(signing, forecast):
    _event, _agreement, version = signing
    factories.agreement(title_en="Another accord")

    assert forecast(*APPROVE, version.pk) == (
        ["Event: Harbour talks", "Agreement: Harbour Accord", "Follow-up: A ferry sails."],
        [],
    )


def test_what_readers_see_already_is_not_named(signing, forecast):
    _event, agreement, version = signing
    release(agreement, by=factories.user("publisher"))

    assert forecast(*APPROVE, version.pk) == (["Event: Harbour talks"], [])


def test_a_stop_without_a_day_stays_behind_with_what_hangs_below_it_and_why(signing, forecast):
    event, _agreement, version = signing
    factories.stop(factories.delegation(), event)
    Event.objects.filter(pk=event.pk).update(state="announced", held="", held_earliest=None, held_latest=None)

    assert forecast(*APPROVE, version.pk) == (
        [],
        [
            "Event: Harbour talks (a stop ahead, on a day that is not known)",
            "Agreement: Harbour Accord (it belongs to Event: Harbour talks, a stop ahead)",
            "Follow-up: A ferry sails. (it belongs to Event: Harbour talks, a stop ahead)",
        ],
    )


def test_a_stop_ahead_is_named_with_the_moment_from_which_it_is_seen(signing, forecast):
    event, _agreement, version = signing
    factories.stop(factories.delegation(), event)
    event.held = "2099-05-04"
    event.save()

    goes, stays = forecast(*APPROVE, version.pk)

    assert goes == ["Event: Harbour talks (a stop ahead: from 2099-05-04 00:00 Beijing time)"]
    assert len(stays) == 2


def test_the_page_and_the_deed_are_of_one_list(signing, forecast):
    _event, agreement, version = signing
    named, _stays = forecast(*APPROVE, version.pk)

    deeds.approve(Version.objects.get(pk=version.pk), by=factories.user("publisher"))

    public = [*Event.objects.public(clock.moment()), *type(agreement).objects.public(clock.moment())]
    assert len(named) == len(public) + FollowUp.objects.public(clock.moment()).count()


def test_the_page_of_a_release_and_that_of_taking_off_name_what_goes_along(signing, forecast):
    _event, agreement, _version = signing

    assert forecast("cooperation_agreement_release", agreement.pk) == (["Follow-up: A ferry sails."], [])

    release(agreement, by=factories.user("publisher"))

    assert forecast("cooperation_agreement_retract", agreement.pk) == (["Follow-up: A ferry sails."], [])


def test_what_was_entered_later_at_a_public_event_waits_on_the_first_page(signing, client):
    event, _agreement, version = signing
    deeds.approve(version, by=factories.user("publisher"))
    later = factories.agreement(event=event, title_en="Later accord")
    client.force_login(factories.user("publisher", "reading in English", language=EN))

    def waiting() -> list:
        lists = client.get(reverse("admin:index")).context["waiting"]
        return [(row.words, row.address) for one in lists if "Waiting for release" in one.title for row in one.rows]

    assert waiting() == [("Later accord", reverse("admin:cooperation_agreement_release", args=[later.pk]))]

    release(later, by=factories.user("publisher"))
    assert waiting() == []


def test_who_may_not_release_is_not_asked_to(signing, client):
    event, _agreement, version = signing
    deeds.approve(version, by=factories.user("publisher"))
    factories.agreement(event=event, title_en="Later accord")
    client.force_login(factories.user("editor"))

    assert "Later accord" not in client.get(reverse("admin:index")).text


def test_the_page_names_what_a_waiting_change_of_the_links_would_let_out_too(signing, forecast):
    _event, _agreement, version = signing
    deeds.approve(version, by=factories.user("publisher"))
    article, added = version.edition.article, factories.agreement(title_en="Added accord")
    propose(article, lambda: article.agreements.add(added), by=factories.user("editor"))
    draft = deeds.correct(version.edition, by=factories.user("editor"))

    assert forecast("articles_deed", "approve-alone", draft.pk) == (["Agreement: Added accord"], [])
