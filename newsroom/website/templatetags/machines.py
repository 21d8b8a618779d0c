"""What a page says to machines."""

import json

from django import template
from django.utils.safestring import mark_safe

register = template.Library()

# Inside a script element only these could end it, or begin a comment.
_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@register.filter
def json_ld(data):
    """A JSON-LD block from dictionaries and lists; a data block, which the policy on scripts does not concern.

    Keys whose value is None, "" or empty are left out: what is not known is not said.
    """
    text = json.dumps(_known(data), ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def _known(value):
    if isinstance(value, dict):
        return {key: _known(part) for key, part in value.items() if part not in (None, "", [], {})}
    if isinstance(value, (list, tuple)):
        return [_known(part) for part in value]
    return value
