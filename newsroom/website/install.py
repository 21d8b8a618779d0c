"""First data of a new site: its static pages (about, accessibility)."""

import tomllib
from pathlib import Path

from newsroom.website.models import Page

DATA = Path(__file__).parent / "data"


def install() -> int:
    """Create the pages on a site without any. Return how many were created."""
    if Page.objects.exists():
        return 0
    pages = (tomllib.loads(file.read_text("utf-8")) for file in sorted(DATA.glob("*.toml")))
    return len(Page.objects.bulk_create(Page(**page) for page in pages))
