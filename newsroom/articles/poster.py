"""The picture that a shared story shows: pair mark and headline, drawn once for these words and kept in the storage.

A drawn picture stands under the hash of all that is printed on it, so that a corrected headline, another name of the
site or another look is another picture. Whether readers may see the story is asked each time, before the picture is.
"""

import hashlib
import json
import logging
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from newsroom.articles.models import Version
from newsroom.articles.pairs import pairs_of_story
from newsroom.dates import Day
from newsroom.languages import prefix_of, printable
from newsroom.masthead.models import SiteSettings
from newsroom.masthead.tokens import colours
from newsroom.places.marks import pair_mark
from newsroom.publishing.clock import day_of

log = logging.getLogger(__name__)

PRESS = Path(__file__).parent / "press"
SECONDS = 30
ROLES = ("paper", "ink", "quiet", "rule", "seal")
WIDTH, HEIGHT = 1200, 630
NO_FONT = 3  # how the press ends where no font has the letters
PATIENCE = 4  # seconds that a request waits for its turn: each worker draws one at a time
MOST = 1_000
_press = threading.Lock()
_unprintable: set[bytes] = set()  # what no font here can print is not tried again at each question for it


def picture(version: Version, site: str, absolute: Any) -> dict:
    """Return what a page says of the drawn picture of its story, as `components/open_graph.html` asks for it."""
    address = reverse("poster", args=[prefix_of(version.language), version.edition.article_id])
    alt = f"{version.headline} · {site}"
    return {"address": absolute(address), "width": WIDTH, "height": HEIGHT, "type": "image/png", "alt": alt}


def render_payload(version: Version, site: SiteSettings, at: datetime) -> dict:
    """Return all that is printed, as the press asks for it (`press.__main__`)."""
    pairs = pairs_of_story(version.edition.article, at)
    names = pair_mark(pairs[0], version.language) if len(pairs) == 1 else {"home": "", "partner": ""}
    day = Day.on(day_of(version.edition.first_public_from))
    words = {
        "home": names["home"],
        "partner": names["partner"],
        "headline": version.headline,
        "site": site.name_in(version.language),
        "day": day.printed(version.language),
    }
    colour = {role: colours()[role][0] for role in ROLES}
    return {
        "language": prefix_of(version.language),
        "colours": colour | ({"seal": site.accent_light} if site.accent_light else {}),
        **{key: printable(str(text)) for key, text in words.items()},
    }


def kept(version: Version, site: SiteSettings, at: datetime) -> str | None:
    """Return the name in the storage of the picture of these words, drawn now if it never was; None if it cannot be.

    What stood in its place before said something that is no longer so, and goes.
    """
    said = render_payload(version, site, at)
    folder = f"posters/{version.edition.article_id}-{said['language']}"
    digest = hashlib.sha256(json.dumps([look(), said], sort_keys=True).encode()).hexdigest()
    name = f"{folder}/{digest[:40]}.png"
    if default_storage.exists(name):
        return name
    drawn = pressed(said)
    if drawn is None:
        return None
    try:
        if default_storage.exists(name):  # another worker has drawn the same meanwhile
            return name
        _clear(folder)
        return default_storage.save(name, ContentFile(drawn))
    except OSError:
        log.exception("The picture %s could not be kept.", name)
        return None


def pressed(said: dict) -> bytes | None:
    """Have it drawn in a process of its own; None where it cannot be (no font has the letters, no time, no memory)."""
    command, asked = [sys.executable, "-I", str(PRESS)], json.dumps(said).encode()
    if asked in _unprintable or not _press.acquire(timeout=PATIENCE):
        return None
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=SECONDS)
    except (subprocess.SubprocessError, OSError):
        return None
    finally:
        _press.release()
    if done.returncode == NO_FONT and len(_unprintable) < MOST:
        _unprintable.add(asked)
    return done.stdout if done.returncode == 0 else None


@cache
def look() -> str:
    """Return what the drawing itself depends on: another press draws another picture."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(PRESS.glob("*.py")))).hexdigest()


def _clear(folder: str) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):
        for old in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{old}")
