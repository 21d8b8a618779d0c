"""Template filters that print names, days, moments, counts and lists of names in the active language."""

import re
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.timezone import get_current_timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.articles.phrases import phrases
from newsroom.dates import Day, marked_inferred, printed_moment
from newsroom.languages import ZH, StandIn, Words, tag_of
from newsroom.languages import figures as grouped
from newsroom.publishing.clock import is_whole_day
from newsroom.publishing.moments import clock_at
from newsroom.website import fragments
from newsroom.website.large_type import switched

register = template.Library()

PAUSES = re.compile("(?<=.)(?=至|上午|下午)")


@register.filter
def marked(words: Any) -> Any:
    """Return a name or plain text for this page: `<span lang>` around what is not in the page's language."""
    if isinstance(words, StandIn):
        told = _("our translation") if words.is_gloss else marked(words.original)
        return format_html(_("{name} ({original})"), name=words, original=told)
    if isinstance(words, Words) and words.foreign_to(get_language()):
        return format_html('<span lang="{}">{}</span>', words.lang, words)
    if isinstance(words, str) and not isinstance(words, SafeString):
        return fragments.in_text(words, get_language())
    return words


@register.filter
def marked_within(body: Any) -> Any:
    """Return the clean HTML of a body, its words of the other language in `<span lang>`."""
    return fragments.in_html(body, get_language()) if isinstance(body, SafeString) else body


@register.filter
def phrased(heading: Any, pairs: Any = ()) -> Any:
    """Return a heading; a Chinese one breaks between words only, with the names of its `pairs` whole."""
    heading = Words(heading, heading.language) if isinstance(heading, StandIn) else heading
    language = heading.language if isinstance(heading, Words) else get_language()
    if language != ZH or not isinstance(heading, str):
        return marked(heading)
    names = {name for pair in pairs for name in (pair["home"], pair["partner"])}
    parted = format_html_join(mark_safe("<wbr>"), "{}", ((phrase,) for phrase in phrases(heading, names)))
    if language != get_language():
        return format_html('<span lang="{}">{}</span>', tag_of(language), parted)
    return marked_within(parted)


@register.filter
def lang_attribute(words: Any) -> str:
    """Return ` lang="…"` for an element without children, where its words are not in the page's language; else ""."""
    lang = fragments.tag_of_all(words, get_language())
    return format_html(' lang="{}"', lang) if lang else ""


@register.filter
def named(record: Any) -> Any:
    """Return the name of a record (place, person, institution) for this page; "" where there is none."""
    return marked(record.name_in(get_language())) if record else ""


@register.filter
def html_lang(language: str) -> Any:
    """Return the `lang` of a page or fragment in this language: "zh-Hans" or "en"."""
    return tag_of(language)


@register.filter
def figures(number: int) -> Any:
    """Return a count: 1,500 in English, 1500 in Chinese."""
    return grouped(number)


@register.filter
def bracketed(number: int) -> Any:
    """Return a count behind what it counts: " (1,500)" in English, "（1500）" in Chinese."""
    return f"（{grouped(number)}）" if get_language() == ZH else f" ({grouped(number)})"


@register.simple_tag
def blank() -> str:
    """Return what parts two sentences: nothing in Chinese."""
    return "" if get_language() == ZH else " "


@register.filter
def sentence(words: Any) -> str:
    """Return words as a sentence: a capital first, and a full stop last where there is none."""
    stop = "。" if get_language() == ZH else "."
    said = capfirst(words)
    return said if said.endswith(stop) else said + stop


@register.filter
def day(value: Any) -> Any:
    """Return a Day as in a table or card: 18 August 2019, afternoon (inferred)."""
    return _known(value, _time(value.iso, value.printed(get_language()))) if value else ""


@register.filter
def running_day(value: Any) -> Any:
    """Return a Day as in a sentence: the afternoon of 18 August 2019."""
    return _known(value, _time(value.iso, value.running(get_language()))) if value else ""


@register.filter
def placed_day(value: Any) -> Any:
    """Return a Day as in a sentence, with its preposition: in 2003, on 3 May 2003."""
    return _known(value, _time(value.iso, value.placed(get_language()))) if value else ""


@register.filter
def moment(value: Any) -> Any:
    """Return a moment to the minute, in the site's time zone: 19 August 2019, 17:18.

    Midnight stands for a day whose hour is not known, and is printed as a day.
    """
    if not value or is_whole_day(value):
        return moment_day(value)
    local = value.astimezone(get_current_timezone())
    printed = printed_moment(value, get_language(), local.tzinfo)
    return _time(local.isoformat(timespec="minutes"), printed)


@register.filter
def moment_on_its_clock(value: Any) -> str:
    """Return a moment with its time zone: 19 August 2019, 17:18 (Beijing time); elsewhere the offset from UTC."""
    if not value or is_whole_day(value):
        return moment_day(value)
    return format_html(_("{moment} ({clock})"), moment=moment(value), clock=clock_at(value))


@register.filter
def moment_day(value: Any) -> Any:
    """Return the calendar day of a moment, in the site's time zone: 19 August 2019."""
    return day(Day.on(value.astimezone(get_current_timezone()).date())) if value else ""


@register.filter
def calendar_day(value: Any) -> Any:
    """Return a date: 19 August 2019."""
    return day(Day.on(value)) if value else ""


@register.filter
def in_other_type(address: str, large: Any) -> Any:
    """Return the target of the type switch on the page at `address`: large type, or back where `large` is true."""
    return switched(address, large)


@register.filter
def roll(entries: Any) -> str:
    """Return names as a list in the page's language, with its separators, each linked where it has an address.

    `entries`: Words or plain texts, or mappings with `name` and, where there are any, `address`, `original`, and what
    is said `before` and `after` the name.
    """
    comma = "、" if get_language() == ZH else ", "
    return format_html_join(comma, "{}", ((mention(entry),) for entry in entries))


@register.filter
def unbroken(entries: Any) -> str:
    """Return names as in a `roll`, each in an element of its own together with the comma after it."""
    comma, blank = ("、", "") if get_language() == ZH else (",", " ")
    *before, last = [mention(entry) for entry in entries]
    return format_html_join(blank, "<span>{}{}</span>", [*((name, comma) for name in before), (last, "")])


@register.filter
def mention(entry: Any) -> Any:
    """Return one entry of a `roll`: the name, linked where it has a page, with a transcribed name's original."""
    if isinstance(entry, str):
        return marked(entry)
    name = marked(entry["name"])
    if entry.get("address"):
        name = format_html('<a href="{}">{}</a>', entry["address"], name)
    name = format_html("{}{}{}", entry.get("before", ""), name, entry.get("after", ""))
    return format_html("{}（{}）", name, marked(entry["original"])) if entry.get("original") else name


def _known(value: Any, printed: Any) -> Any:
    """Return a printed Day, with the mark that a part of it is inferred."""
    return mark_safe(marked_inferred(conditional_escape(printed), inferred=True)) if value.inferred else printed


def _time(iso: Any, printed: Any) -> Any:
    """Return a `<time>`, or plain words for values that HTML cannot express (a range, an open end).

    A Chinese day may break before its half and between the ends of a span, where a narrow column has no room.
    """
    if get_language() == ZH:
        printed = format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in PAUSES.split(printed)))
    if iso is None:
        return printed
    return format_html('<time datetime="{}">{}</time>', iso, printed)
