"""Files on their way in, one after the other through one upload handler, as a form with two files sends them."""

import errno
from pathlib import Path

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile

from newsroom.forms.uploads import Bounded

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
