"""Large type without JavaScript: `?type=large` in the address, carried from page to page.

Scripts store the choice in the browser (`js/type.js`). Without them it can only be in the address, so every link
and form of such a page repeats it; canonical addresses, feeds and external links do not. The
address alone decides, as it does for every public page.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

ASKED = re.compile(r"(?:^|&)type=large(?:&|$)")
LINK = re.compile(r'(<a\b[^>]*?\shref=")((?:/(?:zh|en)/[^"?#]*)?(?:\?[^"#]*)?)((?:#[^"]*)?"[^>]*>)')
SWITCH = "data-type-link"  # the link that switches back
KEPT = '<input type="hidden" name="type" value="large">'


def is_large(request: HttpRequest) -> bool:
    return bool(ASKED.search(request.META.get("QUERY_STRING", "")))


def with_large_type(address: str) -> str:
    """Return the address of the same page in large type."""
    return f"{address}{'&' if '?' in address else '?'}type=large"


def switched(address: str, large: bool) -> str:
    """Return the target of the type switch on the page at `address`: to large type, or back from it."""
    parts = urlsplit(address)
    here = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return here if large else with_large_type(here)


class KeepLargeType:
    """Middleware that adds `type=large` to the links and forms of a page that was requested with it."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:
        response = self.get_response(request)
        if is_large(request) and not response.streaming and response.headers.get("Content-Type", "")[:9] == "text/html":
            page = LINK.sub(_carried_on, response.content.decode())
            response.content = page.replace("</form>", f"{KEPT}</form>").encode()
        return response


def _carried_on(link: re.Match) -> str:
    before, address, after = link.groups()
    if SWITCH in link[0] or not address or address.partition("?")[0].endswith("/feed/"):
        return link[0]
    return f"{before}{with_large_type(address).replace('&type', '&amp;type')}{after}"
