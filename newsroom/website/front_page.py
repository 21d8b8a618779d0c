"""Context of the front page."""

from datetime import datetime
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.articles.newest import newest
from newsroom.articles.rows import first_photos, story_rows
from newsroom.cooperation.index import AGREEMENTS
from newsroom.cooperation.models import Agreement, Stage
from newsroom.cooperation.relation import relations_of
from newsroom.cooperation.rows import agreement_row
from newsroom.languages import tag_of
from newsroom.lists.pagination import COUNTED
from newsroom.masthead.models import SiteSettings
from newsroom.pages.structured import CONTEXT, publisher
from newsroom.photos.pictures import picture_of, thumb_of
from newsroom.places.listing import Listing
from newsroom.places.models import Pair, Place
from newsroom.profiles.pairs import in_brief
from newsroom.profiles.pairs import numbers as numbers_of
from newsroom.profiles.relations import pair_row
from newsroom.publishing.clock import today_at
from newsroom.website.network import NARROW, WIDE, Drawing, drawing

STORIES = 11
SECONDS = 2  # beside the first one, with their standfirst
NEWEST = 5  # agreements
PARTIES = 3  # of one agreement
ONE_DOT = 1  # degree: no two names find room beside places that are nearer
PARTNERS = 200  # as many as a drawing, and a page, can hold


def stories(at: datetime, language: str) -> list[dict]:
    """Return the newest stories as rows, each with its first photo: large for the first, a thumbnail for the others."""
    versions = list(newest(at, language, STORIES))
    rows = story_rows(versions, at=at, language=language)
    photos = first_photos([version.edition.article_id for version in versions], at, language)
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
    known = Agreement.objects.filter(pk__in=seen.values("object_id")[:NEWEST])
    rows = [agreement_row(one, language, today_at(at)) for one in known.with_parties(at).newest_first()]
    return [
        row | {"between": row["between"][:PARTIES], "others": max(0, len(row["between"]) - PARTIES)} for row in rows
    ]


def numbers(at: datetime, language: str) -> dict:
    """Return what the lists of pairs and agreements hold in all, each number as its list prints it."""
    listing = Listing.of_all(language)
    partners, countries = numbers_of(in_brief(Pair.objects.public(at), listing), listing)
    agreements = Agreement.objects.public(at).order_by()[: COUNTED + 1].count()
    return {"partners": partners, "countries": countries, "agreements": agreements, "exact": agreements <= COUNTED}


def network(at: datetime, language: str, *, home: str) -> dict | None:
    """Return the pairs of the home place, as wide and narrow drawings and as a list; None without pairs.

    At most PARTNERS, the first by name: the list of pairs has them all.
    """
    known = Pair.objects.public(at).filter(Q(first__slug=home) | Q(second__slug=home))
    pairs = list(known.with_places().by_other(home, language)[:PARTNERS])
    if not pairs:
        return None
    place = next(side for side in (pairs[0].first, pairs[0].second) if side.slug == home)
    relations = relations_of(pairs, at, today_at(at))
    rows = [(pair.other(place), pair_row(pair, relations[pair.pk], language)) for pair in pairs]
    dots = tuple(_dot(partner, row["address"], language) for partner, row in _drawn(rows))
    drawn = dots and place.longitude is not None
    return {
        "drawings": drawings(_dot(place, place.address_in(language), language), dots) if drawn else (),
        "home": place.name_in(language),
        "partners": [row | {"name": partner.name_in(language)} for partner, row in rows],
    }


def _drawn(rows: list[tuple[Place, dict]]) -> list[tuple[Place, dict]]:
    """Return the rows whose partners lie somewhere, without a relation that is over where another has the same dot."""
    found = [(partner, row) for partner, row in rows if partner.longitude is not None]
    living = [partner for partner, row in found if not _is_over(row)]
    return [one for one in found if not (_is_over(one[1]) and any(_is_near(one[0], other) for other in living))]


def _is_over(row: dict) -> bool:
    return bool(row["kind"]) and Stage.Kind(row["kind"]).is_over


def _is_near(one: Place, other: Place) -> bool:
    return max(abs(one.longitude - other.longitude), abs(one.latitude - other.latitude)) < ONE_DOT


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
