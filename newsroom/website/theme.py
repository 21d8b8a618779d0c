"""Theme: stylesheet and icons in the office's accent colour, and the logo, at content-hashed addresses.

An office with the default colour gets the static files. Another's stylesheet is the same text with one
more rule at its end: still one request, no inline style, and cached for ever.
"""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from newsroom.masthead.models import SiteSettings
from newsroom.masthead.tokens import colours
from newsroom.website.stylesheets import ENTRY, bind

ICON = "icons/mark.svg"
STATIC = Path(settings.BASE_DIR) / "static"


@dataclass(frozen=True)
class Theme:
    """Stylesheet and icon in the office's colour, and the content hash in their addresses."""

    content_hash: str
    stylesheet: bytes
    packed: bytes  # the stylesheet, gzipped
    icon: bytes


def addresses(site: SiteSettings) -> dict[str, str]:
    """Return the addresses of stylesheet, icon and logo; "" where there is no logo."""
    own = of(site)
    logo = {"logo": site.logo_hash and reverse("theme-logo", args=[site.logo_hash])}
    if own is None:
        return logo | {"stylesheet": static(ENTRY), "icon": static(ICON)}
    drawn = {"stylesheet": "theme-sheet", "icon": "theme-icon"}
    return logo | {name: reverse(view, args=[own.content_hash]) for name, view in drawn.items()}


def of(site: SiteSettings) -> Theme | None:
    """Return the site's own theme, None where it keeps the default colour."""
    if not (site.accent_light or site.accent_dark):
        return None
    light, dark = colours()["seal"]
    return _made(site.accent_light or light, site.accent_dark or dark)


@lru_cache(maxsize=4)
def _made(light: str, dark: str) -> Theme:
    folder = STATIC / ENTRY.rpartition("/")[0]
    sheet = bind((STATIC / ENTRY).read_text("utf-8"), lambda name: (folder / name).read_text("utf-8"))
    sheet = (sheet + rule(light, dark)).encode()
    icon = (STATIC / ICON).read_text("utf-8").replace(colours()["seal"][0], light).encode()
    content_hash = hashlib.sha256(sheet + icon).hexdigest()[:12]
    return Theme(content_hash, sheet, gzip.compress(sheet, 9, mtime=0), icon)


def rule(light: str, dark: str) -> str:
    """Return the CSS rule that overrides the tokens, with a fallback for browsers without light-dark()."""
    return f"""
@layer tokens {{
  :root {{ --seal: {light}; }}
  @supports (color: light-dark({light}, {dark})) {{ :root {{ --seal: light-dark({light}, {dark}); }} }}
}}
"""
