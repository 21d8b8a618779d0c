"""Stories as Atom: all of them, of a pair, of a place; each language has its own."""

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.articles.models import Version
from newsroom.languages import printable, tag_of
from newsroom.places.models import Pair, Place
from newsroom.publishing.answers import found

NEWEST = 30


@require_safe
def feed(request, language):
    """The newest stories of the site."""
    return _atom(request, "", f"/{request.path_info.split('/')[1]}/", _stories(request, language))


@require_safe
def pair_feed(request, language, slug):
    """The newest stories about a pair."""
    pair = found(request, Pair.objects.with_places(), slug=slug)
    home, partner = (place.name_in(language) for place in pair.in_order())
    title = _("%(home)s and %(partner)s") % {"home": home, "partner": partner}
    return _atom(request, title, pair.address_in(language), _stories(request, language).for_pair(pair))


@require_safe
def place_feed(request, language, slug):
    """The newest stories about a place."""
    place = found(request, Place.objects.all(), slug=slug)
    return _atom(
        request, place.name_in(language), place.address_in(language), _stories(request, language).for_place(place)
    )


def _stories(request, language: str):
    versions = Version.objects.public(request.moment).in_language(language)
    return versions.with_article().without_body().newest_first()


def _atom(request, title: str, address: str, versions) -> HttpResponse:
    """Answer with a feed; `address` is the page that shows the same."""
    language, absolute = request.language, request.build_absolute_uri
    site = request.site.name_in(language) or ""
    feed = Atom1Feed(
        title=printable(f"{title} · {site}" if title else site),
        link=absolute(address),
        description=printable(request.site.organiser_in(language) or ""),
        feed_url=absolute(request.path_info),
        language=tag_of(language),
        author_name=printable(request.site.organiser_in(language) or site),
    )
    for version in versions[:NEWEST]:
        link = absolute(version.edition.article.address_in(language))
        feed.add_item(
            title=printable(version.headline),
            link=link,
            unique_id=link,
            description=printable(version.standfirst),
            pubdate=version.edition.first_public_from,
            updateddate=version.public_from,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
