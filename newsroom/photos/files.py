"""Storage of a photo's files, under the photo's token."""

import logging
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage

log = logging.getLogger(__name__)

ORIGINAL = "original.jpg"


def stored(token: str, name: str) -> str:
    """Return the storage name of one of a photo's files, such as `480.webp` or `row-50-33-120.jpg`."""
    return f"photos/{token}/{name}"


def lay_down(token: str, folder: Path) -> None:
    """Copy the pictures in `folder` into the storage. Raise OSError where it is full or not writable."""
    for picture in sorted(folder.iterdir()):
        name = stored(token, picture.name)
        default_storage.delete(name)  # left by an earlier try; saving again would get another name
        with picture.open("rb") as opened:
            default_storage.save(name, File(opened))


def read(token: str, name: str) -> bytes:
    with default_storage.open(stored(token, name)) as opened:
        return opened.read()


def forget_cuts(token: str, *, but: str) -> None:
    """Delete the crops around every focal point but this one."""
    for name in default_storage.listdir(stored(token, ""))[1]:
        if "-" in name and f"-{but}-" not in name:
            default_storage.delete(stored(token, name))


def clear_away(token: str) -> None:
    """Delete everything under the token. Log what cannot be deleted; nothing is raised."""
    place = stored(token, "").rstrip("/")
    try:
        for name in default_storage.listdir(place)[1]:
            default_storage.delete(stored(token, name))
        default_storage.delete(place)
    except FileNotFoundError:
        pass
    except OSError:
        log.exception("The files of the photo %s, which nothing names, could not be removed.", token)
