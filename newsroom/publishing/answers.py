"""What a view answers where it cannot show a page: nothing here, moved, or gone.

Not public is the same 404 as an address that never was. What readers could see and no longer can is 410. These are
exceptions, so that a view reads from top to bottom; `website.middleware.Answers` turns them into pages.
"""

from datetime import datetime

from django.http import Http404

from newsroom.languages import Words
from newsroom.publishing.addresses import moved_to


class NotHere(Http404):
    """Nothing is shown at this address, but the same thing can be read in the other language."""

    def __init__(self, headline: Words, address: str):
        super().__init__()
        self.elsewhere = {"headline": headline, "address": address}


class Gone(Exception):
    """Readers could see it and no longer can; the headline and the public reason where there are any."""

    def __init__(self, headline: Words | str = "", reason: Words | str = "", withdrawn_at: datetime | None = None):
        super().__init__(headline)
        self.context = {"headline": headline, "reason": reason, "withdrawn_at": withdrawn_at}


class Moved(Exception):
    """It stands at another address, for ever."""

    def __init__(self, address: str):
        super().__init__(address)
        self.address = address


def found(request, records, **lookup):
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


def look_elsewhere(request) -> None:
    """Raise Moved where the address without its language once belonged to a record that is public now."""
    record = moved_to(request.path_info[4:], request.moment)
    if record is not None:
        raise Moved(record.address_in(request.language))
