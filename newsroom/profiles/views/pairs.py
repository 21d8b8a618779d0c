"""Views of pairs: the list, and one pair."""

from datetime import datetime
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.articles.about import stories_about
from newsroom.cooperation.doubts import Doubts
from newsroom.cooperation.of_pairs import contacts_of
from newsroom.cooperation.relation import Relation, relations_of
from newsroom.dates import Day
from newsroom.languages import printable
from newsroom.lists.filtering import LONGEST, TOO_LONG
from newsroom.lists.pagination import page_of_rows
from newsroom.pages.as_of import AsOf, as_of
from newsroom.pages.head import addresses, list_head, record_head
from newsroom.pages.responses import Moved, drawn_image, find_public
from newsroom.places.listing import Listing
from newsroom.places.marks import pair_mark, pair_marks
from newsroom.places.models import Pair, Place
from newsroom.places.namesakes import lying_between
from newsroom.profiles.pair import poster as posters
from newsroom.profiles.pair.facts import Told
from newsroom.profiles.pair.gone import gone_places
from newsroom.profiles.pair.page import all_stories, follow_up_rows, overview, pair_head, plot, tied, timeline
from newsroom.profiles.pair.parts import part_of
from newsroom.profiles.pair.records import FOLLOW_UPS, INSTITUTIONS, Records, between
from newsroom.profiles.pairs import all_in_order, by_country, by_relation, named_like, numbers
from newsroom.profiles.relations import former_partner, pair_row
from newsroom.profiles.structured import described_pair
from newsroom.publishing.clock import today_at

BESIDE = 5  # stories about a pair in the sidebar
NEARBY = 12  # pairs of districts and wider places
LINES = 240  # pairs per page


@require_safe
def pairs(request: HttpRequest, language: str) -> HttpResponse:
    """Show the list of pairs by the partner's country or region.

    `?by=relation` groups by relation, `?q=` searches names.
    """
    at = request.moment
    asked = printable(request.GET.get("q", "")).strip()
    if len(asked) > LONGEST:
        raise BadRequest(TOO_LONG)
    by = "relation" if request.GET.get("by") == "relation" else "country"
    countries = Listing.of_all(language)
    shown = Pair.objects.public(at)
    relations = relations_of(shown.with_places(), at, today_at(at)) if by == "relation" else {}
    known = all_in_order(shown, relations, by=by, countries=countries)
    alike = named_like(Place.objects.all(), asked) if asked else set()
    found = [pair.key for pair in known if not asked or alike.intersection(pair.places)]
    question = ({"by": by} if by == "relation" else {}) | ({"q": asked} if asked else {})
    listing = page_of_rows(found, request.GET.get("page"), size=LINES, question=question, path=request.path)
    rows = _lines(listing, countries, language, at)
    context = {
        "section": "pairs",
        "head": list_head(
            request,
            _("City pairs"),
            _("Every pair of places with anything on record, by country or region, or by what they are to each other."),
        ),
        "groups": by_relation(rows) if by == "relation" else by_country(rows, countries),
        "by": by,
        "q": asked,
        "found": len(found),
        "total": len(known),
        "numbers": numbers(known, countries),
        "listing": listing,
        "today": Day.on(today_at(at)),
        **addresses(request, question=listing.asked()),
    }
    return render(request, "profiles/pairs.html", context)


def _lines(listing: Any, countries: Listing, language: str, at: datetime) -> list:
    """Return the rows of one page of the list, with the numbers of events and agreements."""
    pairs = listing.in_order(Pair.objects.with_places().in_bulk(listing.rows))
    relations = relations_of(pairs, at, today_at(at))
    known = contacts_of(pairs, at, today_at(at))
    apart = lying_between(pairs, language)
    rows = [
        pair_row(pair, relations[pair.pk], language) | {"contacts": known[pair.pk], "apart": apart.get(pair.pk, "")}
        for pair in pairs
    ]
    return [row | {"apart": row["apart"] or countries.within(row["partner_key"]) or ""} for row in rows]


