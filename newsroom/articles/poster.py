"""Open Graph image of a story or a pair, drawn with pair mark and headline, and cached in the storage.

The file name is a content hash of everything printed on it, so that a corrected headline, another site name or
another theme is another file. Visibility is checked on each request, before the file is looked up.
"""

import hashlib
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Mapping
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
from newsroom.articles.phrases import phrases
from newsroom.articles.share_image.lines import pieces
from newsroom.dates import Day
from newsroom.languages import ZH, prefix_of, printable
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
    return drawn(absolute(address), f"{version.headline} · {site}")


def drawn(address: str, alt: str) -> dict:
    """Return the metadata of a drawn image at this whole address."""
    return {"address": address, "width": WIDTH, "height": HEIGHT, "type": "image/png", "alt": alt}


def render_payload(version: Version, site: SiteSettings, at: datetime) -> dict:
    """Return the renderer's input for a story: everything printed on its image (`share_image.__main__`)."""
    pairs = pairs_of_story(version.edition.article, at, version.language)
    names = pair_mark(pairs[0], version.language) if len(pairs) == 1 else {"home": "", "partner": ""}
    day = Day.on(day_of(version.edition.first_public_from)).printed(version.language)
    return payload(names, version.headline, day, version.language, site)


def payload(names: Mapping[str, Any], headline: str, day: str, language: str, site: SiteSettings) -> dict:
    """Return the renderer's input: the pair's `names` ({home, partner}, "" for none), the words between them, a day."""
    words = {"home": names["home"], "partner": names["partner"], "site": site.name_in(language), "day": day}
    colour = {role: colours()[role][0] for role in ROLES}
    return {
        "language": prefix_of(language),
        "colours": colour | ({"seal": site.accent_light} if site.accent_light else {}),
        "headline": _pieces(printable(headline), language, names),
        **{key: printable(str(text)) for key, text in words.items()},
    }


def _pieces(headline: str, language: str, names: Mapping[str, Any]) -> list[str]:
    """Return a headline in the pieces that a line may end after; the names of its pair stay whole."""
    if language != ZH:
        return pieces(headline)
    return phrases(headline, (names["home"], names["partner"]))


def stored(version: Version, site: SiteSettings, at: datetime) -> str | None:
    """Return the storage name of a story's image, as `kept` does."""
    return kept(render_payload(version, site, at), str(version.edition.article_id))


def kept(said: dict, of: str) -> str | None:
    """Return the storage name of the image of these words, drawing it first if needed; None if it cannot be drawn.

    Delete the earlier images `of` the same thing: they say what is no longer so.
    """
    folder = f"posters/{of}-{said['language']}"
    digest = hashlib.sha256(json.dumps([look(), said], sort_keys=True).encode()).hexdigest()
    name = f"{folder}/{digest[:40]}.png"
    if default_storage.exists(name):
        return name
    image = rendered(said)
    if image is None:
        return None
    try:
        if default_storage.exists(name):  # another worker drew the same in the meantime
            return name
        _clear(folder)
        return default_storage.save(name, ContentFile(image))
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
