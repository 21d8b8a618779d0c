"""A story in the words of schema.org, for machines."""

from collections.abc import Callable

from django.utils.timezone import localtime

from newsroom.articles.models import Version
from newsroom.articles.story import Story
from newsroom.languages import tag_of


def story_data(story: Story, shown: Version, context: dict, absolute: Callable[[str], str], publisher) -> dict:
    """Return the NewsArticle of the version `shown`; `absolute` makes an address whole, `publisher` is the site."""
    updated = context["updated"] or context["published"]
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": shown.headline,
        "description": shown.standfirst,
        "inLanguage": tag_of(shown.language),
        "url": absolute(shown.edition.article.address_in(shown.language)),
        "datePublished": localtime(context["published"]).isoformat(timespec="seconds"),
        "dateModified": localtime(updated).isoformat(timespec="seconds"),
        "articleSection": context["section_name"],
        "author": {"@type": "Person", "name": shown.byline} if shown.byline else None,
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "about": [
            {"@type": "Thing", "name": f"{pair['home']} – {pair['partner']}", "url": absolute(pair["address"])}
            for pair in context["pairs"]
        ],
        "contentLocation": _locations(context["pairs"]),
        "isBasedOn": [source["address"] for source in context["sources"] if source["address"]],
        "workTranslation": [
            {
                "@type": "NewsArticle",
                "inLanguage": tag_of(code),
                "url": absolute(shown.edition.article.address_in(code)),
            }
            for code in story.languages
            if code != shown.language
        ],
    }


def _locations(pairs: list[dict]) -> list[dict]:
    names = dict.fromkeys(str(name) for pair in pairs for name in (pair["home"], pair["partner"]))
    return [{"@type": "Place", "name": name} for name in names]
