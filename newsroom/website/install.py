"""The standing pages that an empty site begins with: what it is, and how it can be used by everybody."""

import tomllib
from pathlib import Path

from newsroom.website.models import Page

DATA = Path(__file__).parent / "data"


def install() -> int:
    """Lay the pages into a site without any; return how many were laid."""
    if Page.objects.exists():
        return 0
    pages = (tomllib.loads(file.read_text("utf-8")) for file in sorted(DATA.glob("*.toml")))
    return len(Page.objects.bulk_create(Page(**page) for page in pages))
