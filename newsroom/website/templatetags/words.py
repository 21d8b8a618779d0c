"""Template tags that lead from a computed word to what it means, once a page: at a heading, a term or a mark."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from newsroom.dates import marked_inferred

register = template.Library()


@register.simple_tag(takes_context=True)
def word(context: Any, anchor: str, words: Any) -> SafeString:
    """Return words linked to their entry on the page of words."""
    return format_html(
        '<a class="word" href="{}#{}">{}</a>', reverse("words", args=[context["language"]]), anchor, words
    )


@register.simple_block_tag(takes_context=True)
def noted(context: Any, content: SafeString) -> SafeString:
    """Return a page, and under it what its mark "(inferred)" means if it bears one: every row would be too often."""
    mark, all_marked = marked_inferred("", True).strip(), _(" (all inferred)").strip()
    plain = content.replace("<wbr>", "")
    if mark not in plain and all_marked not in plain:
        return content
    says = _("%(mark)s marks what no source states.") % {"mark": word(context, "inferred", mark)}
    return content + format_html('<p class="small ui">{}</p>\n', mark_safe(says))
