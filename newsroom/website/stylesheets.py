"""Stylesheet bundling: the parts in the one file that a page loads (docs/decisions/0005-stylesheets.md)."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

ENTRY = "css/site.css"
_PART = re.compile(r'@import url\("(?P<name>[\w.-]+)"\) layer\((?P<layer>\w+)\);')


def bind(entry: Any, read: Any) -> Any:
    """Return a stylesheet with every `@import … layer(…)` replaced by the part itself in its layer.

    `read` returns a part's text by its name, relative to the entry.
    """
    return _PART.sub(lambda part: f"@layer {part['layer']} {{\n{read(part['name'])}}}\n", entry)


class BoundStaticFiles(CompressedManifestStaticFilesStorage):
    """Static files storage: hashed names, precompressed, the stylesheet bundled."""

    def post_process(self, paths: Any, dry_run: Any = False, **options: Any) -> Iterator:
        """Process as Django does, but with the entry stylesheet bundled first."""
        if ENTRY in paths:
            storage, path = paths[ENTRY]
            paths = paths | {ENTRY: (_Bound(storage, ENTRY), path)}
        yield from super().post_process(paths, dry_run, **options)


class _Bound:
    """Storage wrapper that opens the entry stylesheet as the bundle."""

    def __init__(self, storage: Any, entry: Any) -> None:
        self.storage = storage
        self.folder = entry.rpartition("/")[0]

    def open(self, path: str, mode: Any = "rb") -> Any:
        text = bind(self._read(path), lambda name: self._read(f"{self.folder}/{name}"))
        return ContentFile(text.encode(), name=path)

    def _read(self, path: str) -> Any:
        with self.storage.open(path) as file:
            return file.read().decode()
