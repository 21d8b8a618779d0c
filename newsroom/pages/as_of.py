"""The day of which a page speaks: today, or an earlier day that its address asks for (`?on=2015-06-01`).

It moves what was true (status, relation, office, counts), never what is public or shown: that follows from
`request.moment` alone. Whoever asks for a day is told it for this once: no index and no cache keeps the answer.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from newsroom.dates import Day
from newsroom.pages.table import page_kinds
from newsroom.publishing.clock import today_at

ASKED = "on"
FIRST = date(1000, 1, 1)  # as `Day` has them
LINK = re.compile(r'(<a\b[^>]*?\shref=")(/[^"#]*)([^"]*")')


@dataclass(frozen=True)
class AsOf:
    """`day` is the one that is told; `was_asked` says whether the address names one, `complaint` why it is another."""

    day: date
    today: date
    was_asked: bool = False
    complaint: str = ""

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    def asked(self) -> dict[str, str]:
        """Return what the links of the page repeat: {} for today."""
        return {} if self.is_today else {ASKED: str(self.day)}

    def carried(self, response: HttpResponse) -> HttpResponse:
        """Return the response, in which the links of the page itself to others that answer for a day ask for this one.

        What surrounds the page (`<main>`) leads to today, as everywhere. It is done here for all links at once: a
        template that one forgot would lead its readers from one day to another, unnoticed.
        """
        if not self.is_today:
            before, begin, rest = response.content.decode().partition("<main")
            page, end, after = rest.partition("</main>")
            response.content = "".join((before, begin, LINK.sub(self._asked_of, page), end, after))
        return response

    def _asked_of(self, link: re.Match) -> str:
        tag, address, rest = link.groups()
        asked = f"{'&amp;' if '?' in address else '?'}{ASKED}={self.day}" if _answers(address) else ""
        return f"{tag}{address}{asked}{rest}"

    def told(self, what: str, question: dict | None = None) -> dict[str, Any]:
        """Return the context of a page with `components/as_of.html`; its form asks the `question` again, with a day."""
        said = {
            "what": what,
            "day": Day.on(self.day),
            "is_today": self.is_today,
            "set": str(self.day),
            "first": str(FIRST),
            "last": str(self.today),
            "complaint": self.complaint,
            "question": (question or {}).items(),
        }
        return {"as_of": said, "not_indexed": self.was_asked}


def as_of(request: HttpRequest) -> AsOf:
    """Return the day that a request asks for; today, with a complaint, for what is no day or still ahead."""
    today = today_at(request.moment)
    if ASKED not in request.GET:
        return AsOf(today, today)
    request.asks_for_a_day = True
    text = request.GET[ASKED].strip()
    return _read(text, today) if text else AsOf(today, today, was_asked=True)


def asks_for_a_day(request: HttpRequest) -> bool:
    """Return whether the page answered for a day that its address asked for."""
    return getattr(request, "asks_for_a_day", False)


def _answers(address: str) -> bool:
    """Return whether a page of this site answers for a day, and the address names none yet."""
    parts = urlsplit(address.replace("&amp;", "&"))
    if ASKED in parse_qs(parts.query):
        return False
    try:
        kind = page_kinds().get(resolve(parts.path).url_name or "")
    except Resolver404:
        return False
    return bool(kind and kind.as_of)


def _read(text: str, today: date) -> AsOf:
    try:
        read = Day.parse(text)
    except (ValidationError, ValueError):
        read = None
    if read is None or read.precision != "day" or read.earliest is None:
        unread = _("No day could be read in the address: write one such as 2015-06-01. This is as of today.")
        return AsOf(today, today, was_asked=True, complaint=unread)
    if read.earliest > today:
        ahead = _("That day is still ahead, and what will be true then is not known. This is as of today.")
        return AsOf(today, today, was_asked=True, complaint=ahead)
    return AsOf(read.earliest, today, was_asked=True)
