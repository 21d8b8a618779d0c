"""A photo is entered in the desk; whatever goes wrong is a sentence at the field, and nothing stays behind."""

import errno
import os

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import IntegrityError
from django.urls import reverse
from django.utils import translation

from newsroom.photos.intake import Unfit
from newsroom.photos.models import Photo
from newsroom.publishing import clock, release
from newsroom.publishing.models import LogEntry
from tests import factories
from tests.photos import sent
from tests.photos.storage import kept

pytestmark = pytest.mark.django_db
ADD = reverse("admin:photos_photo_add")
NOBODY = {"pictured-TOTAL_FORMS": 0, "pictured-INITIAL_FORMS": 0}
MIDDLE = {"focus_x": 50, "focus_y": 50}
WORDS = {"alt_en": "Two people shake hands", "caption_en": "After the talks", "credit_zh": "王摄"}


MEGABYTE = 1024 * 1024


def page_of(photo: Photo) -> str:
    return reverse("admin:photos_photo_change", args=[photo.pk])


def send(client, content: bytes | None, name: str = "photo.jpg", **words):
    files = {} if content is None else {"upload": sent.upload(content, name)}
    return client.post(ADD, MIDDLE | NOBODY | WORDS | words | files)


def refused(answer, sentence: str) -> bool:
    """Return whether the form came back with the sentence at its field, and with every typed word."""
    form = answer.context["adminform"].form
    with translation.override("en"):
        at_the_field = [sentence in error for error in form.errors.get("upload", [])]
    return answer.status_code == 200 and any(at_the_field) and all(word in answer.text for word in WORDS.values())


def test_a_photo_is_entered_with_its_words(editor):
    answer = send(editor, sent.picture(size=(700, 500)))

    photo = Photo.objects.get()
    assert answer.status_code == 302
    assert (photo.width, photo.height, photo.alt_en, photo.credit_zh) == (700, 500, "Two people shake hands", "王摄")
    assert "480.webp" in kept(photo)
    assert LogEntry.objects.get().record == photo


def test_the_words_are_changed_and_the_picture_stays(editor):
    photo = factories.photo()
    before = photo.token

    editor.post(page_of(photo), MIDDLE | NOBODY | WORDS | {"upload": sent.upload(sent.picture())})

    photo.refresh_from_db()
    assert (photo.caption_en, photo.token) == ("After the talks", before)
    assert "After the talks" in editor.get(page_of(photo)).text


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo.jpg", None, "required"),
        ("photo.jpg", b"", "empty"),
        ("photo.jpg", b"<html>", "picture cannot be used here"),
        ("photo.jpg", sent.picture()[:-20], "damaged or not complete"),
        ("photo.png", sent.picture(), "this is a JPEG file"),
        ("photo.png", sent.png_of(9_000, 9_000), "50 million pixels"),
        ("photo.jpg", bytes(33 * MEGABYTE), "larger than 30 MB"),
    ],
)
def test_what_is_wrong_with_the_file_stands_at_its_field(editor, name, content, sentence):
    before = kept()

    answer = send(editor, content, name)

    assert refused(answer, sentence)
    assert not Photo.objects.exists()
    assert kept() == before


def test_words_that_are_refused_leave_no_picture_behind(editor):
    before = kept()

    answer = send(editor, sent.picture(), caption_en="L" * 501)

    assert "at most 500 characters" in answer.text
    assert not Photo.objects.exists()
    assert kept() == before


def test_a_save_that_the_database_undoes_leaves_no_picture_behind(editor, monkeypatch):
    before = kept()

    def contradict(*_args):
        raise IntegrityError

    monkeypatch.setattr("newsroom.photos.admin.PhotoAdmin.log_addition", contradict)
    answer = send(editor, sent.picture())

    assert "contradicts another record" in answer.text
    assert not Photo.objects.exists()
    assert kept() == before


def no_room(*_args, **_kwargs):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_a_sentence_and_leaves_nothing(editor, on_disk, monkeypatch):
    whole, calls = FileSystemStorage._save, []

    def full_at_the_third(self, name, content):
        calls.append(name)
        saved = whole(self, name, content)
        return no_room() if len(calls) == 3 else saved

    monkeypatch.setattr(FileSystemStorage, "_save", full_at_the_third)
    answer = send(editor, sent.picture())

    assert refused(answer, "no room for this file")
    assert not Photo.objects.exists()
    assert [path for path in on_disk.rglob("*") if path.is_file()] == []


def test_a_data_folder_that_may_not_be_written_is_a_sentence(editor, on_disk):
    on_disk.write_text("This is no folder.")

    assert refused(send(editor, sent.picture()), "no room for this file")


def test_no_room_for_what_is_being_sent_is_a_sentence(editor, monkeypatch):
    monkeypatch.setattr("tempfile.NamedTemporaryFile", no_room)
    monkeypatch.setattr("django.core.files.uploadedfile.TemporaryUploadedFile.__init__", no_room)

    assert refused(send(editor, bytes(3 * MEGABYTE)), "no room for this file")


def test_of_a_file_that_is_far_too_large_little_is_kept_while_it_is_sent(editor, monkeypatch):
    seen = {}

    def look(upload):
        seen.update(said=upload.size, kept=os.path.getsize(upload.temporary_file_path()))
        raise Unfit("It was seen.")

    monkeypatch.setattr("newsroom.forms.uploads.MOST", 4 * MEGABYTE)
    monkeypatch.setattr("newsroom.photos.admin.taken_in", look)
    send(editor, bytes(9 * MEGABYTE))

    assert seen["said"] == 9 * MEGABYTE
    assert 4 * MEGABYTE <= seen["kept"] < 5 * MEGABYTE


def test_who_may_not_enter_photos_makes_the_darkroom_do_nothing(monkeypatch, client):
    client.force_login(factories.user("auditor", language="en"))
    monkeypatch.setattr("newsroom.photos.admin.taken_in", lambda upload: pytest.fail("it was developed"))

    assert send(client, sent.picture()).status_code == 403


def test_a_photo_that_readers_see_is_read_only(editor):
    photo = factories.photo()
    release.release(photo, by=factories.user("publisher"))

    assert "approved for readers" in editor.get(page_of(photo)).text
    editor.post(page_of(photo), MIDDLE | NOBODY | WORDS)
    photo.refresh_from_db()
    assert photo.caption_en != "After the talks"


def test_a_photo_that_is_deleted_takes_its_files_along(editor, django_capture_on_commit_callbacks):
    photo = factories.photo()
    before = kept()

    with django_capture_on_commit_callbacks(execute=True):
        editor.post(reverse("admin:photos_photo_delete", args=[photo.pk]), {"post": "yes"})

    assert not Photo.objects.exists()
    assert not any(photo.token in name for name in kept()) and any(photo.token in name for name in before)


def test_the_desk_shows_a_picture_that_readers_do_not_see(editor, client):
    photo = factories.photo(b"not public")
    shown = reverse("admin:photos_photo_picture", args=[photo.pk, 480, "jpg"])

    answer = editor.get(shown)

    assert not photo.is_public(clock.moment())
    assert b"".join(answer.streaming_content) == b"not public"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert client.get(shown).status_code == 302
    assert shown in editor.get(page_of(photo)).text
    assert shown in editor.get(reverse("admin:photos_photo_changelist")).text
