"""What stands on the front page."""

from datetime import datetime

from newsroom.articles.models import Version
from newsroom.articles.rows import story_rows
from newsroom.cooperation.models import Agreement
from newsroom.cooperation.rows import agreement_row
from newsroom.languages import tag_of
from newsroom.places.models import Pair, Place
from newsroom.publishing.clock import day_of
from newsroom.website.network import drawing

STORIES = 9
AGREEMENTS = 5


def stories(at: datetime, language: str) -> list[dict]:
    """Return the newest stories as rows; the first is the one that stands large."""
    versions = Version.objects.public(at).in_language(language).with_article().without_body().newest_first()
    return story_rows(versions[:STORIES], at=at, language=language)


def agreements(at: datetime, language: str) -> list[dict]:
    """Return the agreements signed last as `components/agreement_row.html` prints them."""
    signed = Agreement.objects.public(at).filter(state=Agreement.State.SIGNED)
    newest = signed.newest_first().with_parties()[:AGREEMENTS]
    return [agreement_row(agreement, language, day_of(at)) for agreement in newest]


def network(at: datetime, language: str, *, home: str) -> dict | None:
    """Return the pairs of the home place as a drawing and, with the same content, as a list; None without any."""
    place = Place.objects.filter(slug=home).first()
    pairs = list(Pair.objects.public(at).of(place).with_places().order_by("slug")) if place else []
    if not pairs:
        return None
    partners = [(pair.other(place), pair.address_in(language)) for pair in pairs]
    dots = [_dot(partner, address, language) for partner, address in partners if partner.longitude is not None]
    middle = _dot(place, place.address_in(language), language)
    return {
        "drawing": drawing(middle, dots) if place.longitude is not None and dots else None,
        "partners": [{"name": partner.name_in(language), "address": address} for partner, address in partners],
    }


def _dot(place: Place, address: str, language: str) -> tuple:
    return place.name_in(language), float(place.longitude or 0), float(place.latitude or 0), address


def site_data(request, name, organiser) -> dict:
    """Return the site in the words of schema.org."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": name,
        "url": request.build_absolute_uri(request.path_info),
        "inLanguage": tag_of(request.language),
        "publisher": {"@type": "GovernmentOrganization", "name": organiser} if organiser else None,
    }
