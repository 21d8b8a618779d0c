"""Compile the catalogues into the data folder with polib, atomically; the gettext programs are not needed."""

import fcntl
import os
import shutil
import tempfile
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.reloader import translation_file_changed

from newsroom import catalogues
from newsroom.launch.errors import LaunchError

NOT_COMPILED = "The translations are not compiled: run python3 manage.py migrate, then serve again."
MAKING = ".making-"  # what a folder is called until it is whole


def prepare(folder: Path | None = None) -> bool:
    """Compile the catalogues into `folder`, where Django looks, unless it exists; return whether it was done.

    Of two processes that start together one compiles and the other waits. What this process has loaded before is
    forgotten.
    """
    folder = folder or Path(settings.LOCALE_PATHS[0])
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.parent / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_whole(folder):
            os.utime(folder)  # the one in use is the newest, also after a step back to an older checkout
            return False
        make(folder)
        remove_old(folder)
    translation_file_changed(None, compiled(folder)[0])
    return True


def demand_compiled() -> None:
    """Raise CommandError without the compiled translations of this checkout."""
    if not is_whole(Path(settings.LOCALE_PATHS[0])):
        raise LaunchError(NOT_COMPILED)


def compiled(folder: Path) -> list[Path]:
    """Return the files that `folder` must hold, in the order of the written ones."""
    return [folder / po.relative_to(catalogues.WRITTEN).with_suffix(".mo") for po in catalogues.written()]


def is_whole(folder: Path) -> bool:
    """Return whether every language is compiled in `folder`."""
    return all(file.is_file() for file in compiled(folder))


def make(folder: Path) -> None:
    """Create `folder` with every language; it is renamed into place when complete."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=MAKING) as scratch:
        draft = Path(scratch) / folder.name
        for po, mo in zip(catalogues.written(), compiled(draft), strict=True):
            mo.parent.mkdir(parents=True)
            with open(mo, "wb") as file:
                file.write(polib.pofile(str(po)).to_binary())
                file.flush()
                os.fsync(file.fileno())
        shutil.rmtree(folder, ignore_errors=True)  # one that lacks a file
        draft.rename(folder)


def remove_old(folder: Path) -> None:
    """Remove what was compiled before `folder`, but for the last, which a server that still runs may be reading."""
    others = [path for path in folder.parent.iterdir() if path.is_dir() and path != folder]
    broken_off = [path for path in others if path.name.startswith(MAKING)]
    by_age = sorted(set(others) - set(broken_off), key=lambda path: path.stat().st_mtime_ns)
    for path in broken_off + by_age[:-1]:
        shutil.rmtree(path, ignore_errors=True)
