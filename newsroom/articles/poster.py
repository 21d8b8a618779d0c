"""Open Graph image of a story, drawn with pair mark and headline, and cached in the storage.

The file name is a content hash of everything printed on it, so that a corrected headline, another site name or
another theme is another file. Visibility is checked on each request, before the file is looked up.
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

PROGRAM = Path(__file__).parent / "share_image"
SECONDS = 30
ROLES = ("paper", "ink", "quiet", "rule", "seal")
WIDTH, HEIGHT = 1200, 630
NO_FONT = 3  # exit status of the renderer where no font has the characters
PATIENCE = 4  # seconds that a request waits for the lock: each worker draws one image at a time
MOST = 1_000
_drawing = threading.Lock()
_without_font: set[bytes] = set()  # payloads that no font here can print, so that later requests do not try again


def picture(version: Version, site: str, absolute: Any) -> dict:
    """Return the drawn image's metadata for `components/open_graph.html`."""
    address = reverse("poster", args=[prefix_of(version.language), version.edition.article_id])
    alt = f"{version.headline} · {site}"
    return {"address": absolute(address), "width": WIDTH, "height": HEIGHT, "type": "image/png", "alt": alt}


def render_payload(version: Version, site: SiteSettings, at: datetime) -> dict:
    """Return the renderer's input: everything printed on the image (`share_image.__main__`)."""
    pairs = pairs_of_story(version.edition.article, at, version.language)
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


def stored(version: Version, site: SiteSettings, at: datetime) -> str | None:
    """Return the storage name of the image of these words, drawing it first if needed; None if it cannot be drawn.

    Delete the story's earlier images: they say what is no longer so.
    """
    said = render_payload(version, site, at)
    folder = f"posters/{version.edition.article_id}-{said['language']}"
    digest = hashlib.sha256(json.dumps([look(), said], sort_keys=True).encode()).hexdigest()
    name = f"{folder}/{digest[:40]}.png"
    if default_storage.exists(name):
        return name
    drawn = rendered(said)
    if drawn is None:
        return None
    try:
        if default_storage.exists(name):  # another worker drew the same in the meantime
            return name
        _clear(folder)
        return default_storage.save(name, ContentFile(drawn))
    except OSError:
        log.exception("The picture %s could not be stored.", name)
        return None


def rendered(said: dict) -> bytes | None:
    """Draw the image in a subprocess. Return the PNG, or None where it fails (no font, no time, no memory)."""
    command, payload = [sys.executable, "-I", str(PROGRAM)], json.dumps(said).encode()
    if payload in _without_font or not _drawing.acquire(timeout=PATIENCE):
        return None
    try:
        done = subprocess.run(command, input=payload, capture_output=True, timeout=SECONDS)
    except (subprocess.SubprocessError, OSError):
        return None
    finally:
        _drawing.release()
    if done.returncode == NO_FONT and len(_without_font) < MOST:
        _without_font.add(payload)
    return done.stdout if done.returncode == 0 else None


@cache
def look() -> str:
    """Return a hash of the renderer's source, so that another renderer draws another image."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(PROGRAM.glob("*.py")))).hexdigest()


def _clear(folder: str) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):
        for old in default_storage.listdir(folder)[1]:
            default_storage.delete(f"{folder}/{old}")
