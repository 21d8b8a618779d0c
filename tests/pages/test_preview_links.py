"""Somebody outside reads one version by its link, and nobody reads anything by a link that has ended."""

from datetime import timedelta

import pytest
from django.test import Client

from newsroom.articles import deeds
from newsroom.articles.models import ArticlePhoto, Version
from newsroom.languages import EN, ZH
from newsroom.people.deeds import hide
from newsroom.publishing import clock
from newsroom.publishing.models import LogEntry
from newsroom.publishing.refused import Refused
from tests import factories

pytestmark = pytest.mark.django_db
NEVER = "/preview/of-this-name-there-never-was-one/"


@pytest.fixture
def version(db) -> Version:
    story = factories.article(events=[factories.event(venue_en="The old town hall")])
    return factories.draft(story, headline="Two cities sign", body="<p>It was a fine day.</p>")


@pytest.fixture
def link(version):
    return deeds.open_preview(version, by=factories.user("publisher"), days=3)


def address(link) -> str:
    return f"/preview/{link.token}/"


def answers_as_what_never_was(client, path: str) -> bool:
    answer, known = client.get(path), client.get(NEVER)
    return (answer.status_code, answer.content) == (404, known.content)


def test_the_page_is_the_public_page_of_that_version(client, link, version):
    page = client.get(address(link))
    deeds.submit(version, by=version.changed_by)
    deeds.approve(version, by=factories.user("publisher"))
    public = client.get(version.edition.article.address_in(EN))

    assert page.status_code == 200 and "The old town hall" in page.text
    assert page.text.count("<h1>Two cities sign</h1>") == 1
    same = [line for line in page.text.splitlines() if line in public.text.splitlines()]
    assert len(same) > 0.95 * len(page.text.splitlines())  # all but the moments of publication


def test_nobody_keeps_it_nobody_indexes_it_and_it_says_nothing_of_itself_elsewhere(client, link):
    headers = client.get(address(link)).headers

    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Robots-Tag"] == "noindex"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers and "Cookie" not in headers.get("Vary", "")
    assert "Disallow: /preview/" in client.get("/robots.txt").text


def test_it_is_the_same_for_a_stranger_and_for_who_is_signed_in(client, link, monkeypatch):
    now = clock.moment()
    monkeypatch.setattr(clock, "moment", lambda: now)
    signed_in = Client()
    signed_in.force_login(factories.user("editor"))

    assert signed_in.get(address(link)).content == client.get(address(link)).content


def test_it_speaks_the_language_of_its_edition(client):
    chinese = factories.draft(language=ZH, headline="两市签约")
    page = client.get(address(deeds.open_preview(chinese, by=factories.user("publisher"), days=1)))

    assert '<html lang="zh-Hans"' in page.text and page.headers["Content-Language"] == "zh-Hans"


def test_nothing_of_it_stays(client, link, version):
    log_entries = LogEntry.objects.count()
    client.get(address(link))

    assert Version.objects.get().state == "draft" and LogEntry.objects.count() == log_entries
    assert client.get(version.edition.article.address_in(EN)).status_code == 404


def test_it_shows_the_words_as_they_were_when_it_was_made_and_no_other_version(client, link, version):
    shown = version.headline
    deeds.write(version, by=version.changed_by, headline="Two cities sign again")

    page = client.get(address(link)).text
    assert shown in page and "Two cities sign again" not in page


def test_a_link_that_has_ended_answers_as_one_that_never_was(client, link, monkeypatch):
    later = clock.moment() + timedelta(days=3)
    monkeypatch.setattr(clock, "moment", lambda: later)

    assert answers_as_what_never_was(client, address(link))


def test_a_link_that_was_closed_answers_as_one_that_never_was(client, link, version):
    deeds.close_previews(version, [link], by=factories.user("publisher"))

    assert answers_as_what_never_was(client, address(link))
    assert [log_entry.verb for log_entry in LogEntry.objects.order_by("pk")] == ["preview", "revoke"]
    assert link.token not in "".join(log_entry.note + log_entry.label for log_entry in LogEntry.objects.all())


def test_a_link_dies_when_its_version_becomes_public_and_does_not_rise_again(client, link, version):
    deeds.submit(version, by=version.changed_by)
    deeds.approve(version, by=factories.user("publisher"))
    assert answers_as_what_never_was(client, address(link))

    deeds.withdraw(version.edition, by=factories.user("publisher"), reason="The visit was called off.")
    assert answers_as_what_never_was(client, address(link))


def test_a_link_opens_while_its_version_waits(client, link, version):
    deeds.submit(version, by=version.changed_by)
    deeds.approve(version, by=factories.user("publisher"), at=clock.moment() + timedelta(days=1))

    assert client.get(address(link)).status_code == 200


def test_the_photos_of_the_page_are_seen_with_it_and_not_without(client, link, version):
    article = version.edition.article
    shown, hidden = factories.photo(b"seen"), factories.photo(b"not seen")
    for order, photo in enumerate((shown, hidden)):
        ArticlePhoto.objects.create(article=article, photo=photo, order=order)
    somebody = factories.person()
    factories.pictured(somebody, photo=hidden)
    hide(somebody, by=factories.user("publisher"), reason="A private person.")
    name = f"photos/{shown.token}/{shown.widths[0]}.webp"

    assert f"{address(link)}{name}" in client.get(address(link)).text
    answer = client.get(address(link) + name)
    assert b"".join(answer.streaming_content) == b"seen" and answer.headers["Cache-Control"] == "private, no-store"
    assert client.get(f"{address(link)}photos/{hidden.token}/{hidden.widths[0]}.webp").status_code == 404
    assert client.get(f"/{name}").status_code == 404
    deeds.close_previews(version, [link], by=factories.user("publisher"))
    assert answers_as_what_never_was(client, address(link) + name)


def test_only_a_publisher_opens_a_preview_and_only_of_words_that_nobody_has_read(version):
    with pytest.raises(Refused):
        deeds.open_preview(version, by=factories.user("editor"), days=1)
    with pytest.raises(Refused):
        deeds.open_preview(factories.published(), by=factories.user("publisher"), days=1)
