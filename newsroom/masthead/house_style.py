"""The office's choices about clock, names and regions, in force while a request or a job is at work.

They govern as Django's own active language does: whoever prints asks what is in force, and no model, page or feed
carries the settings about.
Whatever prints must have called `follow`: requests do in `website.middleware`, the tick each time, commands by their
base class `management.office_style.OfficeCommand`. Without it, names are printed as they are stored.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

from newsroom.masthead.models import SiteSettings

_capitals = ContextVar("surnames_in_capitals", default=False)
_site: ContextVar[SiteSettings | None] = ContextVar("site_that_is_followed", default=None)


def follow(site: SiteSettings) -> None:
    """Activate the office's time zone, name order and names of regions for this thread."""
    _site.set(site)
    timezone.activate(site.zone)
    _capitals.set(site.name_order == SiteSettings.NameOrder.CAPITALS)


@contextmanager
def apart() -> Iterator[None]:
    """Restore the time zone, name order and names of regions at the end of the block."""
    before, followed_before = _capitals.set(False), _site.set(None)
    try:
        with timezone.override(None):
            yield
    finally:
        _capitals.reset(before)
        _site.reset(followed_before)


def followed() -> SiteSettings | None:
    """Return the settings that govern what is printed, or None."""
    return _site.get()


def surnames_in_capitals() -> bool:
    """Return whether a surname that stands first is printed in capitals on English pages: ZHENG Li."""
    return _capitals.get()
