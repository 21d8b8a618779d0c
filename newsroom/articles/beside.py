"""Side-by-side view of a story in both languages: `?with=zh` on the English page."""

from django.utils.translation import gettext as _

from newsroom.articles.models import Version
from newsroom.articles.page import words_of
from newsroom.articles.story import Story
from newsroom.languages import EN, ZH, other, prefix_of


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
        "plain": shown.edition.article.address_in(shown.language),
        "corrections": sorted(corrections, key=lambda correction: correction["at"], reverse=True),
    }


def address_beside(shown: Version, story: Story) -> str:
    """Return the address of the side-by-side page, or "" where the story has one language."""
    language = other(shown.language)
    if story.shown_in(language) is None:
        return ""
    return f"{shown.edition.article.address_in(shown.language)}?with={prefix_of(language)}"
