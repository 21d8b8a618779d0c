"""Atom feeds of stories in one language: all, of a pair, of a place."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.articles.atom import ATOM, BilingualFeed, identity
from newsroom.articles.models import Version
from newsroom.articles.newest import newest
from newsroom.languages import other, prefix_of, printable, tag_of
from newsroom.pages.responses import find_public
from newsroom.places.models import Pair, Place

NEWEST = 30


@require_safe
def feed(request: HttpRequest, language: str) -> HttpResponse:
    """Return the feed of the site's newest stories."""
    return _atom(request, "", reverse("front", args=[language]), _stories(request, language))


@require_safe
def pair_feed(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Return the feed of the newest stories about a pair."""
    pair = find_public(request, Pair.objects.with_places(), slug=slug)
    home, partner = (place.name_in(language) for place in pair.in_order(language))
    title = _("%(home)s and %(partner)s") % {"home": home, "partner": partner}
    return _atom(request, title, pair.address_in(language), _stories(request, language, about=pair))


@require_safe
def place_feed(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Return the feed of the newest stories about a place."""
    place = find_public(request, Place.objects.all(), slug=slug)
    return _atom(request, place.name_in(language), place.address_in(language), _stories(request, language, about=place))


def _stories(request: HttpRequest, language: str, about: Any = None) -> list[Version]:
    return list(newest(request.moment, language, NEWEST, about=about))


def _atom(request: HttpRequest, title: str, address: str, newest: list[Version]) -> HttpResponse:
    """Return a feed response; `address` is the HTML page that lists the same."""
    language, whole = request.language, request.build_absolute_uri
    site = request.site.name_in(language)
    twin = other(language)
    feed = BilingualFeed(
        title=printable(f"{title} · {site}" if title else site),
        link=whole(address),
        description=printable(request.site.organiser_in(language) or ""),
        feed_url=whole(request.path_info),
        language=tag_of(language),
        author_name=printable(request.site.organiser_in(language) or site),
        twin=(twin, whole(f"/{prefix_of(twin)}/{request.path_info[4:]}")),
    )
    told = _told_in(twin, newest, request.moment)
    for version in newest:
        article = version.edition.article
        feed.add_item(
            title=printable(version.headline),
            link=whole(article.address_in(language)),
            unique_id=identity(request.get_host(), version),
            description=printable(version.standfirst),
            pubdate=version.edition.first_public_from,
            updateddate=version.public_from,
            author_name=printable(version.byline) or None,
            categories=[printable(str(article.section.name_in(language)))] if article.section else [],
            others=[(twin, whole(article.address_in(twin)))] if article.pk in told else [],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=f"{ATOM}; charset=utf-8")


def _told_in(language: str, versions: list[Version], at: datetime) -> set[int]:
    """Return the primary keys of the articles of `versions` that are public in `language` too."""
    shown = Version.objects.public(at).in_language(language)
    articles = [version.edition.article_id for version in versions]
    return set(shown.filter(edition__article__in=articles).values_list("edition__article", flat=True))
