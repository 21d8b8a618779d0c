"""Links for somebody outside are made, seen and closed on the story's page."""

import pytest
from django.urls import reverse

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.models import PreviewLink, Version
from tests import factories
from tests.pressing import press

pytestmark = pytest.mark.django_db


def deed_page(name: str, version) -> str:
    return reverse("admin:articles_deed", args=[name, version.pk])


def story(version) -> str:
    return reverse("admin:articles_article_change", args=[version.edition.article_id])


def test_a_publisher_makes_a_link_that_stands_beside_the_version_until_it_is_closed(publisher, client):
    version = factories.draft()

    press(publisher, deed_page("open-preview", version), {"days": "7"})
    link = PreviewLink.objects.get()
    address = f"/preview/{link.token}/"
    assert f"http://testserver{address}" in publisher.get(story(version)).text
    assert client.get(address).status_code == 200

    press(publisher, deed_page("close-previews", version), {"links": [link.pk]})
    assert link.token not in publisher.get(story(version)).text
    assert client.get(address).status_code == 404


def test_closing_asks_which_and_takes_no_link_of_another_version(publisher):
    version, other = factories.draft(), factories.draft()
    for one in (version, other):
        press(publisher, deed_page("open-preview", one), {"days": "1"})
    foreign = other.previews.get()

    answer = press(publisher, deed_page("close-previews", version), {"links": [foreign.pk]})

    assert answer.status_code == 200 and other.previews.get().revoked_at is None
    assert "open until" in answer.text


def test_an_editor_is_offered_no_link_and_gets_none(editor):
    version = factories.draft()

    assert deed_page("open-preview", version) not in editor.get(story(version)).text
    assert "Your account may not do this" in press(editor, deed_page("open-preview", version), {"days": "1"}).text
    assert not PreviewLink.objects.exists()


def test_how_long_is_one_of_the_choices(publisher):
    version = factories.draft()

    assert press(publisher, deed_page("open-preview", version), {"days": "3650"}).status_code == 200
    assert not PreviewLink.objects.exists()


def test_readers_words_need_no_preview(publisher):
    version = factories.published()

    assert deed_page("open-preview", version) not in publisher.get(story(version)).text


def opened(version, days: int = 3) -> str:
    """Return the address of a new link to the version."""
    return f"/preview/{deeds.open_preview(version, by=factories.user('publisher'), days=days).token}/"


def test_a_link_shows_the_words_as_they_were_when_it_was_made(client):
    version = factories.draft(headline="As it was sent", body="<p>Words that were sent.</p>")
    address = opened(version)
    deeds.write(version, by=factories.user("editor"), headline="Later", body="<p>Later words.</p>")

    shown = client.get(address).text

    assert "As it was sent" in shown and "Words that were sent." in shown and "Later" not in shown
    assert Version.objects.get(pk=version.pk).headline == "Later"


def test_a_link_ends_when_its_words_are_put_away(client):
    version = factories.draft()
    address = opened(version)
    deeds.discard(version, by=factories.user("editor"))

    assert client.get(address).status_code == 404


def test_a_link_ends_with_the_account_of_who_made_it(client):
    address = opened(factories.draft())
    User.objects.filter(username="publisher").update(is_active=False)

    assert client.get(address).status_code == 404


def test_a_link_to_a_correction_ends_when_the_edition_is_withdrawn(client):
    public = factories.published()
    address = opened(deeds.correct(public.edition, by=factories.user("editor")))
    assert client.get(address).status_code == 200

    deeds.withdraw(public.edition, by=factories.user("publisher"), reason="It is postponed.")

    assert client.get(address).status_code == 404
