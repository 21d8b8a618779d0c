"""CSP hashes of the rich editor, for the desk only.

The editor brings an inline import map, and inserts one style element. Both are static, so that their hashes are
computed from the files served, once in each process, on the desk's first page.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import ImproperlyConfigured

from newsroom.articles.admin.prose import MODULES

EDITOR = "django_prose_editor/editor.js"
INJECTED = re.compile(r"`(\.ProseMirror \{[^`]*)`")
ANOTHER_STYLE = (
    "django-prose-editor no longer injects exactly one style that begins with `.ProseMirror {`: look in its editor.js "
    "for what it styles, then mend INJECTED in newsroom/desk/policy.py. tests/browser/test_editor.py "
    "shows whether the editor mounts."
)


@cache
def exceptions() -> dict[str, list[str]]:
    """Return what the desk's CSP allows beside the site's own files, by directive."""
    styles = INJECTED.findall(_served(EDITOR).read_text(encoding="utf-8"))
    if len(styles) != 1:
        raise ImproperlyConfigured(ANOTHER_STYLE)
    names = MODULES.render().partition(">")[2].rpartition("<")[0]  # the content of the style element
    return {"script-src": [_hash(names)], "style-src": [_hash(styles[0])]}


def _served(name: str) -> Path:
    """Return the content of a static file as served: the collected one, if any."""
    collected = Path(settings.STATIC_ROOT) / staticfiles_storage.url(name).removeprefix(settings.STATIC_URL)
    return collected if collected.exists() else Path(finders.find(name))


def _hash(words: str) -> str:
    return f"'sha256-{b64encode(sha256(words.encode()).digest()).decode()}'"
