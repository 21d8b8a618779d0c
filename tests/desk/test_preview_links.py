"""Links for somebody outside are made, seen and closed on the story's page."""

from django.urls import reverse

from newsroom.articles.models import PreviewLink
from tests import factories
from tests.pressing import press


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
