"""Gather messages of code and templates with xgettext, and merge them into the .po catalogues."""

import contextlib
import re
import shutil
import tempfile
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import call_command
from django.test.utils import override_settings

from newsroom import catalogues
from newsroom.launch.errors import LaunchError

PROGRAMS = ("xgettext", "msguniq")
NO_GETTEXT = (
    "The words cannot be gathered without the programs of gettext: install them "
    "(on Debian and Ubuntu: apt install gettext), then run the command again."
)
SPOKEN_IN = ("newsroom", "templates")
SOURCE_LANGUAGE = "en"  # of the msgids
# The rest of a heading changes with each run and says nothing.
HEADING = (
    "Project-Id-Version",
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
)
NO_WRAP = 1_000_000  # characters


def demand_gettext() -> None:
    """Raise CommandError where gettext is not installed; nothing else needs it."""
    if not all(map(shutil.which, PROGRAMS)):
        raise LaunchError(NO_GETTEXT)


def gather() -> polib.POFile:
    """Return every message of the project, untranslated, in the order of the source files."""
    demand_gettext()
    root = settings.BASE_DIR
    ignored = [path.name for path in root.iterdir() if path.name not in SPOKEN_IN]
    ignored.append(str(catalogues.WRITTEN.relative_to(root)))
    options = {"all": True, "keep_pot": True, "no_location": True, "ignore_patterns": ignored, "verbosity": 0}
    with tempfile.TemporaryDirectory() as folder, override_settings(LOCALE_PATHS=[folder]), contextlib.chdir(root):
        call_command("makemessages", **options)  # no language stands in the folder: it ends with the template
        return polib.pofile(str(Path(folder) / "django.pot"))


def read(path: Path) -> polib.POFile:
    """Return the catalogue at `path`, to be written as gettext does with --no-wrap."""
    return polib.pofile(str(path), wrapwidth=NO_WRAP)


def merge(catalogue: polib.POFile, gathered: polib.POFile) -> None:
    """Merge the gathered messages into `catalogue` and drop all others; no fuzzy translation is made or kept.

    Messages keep their order, so that the difference is what changed: a new one stands after the one that is before
    it in the code.
    """
    known = {}
    for entry in catalogue:
        known.setdefault(key(entry), entry)
    wanted = {key(message): message for message in gathered}
    order = [name for name in known if name in wanted]
    place = 0
    for name in wanted:
        if name not in known:
            order.insert(place, name)
        place = order.index(name) + 1
    count = int(re.search(r"nplurals=(\d+)", catalogue.metadata["Plural-Forms"])[1])
    catalogue[:] = [made(wanted[name], known.get(name), count) for name in order]
    catalogue.metadata = {name: catalogue.metadata[name] for name in HEADING if name in catalogue.metadata}


def key(entry: polib.POEntry) -> tuple[str | None, str, str]:
    """Return the identity of a message: context, msgid, msgid_plural."""
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def made(message: polib.POEntry, known: polib.POEntry | None, count: int) -> polib.POEntry:
    """Return `message` in a language of `count` plural forms, with the translation `known` unless it is a guess."""
    kept = known if known and not known.fuzzy else polib.POEntry()
    forms = {number: kept.msgstr_plural.get(number, "") for number in range(count)} if message.msgid_plural else {}
    return polib.POEntry(
        msgctxt=message.msgctxt,
        msgid=message.msgid,
        msgid_plural=message.msgid_plural,
        msgstr=kept.msgstr,
        msgstr_plural=forms,
        comment=message.comment,
        tcomment=known.tcomment if known else "",
        flags=list(message.flags),
    )


def fill(catalogue: polib.POFile) -> None:
    """Translate each message by itself where it has no translation: for the source language."""
    for entry in untranslated(catalogue):
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid


def untranslated(catalogue: polib.POFile) -> list[polib.POEntry]:
    """Return the messages that readers would see untranslated."""
    return [entry for entry in catalogue if not entry.translated()]
