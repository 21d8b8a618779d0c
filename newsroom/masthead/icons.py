"""Icons recoloured in the office's accent colour: touch icon and default share picture.

The house ships them in seal red (`static/icons/`). For an office of another colour they are painted anew, when they are
asked for, at addresses that name the colour.
"""

from functools import lru_cache
from io import BytesIO
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from newsroom.masthead.models import SiteSettings
from newsroom.masthead.tokens import colours

FOLDER = settings.BASE_DIR / "static" / "icons"
KINDS = {"touch.png": "image/png", "share.png": "image/png", "favicon.ico": "image/x-icon"}
TOUCH_SIZE = 180


def address(name: str, site: SiteSettings) -> str:
    """Return the URL path of one of `KINDS`."""
    if not site.accent_light:
        return static(f"icons/{name}")
    return reverse("theme-drawn", args=[colour_code(site), name])


def colour_code(site: SiteSettings) -> str:
    """Return the office's colour as a URL part; "" for the default colour."""
    return site.accent_light.removeprefix("#").lower()


def drawn(name: str, site: SiteSettings) -> bytes:
    """Return the bytes of one of `KINDS`."""
    return _painted(name, site.accent_light) if site.accent_light else (FOLDER / name).read_bytes()


@lru_cache(maxsize=8)
def _painted(name: str, seal: str) -> bytes:
    from PIL import Image  # it is large, and most workers never paint

    shipped = Image.open(FOLDER / name)
    file = BytesIO()
    if shipped.format == "ICO":
        *smaller, largest = (_repainted(shipped.ico.getimage(size), seal) for size in sorted(shipped.ico.sizes()))
        largest.save(file, "ICO", sizes=sorted(shipped.ico.sizes()), append_images=smaller)
    else:
        _repainted(shipped, seal).quantize(16).save(file, "PNG", optimize=True)
    return file.getvalue()


def _repainted(picture: Any, seal: str) -> Any:
    """Return a picture of paper and seal with another seal. Of all that lies between the two, the green tells most."""
    from PIL import ImageColor, ImageOps

    paper, house = colours()["paper"][0], colours()["seal"][0]
    ends = {"blackpoint": ImageColor.getrgb(house)[1], "whitepoint": ImageColor.getrgb(paper)[1]}
    return ImageOps.colorize(picture.convert("RGB").getchannel("G"), black=seal, white=paper, **ends)
