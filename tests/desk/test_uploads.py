"""Files on their way in, one after the other through one upload handler, as a form with two files sends them."""

import errno
import os
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile

from newsroom.forms import uploads
from newsroom.forms.uploads import Bounded, refuse_size

CHANGED = "django.core.files.uploadhandler keeps its file elsewhere than in `file`: look at Bounded.new_file"


@pytest.fixture
def handler():
    return Bounded()


def begin(handler: Bounded, name: str) -> None:
    handler.new_file("upload", name, "image/jpeg", None)


def no_room(*args, **kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_file_that_cannot_be_opened_takes_the_one_before_it_not_away(handler, monkeypatch):
    begin(handler, "first.jpg")
    handler.receive_data_chunk(b"first", 0)
    first = handler.file_complete(5)
    monkeypatch.setattr(TemporaryUploadedFile, "__init__", no_room)

    begin(handler, "second.jpg")
    second = handler.file_complete(6)

    assert second.failed and (second.name, second.size) == ("second.jpg", 6)
    assert Path(first.temporary_file_path()).exists() and first.read() == b"first", CHANGED


def test_a_disk_that_is_full_at_the_last_bytes_leaves_an_upload_that_failed(handler, monkeypatch):
    begin(handler, "photo.jpg")
    handler.receive_data_chunk(b"few", 0)
    path = Path(handler.file.temporary_file_path())
    monkeypatch.setattr(TemporaryUploadedFile, "seek", no_room)  # writes what was held back

    kept = handler.file_complete(3)

    assert kept.failed and not kept.read()
    assert not path.exists()


@pytest.mark.parametrize("sent", [0, 3, 9, 40])
def test_a_large_file_is_counted_whole_and_kept_in_part(monkeypatch, sent):
    monkeypatch.setattr(uploads, "MOST", 8)
    handler = Bounded()
    handler.new_file("file", "large.pdf", "application/pdf", None)
    for start in range(0, sent, 4):
        handler.receive_data_chunk(b"1234"[: sent - start], start)

    kept = handler.file_complete(sent)

    assert kept.size == sent
    assert os.path.getsize(kept.temporary_file_path()) == min(sent, 8)
    kept.close()


def test_what_is_too_large_for_a_room_is_refused_by_what_was_counted(monkeypatch):
    monkeypatch.setattr(uploads, "MOST", 8)
    handler = Bounded()
    handler.new_file("file", "large.pdf", "application/pdf", None)
    handler.receive_data_chunk(b"12345678", 0)
    handler.receive_data_chunk(b"12345678", 8)

    with pytest.raises(ValidationError):
        refuse_size(handler.file_complete(2 * 1024 * 1024), 1)
