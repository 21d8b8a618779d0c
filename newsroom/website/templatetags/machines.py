"""Template tags for machines: JSON-LD, meta tags, XML."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime

from newsroom.languages import printable as without_what_xml_refuses
from newsroom.masthead.tokens import colours

register = template.Library()

BEIJING = ZoneInfo("Asia/Shanghai")

# In a script element only these could end it, or begin a comment.
_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.filter
def json_ld(data: Any) -> str:
    """Return a JSON-LD block of `data`, dictionaries and lists. The CSP's script rules do not apply to data blocks.

    Keys whose value is None, "" or empty are omitted.
    """
    text = json.dumps(_known(data), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag
def theme_colours() -> str:
    """Return the theme-color of each colour scheme: that of the paper."""
    schemes = zip(("light", "dark"), colours()["paper"], strict=True)
    return format_html_join("\n", '<meta name="theme-color" media="(prefers-color-scheme: {})" content="{}">', schemes)


@register.filter
def instant(moment: datetime) -> Any:
    """Return a moment in ISO 8601, to the second in the site's time zone: 2019-08-19T17:18:20+08:00."""
    return localtime(moment).isoformat(timespec="seconds") if moment else ""


@register.filter
def beijing(moment: datetime) -> Any:
    """Return a moment for government meta tags: in Beijing time, whatever the site's time zone."""
    return moment.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M") if moment else ""


@register.filter
def host(origin: Any) -> Any:
    """Return the domain of an address, without its scheme."""
    return urlsplit(origin).netloc


@register.filter
def printable(text: str) -> Any:
    """Return the text without characters that XML forbids; it is escaped like any other."""
    return without_what_xml_refuses(str(text))


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _known(part) for key, part in value.items() if part not in (None, "", [], {})}
    if isinstance(value, (list, tuple)):
        return [_known(part) for part in value]
    return value
