"""Side-by-side view of a story in both languages: `?with=zh` on the English page."""

import re

from django.utils.translation import gettext as _

from newsroom.articles.models import Version
from newsroom.articles.page import words_of
from newsroom.articles.story import Story
from newsroom.languages import EN, ZH, other, prefix_of

ELEMENT = re.compile(r"<(/?)(\w+)")
MOST_ROWS = 15  # for which story.css has places


def twin_of(shown: Version, story: Story, asked: str) -> tuple[Version | None, str]:
    """Return the version to show beside `shown`, or the message that says why there is none."""
    language = other(shown.language)
    if not asked:
        return None, ""
    if asked != prefix_of(language):
        return None, _("This story can be set beside its other language only. Here it stands alone.")
    missing = {
        ZH: _("This story is not available in Chinese. Here it stands alone."),
        EN: _("This story is not available in English. Here it stands alone."),
    }
    twin = story.shown_in(language)
    return twin, "" if twin else missing[language]


def both(story: Story, shown: Version, twin: Version, outlets: dict) -> dict:
    """Return the additional context of the bilingual page: both halves, and the corrections of both.

    `outlets` is the name of the first source in each language.
    """
    halves = [
        {"language": version.language, "source": outlets[version.language], **words_of(story, version)}
        for version in (shown, twin)
    ]
    corrections = [correction for half in halves for correction in half["corrections"]]
    return {
        "halves": halves,
        "paired": _are_alike(shown.body, twin.body),
        "plain": shown.edition.article.address_in(shown.language),
        "corrections": sorted(corrections, key=lambda correction: correction["at"], reverse=True),
    }


def _are_alike(one: str, twin: str) -> bool:
    """Return whether both bodies have the same parts in the same order, few enough to stand row by row."""
    parts = [_parts(body) for body in (one, twin)]
    return parts[0] == parts[1] and len(parts[0]) <= MOST_ROWS


def _parts(body: str) -> list[str]:
    """Return the elements at the top of a body, in order. A clean body closes what it opens."""
    found, depth = [], 0
    for closes, name in ELEMENT.findall(body):
        if name == "br":
            continue
        depth -= bool(closes)
        if depth == 0 and not closes:
            found.append(name)
        depth += not closes
    return found


def address_beside(shown: Version, story: Story) -> str:
    """Return the address of the side-by-side page, or "" where the story has one language."""
    language = other(shown.language)
    if story.shown_in(language) is None:
        return ""
    return f"{shown.edition.article.address_in(shown.language)}?with={prefix_of(language)}"