@require_safe
def pair(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show one pair: a paginated timeline, and on the first page facts, agreements in force, follow-ups and stories."""
    at, on = request.moment, as_of(request)
    continued = ("continues__first", "continues__second", "first__parent", "second__parent")
    pair = find_public(request, Pair.objects.at_address(slug).with_places().select_related(*continued))
    if pair.slug != slug:
        raise Moved(pair.address_in(language))
    records = between(pair, at)
    sums = records.sums(language)
    part = part_of(sums["event"] + sums["agreement"] + sums["stage"], request.GET.get("page"), on.asked())
    if part is None:
        raise Http404
    is_first = part.number == 1
    told = _newest(request, records, sums, on, language) if is_first else _earlier(records, part, on, language)
    name = _("%(home)s and %(partner)s") % pair_mark(pair, language)
    context = {
        "section": "pairs",
        **pair_head(pair, language),
        **told,
        "way": part.way(),
        "feed": reverse("pair-feed", args=[language, pair.slug]),
        **record_head(
            request,
            name,
            (_("City pairs"), "pairs"),
            described_pair(pair, name, language, request.build_absolute_uri),
            says=_("%(name)s: visits, agreements and stories, and what they are to each other today."),
            picture=posters.picture(pair, name, language, request.build_absolute_uri),
        ),
        **addresses(request, question=part.asked(), kept=on.asked()),
        **on.told(_("Relation, status and numbers") if is_first else _("Status"), part.asked()),
    }
    return on.carried(render(request, "profiles/pair.html", context))


@require_safe
def poster(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Return the drawn Open Graph image of a public pair; the site's default where it cannot be drawn."""
    pair = find_public(request, Pair.objects.with_places(), slug=slug)
    return drawn_image(request, posters.stored(pair, request.site, request.moment, language))


def _newest(request: HttpRequest, records: Records, sums: Any, on: AsOf, language: str) -> dict:
    """Return the first page of a pair's timeline, and what surrounds it: facts of the day that is asked for."""
    at, pair = request.moment, records.pair
    loaded = records.newest(on.day)
    follow_ups = list(records.agreements.follow_ups(at).newest_first()[:FOLLOW_UPS])
    sources = records.quoted(loaded, follow_ups, language)
    stories = stories_about(pair, at=at, language=language)
    kin = list(Pair.objects.public(at).continuing(pair).with_places())
    later = [one for one in kin if one.continues_id == pair.pk]
    relations = relations_of([pair, *later], at, on.day)
    doubts = Doubts(pair, at, on.today)
    told = Told(
        records,
        sums if on.is_today else records.by(on.day).sums(language),
        loaded,
        relations[pair.pk],
        records.last_contact(loaded, on.day),
        doubts,
        pair.whole_since or request.site.whole_since,
        language,
        on,
        tuple(
            _carried_on(one, relations[one.pk], pair, language)
            for one in later
            if on.is_today or relations[one.pk].kind
        ),
    )
    return {
        **overview(told, sources),
        "plot": plot(sums, until=on.today.year),
        **_continuation(pair, kin, language),
        "gone": gone_places(pair, at, on.today, language),
        "nearby": _nearby(doubts.pairs().with_places(), language),
        "years": timeline(pair, loaded, sources, language=language, day=on.day),
        "institutions": tied(records.agreements.institutions(language)[:INSTITUTIONS], language),
        "follow_ups": follow_up_rows(follow_ups, sources, language),
        "stories": stories[:BESIDE],
        "all_stories": all_stories(pair, language) if len(stories) > BESIDE else "",
    }


def _nearby(pairs: QuerySet, language: str) -> list[dict]:
    """Return the first of the pairs, which are few, by name."""
    by_name = sorted(pairs, key=lambda pair: pair.sort_key_in(language))
    return [pair_row(one, Relation(), language) for one in by_name[:NEARBY]]


def _carried_on(pair: Pair, relation: Relation, earlier: Pair, language: str) -> tuple:
    """Return the partner of the pair that continues an earlier one, and the day since which it does, if known."""
    return former_partner(pair, earlier, language), relation.since, relation.inferred


def _earlier(records: Records, part: Any, on: AsOf, language: str) -> dict:
    """Return a later page: only the timeline."""
    loaded = records.part(part.number, on.day)
    sources = records.quoted(loaded, [], language)
    return {"years": timeline(records.pair, loaded, sources, language=language, day=on.day)}


def _continuation(pair: Pair, kin: list[Pair], language: str) -> dict:
    """Return the pair that this one continues, without a link if it is not among the public `kin`, and the later."""
    before = pair.continues and pair_mark(pair.continues, language)
    return {
        "before": before and before | ({} if pair.continues in kin else {"address": ""}),
        "after": pair_marks((later for later in kin if later.continues_id == pair.pk), language),
    }
