"""Context of the front page."""

from datetime import datetime
from functools import lru_cache

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.articles.newest import newest
from newsroom.articles.rows import first_photos, story_rows
from newsroom.cooperation.index import AGREEMENTS
from newsroom.cooperation.models import Agreement
from newsroom.cooperation.relation import relations_of
from newsroom.cooperation.rows import agreement_row
from newsroom.languages import tag_of
from newsroom.masthead.models import SiteSettings
from newsroom.pages.structured import CONTEXT, publisher
from newsroom.photos.pictures import picture_of, thumb_of
from newsroom.places.models import Pair, Place
from newsroom.profiles.relations import pair_row
from newsroom.publishing.clock import day_of
from newsroom.website.network import NARROW, WIDE, Drawing, drawing

STORIES = 11
SECONDS = 2  # beside the first one, with their standfirst
NEWEST = 5  # agreements
PARTIES = 3  # of one agreement
PARTNERS = 200  # as many as a drawing, and a page, can hold


def stories(at: datetime, language: str) -> list[dict]:
    """Return the newest stories as rows, each with its first photo: large for the first, a thumbnail for the others."""
    versions = list(newest(at, language, STORIES))
    rows = story_rows(versions, at=at, language=language)
    photos = first_photos([version.edition.article_id for version in versions], at)
    for place, (row, version) in enumerate(zip(rows, versions, strict=True)):
        section = version.edition.article.section
        row["section"] = "" if row["pairs"] or section is None else section.name_in(language)
        if photo := photos.get(version.edition.article_id):
            row["picture"] = thumb_of(photo) if place else picture_of(photo, language, cut="lead")
    return rows


def agreements(at: datetime, language: str) -> list[dict]:
    """Return the newest signed agreements, each with its first parties, the number of others, and today's status."""
    signed = AGREEMENTS.entries([AGREEMENTS.key("state", Agreement.State.SIGNED)])
    seen = signed.filter(Exists(Agreement.objects.public(at).filter(pk=OuterRef("object_id"))))
    keys = list(seen.values_list("object_id", flat=True)[:NEWEST])
    known = Agreement.objects.with_row(at).in_bulk(keys)
    rows = [agreement_row(known[key], language, day_of(at)) for key in keys]
    return [
        row | {"between": row["between"][:PARTIES], "others": max(0, len(row["between"]) - PARTIES)} for row in rows
    ]


def network(at: datetime, language: str, *, home: str) -> dict | None:
    """Return the pairs of the home place, as wide and narrow drawings and as a list; None without pairs.

    At most PARTNERS, the first by name: the list of pairs has them all.
    """
    place = Place.objects.filter(slug=home).first()
    known = Pair.objects.public(at).of(place) if place else Pair.objects.none()
    pairs = list(known.with_places().by_other(place, language)[:PARTNERS])
    relations = relations_of(pairs, at, day_of(at))
    rows = [(pair.other(place), pair_row(pair, relations[pair.pk], language)) for pair in pairs]
    if not rows:
        return None
    dots = tuple(_dot(partner, row["address"], language) for partner, row in rows if partner.longitude is not None)
    drawn = dots and place.longitude is not None
    return {
        "drawings": drawings(_dot(place, place.address_in(language), language), dots) if drawn else (),
        "home": place.name_in(language),
        "partners": [row | {"name": partner.name_in(language)} for partner, row in rows],
    }


@lru_cache(maxsize=4)  # both languages, and as they were before a change
def drawings(home: tuple, dots: tuple[tuple, ...]) -> tuple[tuple[str, Drawing], ...]:
    """Return the network drawn wide and narrow; cached by its dots, as label placement is slow."""
    return ("wide", drawing(home, dots, WIDE)), ("narrow", drawing(home, dots, NARROW))


def _dot(place: Place, address: str, language: str) -> tuple:
    """Return a place as `drawing` takes it: name, longitude, latitude, address."""
    return place.name_in(language), float(place.longitude), float(place.latitude), address


def description(site: SiteSettings, language: str, shown: dict | None) -> str:
    """Return the front page's meta description: the office's own, else a generated one.

    It names the home place if the page does: if `shown`, the `network` context, is not None.
    """
    if own := site.description_in(language):
        return own
    if shown is None:
        says = _("%(site)s: who visited whom, who signed what with whom, and what came of it.")
        return says % {"site": site.name_in(language)}
    says = _("%(site)s: what %(home)s and its partner cities agree on, who visits whom, and what comes of it.")
    return says % {"site": site.name_in(language), "home": shown["home"]}


def site_data(request: HttpRequest, name: str, says: str) -> dict:
    """Return the schema.org WebSite of the site, which `says` describes."""
    search = request.build_absolute_uri(reverse("search", args=[request.language]))
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": name,
        "description": says,
        "url": request.build_absolute_uri(request.path_info),
        "inLanguage": tag_of(request.language),
        "publisher": publisher(request.site, request.language, request.build_absolute_uri),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }
