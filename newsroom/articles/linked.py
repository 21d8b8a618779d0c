"""Structured data of a story (JSON-LD), and the meta tags of government sites."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from newsroom.articles.models import Version
from newsroom.articles.story import Story
from newsroom.cooperation.structured import mentioned
from newsroom.languages import tag_of
from newsroom.pages.structured import CONTEXT, Absolute
from newsroom.places.structured import named_place
from newsroom.publishing.clock import day_of, is_whole_day


def story_data(
    story: Story, shown: Version, context: dict, absolute: Absolute, *, publisher: dict, picture: dict
) -> dict:
    """Return the schema.org NewsArticle of the version `shown`.

    `publisher` is the office (`publishing.structured.publisher`), `picture` the Open Graph image
    (`sharing.picture`).
    """
    address = absolute(shown.edition.article.address_in(shown.language))
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": shown.headline,
        "description": shown.standfirst,
        "inLanguage": tag_of(shown.language),
        "url": address,
        "mainEntityOfPage": address,
        "isAccessibleForFree": True,
        "image": [*(_photo(one, absolute) for one in context["pictures"]), _image(picture)],
        "datePublished": _moment(context["published"]),
        "dateModified": _moment(context["updated"] or context["published"]),
        "articleSection": context["section_name"],
        "author": {"@type": "Person", "name": shown.byline} if shown.byline else publisher,
        "publisher": publisher,
        "about": [
            {"@type": "Thing", "name": f"{pair['home']} – {pair['partner']}", "url": absolute(pair["address"])}
            for pair in context["pairs"]
        ],
        "mentions": mentioned(*context["reported"], shown.language, absolute),
        "contentLocation": [named_place(place, shown.language, absolute) for place in context["places"]],
        "isBasedOn": [source["address"] for source in context["sources"] if source["address"]],
        "citation": [_source(source) for source in context["sources"] if source["title"]],
        "correction": [
            {"@type": "CorrectionComment", "text": one["note"], "datePublished": _moment(one["at"])}
            for one in context["corrections"]
        ],
        "workTranslation": [
            _translation(story.shown_in(code), absolute) for code in story.languages if code != shown.language
        ],
    }


def _translation(version: Version, absolute: Absolute) -> dict:
    return {
        "@type": "NewsArticle",
        "headline": version.headline,
        "inLanguage": tag_of(version.language),
        "url": absolute(version.edition.article.address_in(version.language)),
    }


def _moment(at: datetime) -> str:
    if is_whole_day(at):
        return day_of(at).isoformat()
    return localtime(at).isoformat(timespec="seconds")


def _image(picture: dict) -> dict:
    measures = {"width": picture["width"], "height": picture["height"]}
    return {"@type": "ImageObject", "url": picture["address"], **measures}


def _photo(picture: Any, absolute: Absolute) -> dict:
    return {
        "@type": "ImageObject",
        "url": absolute(picture.address),
        "width": picture.width,
        "height": picture.height,
        "caption": picture.caption,
        "creditText": picture.credit,
    }


def _source(source: dict) -> dict:
    publisher = source["outlet"] and {"@type": "Organization", "name": source["outlet"]}
    return {"@type": "CreativeWork", "name": source["title"], "url": source["address"], "publisher": publisher}


def told_to_government(context: dict) -> dict:
    """Return the government meta tags of a story beyond those of every page: source, keywords, author."""
    names = [str(name) for pair in context["pairs"] for name in (pair["home"], pair["partner"])]
    words = dict.fromkeys([*names, *(str(field) for field in context["card"].get("fields", []))])
    return {"source": context["source"], "keywords": list(words), "author": context["byline"]}
