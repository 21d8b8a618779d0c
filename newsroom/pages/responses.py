"""Exceptions for 404, 301 and 410, the lookup that raises them, and responses with stored files.

Not public is the same 404 as an address that never was. What readers could see and no longer can is 410. These are
exceptions, so that a view reads from top to bottom; `website.middleware.ExceptionsToPages` turns them into pages.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from newsroom.languages import Words
from newsroom.masthead import icons
from newsroom.publishing.addresses import moved_to


class NotHere(Http404):
    """404, where the same thing can be read in the other language."""

    def __init__(self, headline: Words, address: str) -> None:
        super().__init__()
        self.elsewhere = {"headline": headline, "address": address}


class Gone(Exception):
    """410: readers could see it and no longer can; with headline and public reason, if any."""

    def __init__(
        self, headline: Words | str = "", reason: Words | str = "", withdrawn_at: datetime | None = None
    ) -> None:
        super().__init__(headline)
        self.context = {"headline": headline, "reason": reason, "withdrawn_at": withdrawn_at}


class Moved(Exception):
    """301 to another address, or 302 where `for_ever` is False."""

    def __init__(self, address: str, *, for_ever: bool = True) -> None:
        super().__init__(address)
        self.address, self.for_ever = address, for_ever


def find_public(request: HttpRequest, records: Iterable, **lookup: Any) -> Any:
    """Return the one public record of the queryset `records`, or raise Moved, Gone or Http404.

    `records` brings `public(at)` and `once_public(at)`; whatever the page needs is selected on it beforehand.
    """
    record = records.public(request.moment).filter(**lookup).first()
    if record is not None:
        return record
    look_elsewhere(request)
    if records.once_public(request.moment).filter(**lookup).exists():
        raise Gone()
    raise Http404


def look_elsewhere(request: HttpRequest) -> None:
    """Raise Moved where the address without its language once belonged to a record that is public now."""
    record = moved_to(request.path_info[4:], request.moment)
    if record is not None:
        raise Moved(record.address_in(request.language))


def stored_file(request: HttpRequest, stored: str, *, kind: str, download: str = "") -> Any:
    """Answer with a file of the site's storage, of media type `kind`; as a download under that name if one is given.

    A file never changes behind its name in the storage, which is therefore its entity tag: a reader's copy is good
    as long as the question for it is answered at all.
    """
    tag = quote_etag(stored)
    if (unchanged := get_conditional_response(request, etag=tag)) is not None:
        return unchanged
    try:
        opened = default_storage.open(stored)
    except FileNotFoundError:
        raise Http404 from None
    answer = FileResponse(opened, as_attachment=bool(download), filename=download, content_type=kind)
    answer.headers["ETag"] = tag
    return answer


def drawn_image(request: HttpRequest, stored: str | None) -> HttpResponse:
    """Return the stored image, or the site's plain one, not to be kept, where it could not be drawn (None)."""
    if stored is None:
        plain = icons.drawn("share.png", request.site)
        return HttpResponse(plain, content_type="image/png", headers={"Cache-Control": "no-store"})
    return stored_file(request, stored, kind="image/png")
