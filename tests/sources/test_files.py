"""Files of sources: what is taken, what is refused, who finds them."""

import errno
import os
from urllib.parse import quote

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from newsroom.articles import deeds
from newsroom.articles.models import ArticleCitation
from newsroom.cooperation.models import EventCitation
from newsroom.people.models import Person, Tenure, TenureCitation
from newsroom.publishing import clock, release
from newsroom.sources.models import Source
from tests import factories
from tests.photos.storage import kept
from tests.sources import documents

pytestmark = pytest.mark.django_db
ADD = reverse("admin:sources_source_add")
WORDS = {"kind": "text", "title_en": "The agreement as signed"}


@pytest.fixture
def editor(db) -> Client:
    client = Client()
    client.force_login(factories.user("editor", language="en"))
    return client


def send(client, content: bytes, name: str = "text.pdf", address: str = ADD, **words):
    return client.post(address, WORDS | words | {"upload_en": SimpleUploadedFile(name, content)})


def page_of(source: Source) -> str:
    return reverse("admin:sources_source_change", args=[source.pk])


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def publish(version) -> None:
    deeds.approve(version, by=factories.user("publisher"))


# Sending


@pytest.mark.parametrize(
    ("name", "content"), {"text.pdf": documents.PDF, "text.DOCX": documents.DOCX, "text.ofd": documents.OFD}.items()
)
def test_a_document_is_taken(editor, name, content):
    assert send(editor, content, name).status_code == 302

    source = Source.objects.get()
    token, called = source.file_en.split("/")
    assert (len(token), called) == (22, name.lower())
    assert f"files/{source.file_en}" in kept()


def test_a_document_keeps_the_name_that_it_was_given_as_far_as_an_address_can(editor):
    send(editor, documents.PDF, "合作 协议 (final).pdf")

    assert Source.objects.get().file_en.endswith("/合作-协议-final.pdf")


def refusal_of(client, content: bytes, name: str) -> str:
    """Return the page on which the document is refused; nothing is kept and every typed word stands there."""
    before = kept()
    answer = send(client, content, name)
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["upload_en"]
    assert WORDS["title_en"] in answer.text
    assert not Source.objects.exists()
    assert kept() == before
    return answer.text


@pytest.mark.parametrize("name", documents.NO_DOCUMENTS)
def test_what_is_no_document_is_refused(editor, name):
    assert "document cannot be used here" in refusal_of(editor, documents.NO_DOCUMENTS[name], name)


@pytest.mark.parametrize("name", documents.BROKEN)
def test_what_is_not_complete_is_refused(editor, name):
    assert "damaged or not complete" in refusal_of(editor, documents.BROKEN[name], name)


def test_a_document_with_a_program_in_it_is_refused(editor):
    with_macros = documents.packed(*documents.PARTS_OF_DOCX, "word/vbaProject.bin")

    assert "macros" in refusal_of(editor, with_macros, "text.docx")


@pytest.mark.parametrize(
    ("name", "content"),
    [("text.docx", documents.PDF), ("text.pdf", documents.DOCX), ("text.docx", documents.OFD), ("text", documents.PDF)],
)
def test_a_name_that_says_something_else_is_refused(editor, name, content):
    assert "ending of the file" in refusal_of(editor, content, name)


def test_a_document_that_is_too_large_is_refused(editor):
    assert "larger than 20 MB" in refusal_of(editor, documents.PDF + bytes(20 * 1024 * 1024), "text.pdf")


def test_words_that_are_refused_leave_no_file_behind(editor):
    before = kept()

    assert "at most 300 characters" in send(editor, documents.PDF, title_en="L" * 301).text
    assert kept() == before


