"""Citations of a story as plain text: GB/T 7714 in Chinese, newspaper style in English."""

from collections.abc import Callable
from datetime import date

from newsroom.articles.models import Version
from newsroom.articles.story import Story
from newsroom.dates import Day
from newsroom.languages import EN, Words
from newsroom.masthead.models import SiteSettings
from newsroom.publishing.clock import day_of

ENDS = "?!.…？！。"


def citations(story: Story, first: str, site: SiteSettings, absolute: Callable[[str], str]) -> list[Words]:
    """Return the citation of each public edition, the language `first` first; `absolute` makes addresses absolute.

    The access date, which GB/T 7714 requires, is the day of the request.
    """
    shown = [story.shown_in(language) for language in sorted(story.languages, key=lambda code: code != first)]
    return [_citation(version, site, absolute, day_of(story.at)) for version in shown]


def _citation(version: Version, site: SiteSettings, absolute: Callable[[str], str], today: date) -> Words:
    language = version.language
    address = absolute(version.edition.article.address_in(language))
    published, changed = day_of(version.edition.first_public_from), day_of(version.public_from)
    name = site.name_in(language)
    if language == EN:
        text = _english(version, name, published, changed, address)
    else:
        author = version.byline or site.organiser_in(language) or name
        text = f"{_ended(author, '.')} {version.headline}[EB/OL]. ({changed})[{today}]. {address}."
    return Words(text, language)


def _english(version: Version, site: str, published: date, changed: date, address: str) -> str:
    """Return “Headline.” Site, 19 August 2019 (updated 2 May 2020). Address"""
    day = Day.on(published).printed(EN)
    updated = f" (updated {Day.on(changed).printed(EN)})" if changed != published else ""
    author = f"{_ended(version.byline, '.')} " if version.byline else ""
    return f"{author}“{_ended(version.headline, '.')}” {site}, {day}{updated}. {address}"


def _ended(words: str, stop: str) -> str:
    return words if words.endswith(tuple(ENDS)) else f"{words}{stop}"
