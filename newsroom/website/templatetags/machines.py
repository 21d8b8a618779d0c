"""What a page says to machines."""

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

# Inside a script element only these could end it, or begin a comment.
_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.filter
def json_ld(data: Any) -> str:
    """A JSON-LD block from dictionaries and lists; a data block, which the policy on scripts does not concern.

    Keys whose value is None, "" or empty are left out: what is not known is not said.
    """
    text = json.dumps(_known(data), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag
def theme_colours() -> str:
    """The colour of the browser's own frame in each scheme: the paper's."""
    schemes = zip(("light", "dark"), colours()["paper"], strict=True)
    return format_html_join("\n", '<meta name="theme-color" media="(prefers-color-scheme: {})" content="{}">', schemes)


@register.filter
def instant(moment: datetime) -> Any:
    """A moment to the second on the clock of the site, with its offset: 2019-08-19T17:18:20+08:00."""
    return localtime(moment).isoformat(timespec="seconds") if moment else ""


@register.filter
def beijing(moment: datetime) -> Any:
    """A moment as the labels of government sites say it: on the clock of Beijing, whatever the site's own is."""
    return moment.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M") if moment else ""


@register.filter
def host(origin: Any) -> Any:
    """The domain of an address, without its scheme."""
    return urlsplit(origin).netloc


@register.filter
def printable(text: str) -> Any:
    """The text as XML can hold it; it is escaped like any other."""
    return without_what_xml_refuses(str(text))


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _known(part) for key, part in value.items() if part not in (None, "", [], {})}
    if isinstance(value, (list, tuple)):
        return [_known(part) for part in value]
    return value