def test_a_full_disk_is_a_sentence(editor, settings, tmp_path, monkeypatch):
    def full(self, name, content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.STORAGES = settings.STORAGES | {"default": disk}
    monkeypatch.setattr(FileSystemStorage, "_save", full)

    answer = send(editor, documents.PDF)

    assert "no room for this file" in answer.text
    assert not Source.objects.exists()


def test_another_document_replaces_the_first(editor):
    send(editor, documents.PDF)
    source = Source.objects.get()

    send(editor, documents.OFD, "text.ofd", page_of(source))

    first, second = source.file_en, Source.objects.get().file_en
    assert f"files/{first}" not in kept()
    assert f"files/{second}" in kept()


def test_a_document_is_taken_away_again(editor):
    send(editor, documents.PDF)
    source = Source.objects.get()

    editor.post(page_of(source), WORDS | {"upload_en-clear": "on"})

    assert Source.objects.get().file_en == ""
    assert f"files/{source.file_en}" not in kept()


def test_saving_the_words_alone_keeps_the_document(editor):
    send(editor, documents.PDF)
    before = Source.objects.get().file_en

    editor.post(page_of(Source.objects.get()), WORDS | {"title_en": "Another title"})

    assert Source.objects.get().file_en == before
    assert f"files/{before}" in kept()


def test_a_source_that_is_deleted_takes_its_files_along(editor):
    source = factories.source(content=documents.PDF)

    editor.post(reverse("admin:sources_source_delete", args=[source.pk]), {"post": "yes"})

    assert not Source.objects.exists()
    assert f"files/{source.file_en}" not in kept()


def test_the_desk_hands_out_a_file_that_readers_do_not_find(editor, client):
    source = factories.source(content=b"not public")
    shown = reverse("admin:sources_source_file", args=[source.pk, "en"])

    answer = editor.get(shown)

    assert (body(answer), answer.headers["Cache-Control"]) == (b"not public", "private, no-store")
    assert shown in editor.get(page_of(source)).text
    assert client.get(shown).status_code == 302
    assert client.get(source.file_in("en")["address"]).status_code == 404


def test_the_file_of_a_source_that_readers_see_is_read_only(editor):
    source, event = factories.source(content=documents.PDF), factories.event()
    EventCitation.objects.create(event=event, source=source)
    release.release(event, by=factories.user("publisher"))

    page = editor.get(page_of(source))
    send(editor, documents.OFD, "text.ofd", page_of(source))

    assert 'type="file"' not in page.text
    assert reverse("admin:sources_source_file", args=[source.pk, "en"]) in page.text
    assert Source.objects.get().file_en == source.file_en


# Reading


def test_a_file_is_found_while_something_public_cites_its_source(client):
    source, article = factories.source(content=b"the text", name="协议.pdf"), factories.article()
    ArticleCitation.objects.create(article=article, source=source)
    address = source.file_in("en")["address"]
    version = factories.submitted(article)
    assert client.get(address).status_code == 404

    publish(version)
    answer = client.get(address)
    assert (answer.status_code, body(answer)) == (200, b"the text")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=utf-8''{quote('协议.pdf')}"
    assert answer.headers["Cache-Control"] == "public, no-cache"

    deeds.withdraw(version.edition, by=factories.user("publisher"), reason="An error.")
    assert client.get(address).status_code == 404


def test_a_file_that_is_hidden_answers_as_what_never_was(client):
    hidden = client.get(factories.source(content=b"a text").file_in("en")["address"])
    never = client.get("/files/nobody-of-this-name/text.pdf")

    assert (hidden.status_code, hidden.content) == (never.status_code, never.content) == (404, never.content)


def test_the_name_is_part_of_the_address(client):
    source, event = factories.source(content=b"a text"), factories.event()
    EventCitation.objects.create(event=event, source=source)
    release.release(event, by=factories.user("publisher"))
    address = source.file_in("en")["address"]

    assert client.get(address).status_code == 200
    assert client.get(address.replace("text.pdf", "other.pdf")).status_code == 404
    assert client.get(address.rpartition("/")[0] + "/").status_code == 404


def test_what_only_a_hidden_person_s_page_cites_is_not_found(client):
    person = factories.person()
    source, tenure = (
        factories.source(content=b"a text"),
        Tenure.objects.create(person=person, office=factories.office(), began="2018"),
    )
    TenureCitation.objects.create(tenure=tenure, source=source)
    release.release(factories.event(people=(person,)), by=factories.user("publisher"))
    address = source.file_in("en")["address"]
    assert client.get(address).status_code == 200

    Person.objects.filter(pk=person.pk).update(hidden_at=clock.moment())
    assert client.get(address).status_code == 404
