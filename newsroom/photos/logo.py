"""Logo upload: one small PNG, as safe as a photo, with its transparency."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.uploadedfile import UploadedFile

from newsroom.forms.uploads import NO_ROOM, refuse_size
from newsroom.photos.intake import Unfit, developed

MEGABYTES = 5


@dataclass(frozen=True)
class Logo:
    """A PNG and its size in pixels."""

    picture: bytes
    width: int
    height: int


def logo_of(upload: UploadedFile) -> Logo:
    """Re-encode the logo. Raise Unfit with the reason."""
    refuse_size(upload, MEGABYTES, Unfit)
    try:
        with TemporaryDirectory() as folder:
            made = developed(upload, Path(folder), deed="logo")
            return Logo((Path(folder) / "logo.png").read_bytes(), made["width"], made["height"])
    except OSError:
        raise Unfit(NO_ROOM) from None
