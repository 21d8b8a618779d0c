"""What holds a proposed address or lets it go, and what the desk says where another record has it."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages

from newsroom.articles import deeds
from newsroom.articles.models import Article, Version
from newsroom.cooperation.models import Event
from newsroom.languages import EN
from newsroom.people.models import Institution
from newsroom.places.deeds import merge_places
from newsroom.places.models import Place
from newsroom.publishing import clock
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.readdressing import follow_names, left_behind, readdress
from newsroom.publishing.release import release, retract
from tests import factories
from tests.desk.typing import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting() -> tuple[Article, Version]:
    """Return a story with a proposed address and its English words, which wait for their moment."""
    article = factories.article(year=2030, slug="two-cities-sign", slug_proposed=True)
    version = factories.submitted(article, EN, headline="Two cities sign")
    deeds.approve(version, by=factories.user("publisher"), at=clock.moment() + timedelta(days=1))
    return article, version


def slug(record) -> str:
    return type(record).objects.get(pk=record.pk).slug


def corrected(version: Version, headline: str) -> Version:
    """Begin a second version of the same edition, with another headline."""
    second = deeds.correct(version.edition, by=factories.user("editor"))
    return deeds.write(second, by=factories.user("editor"), headline=headline)


def test_an_event_that_waits_for_its_moment_keeps_its_slug_when_its_place_is_merged(desk):
    wrong, right = (factories.place(slug=name) for name in ("rivermout", "rivermouth"))
    event = desk.enter(Event, held="2020-05-04", kinds=["forum"], places=[wrong])
    release(event, by=factories.user("publisher"), at=clock.moment() + timedelta(days=1))

    merge_places(wrong, right, by=factories.user("publisher"))

    assert slug(event) == "2020-05-04-rivermout-forum"


def test_an_amendment_proposes_the_headline_of_the_last_words(waiting):
    article, version = waiting
    corrected(version, "Two ports sign")

    readdress(article, clock.moment(), amending=True)

    assert slug(article) == "two-ports-sign"


def test_an_amendment_does_not_propose_a_discarded_headline(waiting):
    article, version = waiting
    deeds.discard(corrected(version, "Two ports sign"), by=factories.user("editor"))

    readdress(article, clock.moment(), amending=True)

    assert slug(article) == "two-cities-sign"


def test_words_called_back_leave_the_slug_to_the_headline_in_work(waiting):
    article, version = waiting
    corrected(version, "Two ports sign")

    deeds.cancel(version, by=factories.user("publisher"))

    assert slug(article) == "two-ports-sign"


def test_the_slug_of_a_namesake_follows_the_slug_of_its_place(desk):
    place = desk.enter(Place, name_en="Rivermout", country="NZ")
    factories.institution("Port Office", slug="port-office")
    institution = desk.enter(Institution, name_en="Port Office", place=place)
    assert institution.slug == "port-office-rivermout"

    desk.change(place, name_en="Rivermouth")

    assert slug(institution) == "port-office-rivermouth"


def test_an_address_that_moves_is_named_beside_what_moved_before(waiting):
    article, version = waiting
    corrected(version, "Two ports sign")
    entry = LogEntry(verb=Verb.AMEND, record=article, at=clock.moment(), by=factories.user("publisher"))
    entry.moved = ("before",)

    follow_names(entry)

    assert [getattr(one, "new", one) for one in entry.moved] == ["before", "two-ports-sign"]


def test_the_log_calls_a_story_by_the_address_that_its_save_gave_it(client):
    client.force_login(factories.user("editor"))
    article = factories.article(year=2030, slug="two-cities-sign", slug_proposed=True)
    factories.draft(article, EN, headline="Two cities sign")

    send(client, f"/admin/articles/article/{article.pk}/change/", **{"en-headline": "Two ports sign"})

    logged = LogEntry.objects.on([article])
    assert [(entry.verb, entry.label) for entry in logged] == [(Verb.SAVE, "2030/two-ports-sign")]


def moved_to(desk, event: Event, held: str) -> str:
    """Type another day of an event; return what the desk says after saving."""
    answer = desk.send(Event, event, held=held)
    assert answer.status_code == 302
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


STAYS = "Another record has the address that is proposed, so these stay where they are: story: 2030/signed."


def test_the_page_of_an_event_names_the_story_that_cannot_follow_it(desk):
    event = factories.event(held="2030-12-31")
    factories.article(year=2031, slug="signed")
    factories.article(events=[event], year=2030, slug="signed", year_proposed=True)
    factories.article(events=[event], year=2030, slug="moves", year_proposed=True)

    assert STAYS in moved_to(desk, event, "2031-01-01")
    assert "stay where they are" not in moved_to(desk, event, "2032-01-01")


def test_the_page_of_a_story_names_it_where_it_cannot_follow_its_own_events(client):
    factories.article(year=2031, slug="signed")
    article = factories.article(events=[factories.event(held="2030-12-31")], year=2030, slug="signed")
    type(article).objects.filter(pk=article.pk).update(year_proposed=True)
    later = factories.event(held="2031-01-01")
    client.force_login(factories.user("editor"))

    answer = send(client, f"/admin/articles/article/{article.pk}/change/", events=[str(later.pk)])

    warned = [str(one) for one in get_messages(answer.wsgi_request) if one.level_tag == "warning"]
    assert len(warned) == 1 and "2030/signed" in warned[0]


def test_a_record_that_is_only_out_of_step_is_not_said_to_be_kept_by_another(desk):
    event = factories.event(held="2030-12-31")
    article = factories.article(events=[event], year=2031, slug="signed", year_proposed=True)

    assert left_behind(event, clock.moment()) == []
    assert article.year == 2031


def test_the_page_of_an_event_does_not_name_a_story_that_readers_could_see(desk):
    event = factories.event(held="2030-12-31")
    article = factories.article(events=[event], year=2030, slug="signed", year_proposed=True)
    deeds.approve(factories.submitted(article, EN), by=factories.user("publisher"))
    deeds.withdraw(article.editions.get(), by=factories.user("publisher"), reason="Not so.")
    event.refresh_from_db()
    retract(event, by=factories.user("publisher"), reason="Not so.")
    factories.article(year=2031, slug="signed")

    assert "stay where they are" not in moved_to(desk, event, "2031-01-01")


def test_an_amendment_that_only_waits_names_nothing_that_could_not_follow(desk):
    event = factories.event(held="2019-12-31")
    factories.article(year=2020, slug="signed")
    factories.article(events=[event], year=2019, slug="signed", year_proposed=True)
    release(event, by=factories.user("publisher"))

    answer = desk.post(f"/admin/cooperation/event/{event.pk}/amend/", held="2020-01-01")

    assert answer.status_code == 302
    assert "stay where they are" not in " ".join(str(one) for one in get_messages(answer.wsgi_request))
