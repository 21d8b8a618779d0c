"""Design tokens: colours, for pictures and browser chrome that no stylesheet reaches."""

import re
from functools import cache

from django.conf import settings

SHEET = settings.BASE_DIR / "static" / "css" / "tokens.css"
_COLOUR = re.compile(r"--(?P<role>[\w-]+): light-dark\((?P<light>#[0-9a-f]{6}), (?P<dark>#[0-9a-f]{6})\);")


@cache
def colours() -> dict[str, tuple[str, str]]:
    """Return (light, dark), as `#rrggbb`, of each role such as "paper"."""
    found = _COLOUR.finditer(SHEET.read_text(encoding="utf-8"))
    return {colour["role"]: (colour["light"], colour["dark"]) for colour in found}
