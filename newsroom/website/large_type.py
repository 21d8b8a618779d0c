"""Large type for readers whose browser runs no scripts: `?type=large` in the address, kept from page to page.

Scripts keep the choice in the browser (`js/type.js`). Without them it can only stand in the address, so every link
and form of such a page carries it on; canonical addresses, feeds and what leads away from the pages do not. The
address alone decides, as it does of every public page.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

ASKED = re.compile(r"(?:^|&)type=large(?:&|$)")
LINK = re.compile(r'(<a\b[^>]*?\shref=")((?:/(?:zh|en)/[^"?#]*)?(?:\?[^"#]*)?)((?:#[^"]*)?"[^>]*>)')
SWITCH = "data-type-link"  # the link that leads back
KEPT = '<input type="hidden" name="type" value="large">'


def is_large(request: HttpRequest) -> bool:
    return bool(ASKED.search(request.META.get("QUERY_STRING", "")))


def with_large_type(address: str) -> str:
    """Return the address of the same page in large type."""
    return f"{address}{'&' if '?' in address else '?'}type=large"


def switched(address: str, large: bool) -> str:
    """Return where the switch of the page at `address` leads, from the root: to large type, or back from it."""
    parts = urlsplit(address)
    here = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return here if large else with_large_type(here)


class KeepLargeType:
    """Lets a page that was asked for in large type lead to pages in large type."""

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
