"""Upload processing: a file becomes safe renditions under a new token, or one error message."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from newsroom.forms.uploads import NO_ROOM, refuse_size
from newsroom.photos import files, image_worker
from newsroom.photos.models import MIDDLE, Photo, new_token

MEGABYTES = 30
SECONDS = image_worker.SECONDS * 2  # the image worker limits its CPU time, this its waiting too
ENDINGS = {"JPEG": {".jpg", ".jpeg"}, "PNG": {".png"}, "WEBP": {".webp"}, "AVIF": {".avif"}}
REASONS = {
    "type": _("This is no picture that can be used here. Choose a JPEG, PNG, WebP or AVIF file."),
    "pixels": _("This picture has more than 50 million pixels. Make it smaller first."),
    "frames": _("This picture moves or has several pages. Choose a single one."),
    "damaged": _("This picture is damaged or not complete. Save or send it again."),
    "room": NO_ROOM,
}
WRONG_ENDING = _("The ending of the file's name does not say what it is: this is a %(format)s file.")


class Unfit(ValidationError):
    """The upload cannot be used; the message is for the editor."""


@dataclass(frozen=True)
class Taken:
    """A processed upload: its files' token, size in pixels, and the focal point of its crops."""

    token: str
    width: int
    height: int
    cut_for: str


@contextmanager
def taken_in(upload: UploadedFile, focus: str = MIDDLE) -> Iterator[Taken]:
    """Make renditions of `upload`, cropped around `focus`, and store them. Raise Unfit, and then store nothing.

    Files are stored before the row exists: if no photo has the token when the block ends, because the form was
    invalid or the transaction rolled back, they are deleted. Slow: hold no transaction meanwhile.
    """
    token = new_token()
    try:
        yield _laid_down(token, upload, focus)
    finally:
        if not Photo.objects.filter(token=token).exists():
            files.clear_away(token)


def _laid_down(token: str, upload: UploadedFile, focus: str) -> Taken:
    refuse_size(upload, MEGABYTES, Unfit)
    try:
        with TemporaryDirectory() as folder:
            made = developed(upload, Path(folder), focus)
            files.lay_down(token, Path(folder))
    except OSError:
        raise Unfit(NO_ROOM) from None
    return Taken(token, made["width"], made["height"], focus)


def developed(upload: UploadedFile, folder: Path, focus: str = MIDDLE, deed: str = "develop") -> dict:
    """Write the upload's renditions into `folder`. Return its format and size. Raise Unfit."""
    sent = folder / "sent"
    with sent.open("wb") as copy:
        copy.writelines(upload.chunks())
    made = in_darkroom(deed, sent, folder, focus)
    sent.unlink()
    if Path(upload.name).suffix.lower() not in ENDINGS[made["format"]]:
        raise Unfit(WRONG_ENDING % {"format": made["format"]})
    return made


def in_darkroom(deed: str, path: Path, folder: Path, focus: str) -> dict:
    """Run `deed` in the image worker. Return its output. Raise Unfit with the reason."""
    said = _ask(deed, path, folder, focus)
    if "refused" in said:
        raise Unfit(REASONS[said["refused"]])
    return said


def _ask(deed: str, path: Path, folder: Path, focus: str) -> dict:
    command = [sys.executable, "-I", image_worker.__file__, deed, str(path), str(folder), focus]
    try:
        return json.loads(subprocess.run(command, capture_output=True, timeout=SECONDS, check=True).stdout)
    except (subprocess.SubprocessError, ValueError):  # it was killed: too long, too large, or a decoder that crashed
        return {"refused": "damaged"}
