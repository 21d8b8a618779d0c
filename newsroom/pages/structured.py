"""JSON-LD: records in the vocabulary of schema.org. Plain dictionaries; empty values are left out when printed.

`absolute` makes a full address of one from the root.
"""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from newsroom.dates import Day
from newsroom.languages import StandIn, Words, Written
from newsroom.masthead import icons
from newsroom.masthead.models import SiteSettings

CONTEXT = "https://schema.org"
Absolute = Callable[[str], str]


def described(record: Any, language: str, kind: str, absolute: Absolute, **more: Any) -> dict:
    """Return a record by itself, of the schema's `kind`: its names in both languages, its URL, and `more`."""
    said = named(record, language, kind, absolute)
    if isinstance(record, Written) and (original := record.original_name()):
        said["alternateName"] = [name for name in (said["alternateName"], original) if name]
    return {"@context": CONTEXT} | said | more


def named(record: Any, language: str, kind: str, absolute: Absolute | None = None) -> dict:
    """Return a record inside another thing's description; without `absolute` where it has no page that is shown."""
    name, twin = record.name_in(language), record.twin_name_in(language)
    if isinstance(name, StandIn):  # a kind is no name, nor is our own translation the first one
        name, twin = name.original, Words(name, language) if name.is_gloss else None
    said = {"@type": kind, "name": name, "alternateName": twin}
    return said | ({"url": absolute(record.address_in(language))} if absolute else {})


def publisher(site: SiteSettings, language: str, absolute: Absolute) -> dict:
    """Return the office that publishes, else the site: of a government where it has a site code.

    It is one thing with one address in both languages.
    """
    name = site.organiser_in(language) or site.name_in(language)
    return {
        "@type": "GovernmentOrganization" if site.site_code else "Organization",
        "name": name,
        "url": absolute("/"),
        "logo": _logo(site, absolute),
    }


def _logo(site: SiteSettings, absolute: Absolute) -> dict:
    """Return the office's own logo, else the mark of the house in its colour."""
    logo = {"@type": "ImageObject", "url": absolute(icons.address("touch.png", site))}
    width = height = icons.TOUCH_SIZE
    if site.logo_hash:
        logo["url"] = absolute(reverse("theme-logo", args=[site.logo_hash]))
        width, height = site.logo_width, site.logo_height
    return logo | {"width": width, "height": height}


def begun(day: Day | None) -> str:
    """Return the first day as far as it is known: 2019, 2019-08, 2019-08-18; "" where it is not."""
    return Day(day.begin, day.begin).iso if day and day.begin else ""


def ended(day: Day | None) -> str:
    """Return the last day as far as it is known; "" where it is not."""
    return Day(day.end, day.end).iso if day and day.end else ""
