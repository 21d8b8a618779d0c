"""The pages of places and of pairs of places."""

from django.core.exceptions import BadRequest
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.languages import in_a_row, printable
from newsroom.lists.pagination import page_of_rows
from newsroom.lists.rosters import az_context
from newsroom.pages.head import addresses, list_head, record_head
from newsroom.pages.responses import Moved, find_public
from newsroom.places.lists import all_in_order, by_country, by_relation, named_like
from newsroom.places.marks import pair_mark, pair_row
from newsroom.places.models import Pair, Place
from newsroom.places.namesakes import lying_between, lying_in
from newsroom.places.page import all_stories, follow_up_rows, overview, pair_head, tied, timeline
from newsroom.places.parts import part_of
from newsroom.places.portrait import BODIES, KIN, PAIRS, VISITS, journeys, relations, standing
from newsroom.places.records import FOLLOW_UPS, INSTITUTIONS, between
from newsroom.places.structured import described_pair, described_place
from newsroom.publishing.clock import day_of
from newsroom.publishing.stories import stories_about

STORIES = 12  # about a place, on its page
BESIDE = 5  # about a pair, beside its timeline
LINES = 240  # pairs on one page of their list
LONGEST = 200  # characters of what is asked for


@require_safe
def pairs(request, language):
    """All pairs, by the partner's country; `?by=relation` gathers them by what they are, `?q=` finds some of them."""
    at = request.moment
    asked = printable(request.GET.get("q", "")).strip()
    if len(asked) > LONGEST:
        raise BadRequest(_("A search holds at most 200 characters. Please shorten it."))
    by = "relation" if request.GET.get("by") == "relation" else "country"
    countries = {place.country: place.name_in(language) for place in Place.objects.countries()}
    known = all_in_order(Pair.objects.public(at).with_relation(at), by=by, countries=countries)
    alike = named_like(Place.objects.all(), asked) if asked else set()
    found = [pair.key for pair in known if not asked or alike.intersection(pair.places)]
    question = ({"by": by} if by == "relation" else {}) | ({"q": asked} if asked else {})
    listing = page_of_rows(found, request.GET.get("page"), size=LINES, question=question, path=request.path)
    rows = _lines(listing, language, at)
    context = {
        "section": "pairs",
        "head": list_head(
            request,
            _("City pairs"),
            _("Every pair of places with anything on record, by country or by what they are to each other."),
        ),
        "groups": by_relation(rows) if by == "relation" else by_country(rows, countries),
        "by": by,
        "q": asked,
        "found": len(found),
        "total": len(known),
        "listing": listing,
        **addresses(request, question=listing.asked()),
    }
    return render(request, "places/pairs.html", context)


def _lines(listing, language, at):
    """The pairs of one page of their list, with what is on record of each."""
    pairs = listing.in_order(Pair.objects.with_places().with_relation(at).in_bulk(listing.rows))
    contacts = Pair.objects.contacts(listing.rows, at, day_of(at))
    apart = lying_between(pairs, language)
    return [pair_row(pair, language) | contacts.get(pair.pk, {}) | {"apart": apart.get(pair.pk, "")} for pair in pairs]


@require_safe
def pair(request, language, slug):
    """One pair: its history in parts, and on the first what is in force, what came of it, and what is told about it."""
    at, today = request.moment, day_of(request.moment)
    continued = ("continues__first", "continues__second", "first__parent", "second__parent")
    pair = find_public(request, Pair.objects.at_address(slug).with_places().select_related(*continued))
    if pair.slug != slug:
        raise Moved(pair.address_in(language))
    records = between(pair, at)
    sums = records.sums()
    part = part_of(sums["event"] + sums["agreement"] + sums["stage"], request.GET.get("page"))
    if part is None:
        raise Http404
    told = _newest(records, sums, at, language) if part.number == 1 else _earlier(records, part, language, today)
    name = _("%(home)s and %(partner)s") % pair_mark(pair, language)
    context = {
        "section": "pairs",
        **pair_head(pair, language),
        **told,
        "way": part.way(),
        "feed": f"{pair.address_in(language)}feed/",
        **record_head(
            request,
            name,
            (_("City pairs"), "pairs"),
            described_pair(pair, name, language, request.build_absolute_uri),
            says=_("%(name)s: visits, agreements and stories, and what they are to each other today."),
        ),
        **addresses(request, question=part.asked()),
    }
    return render(request, "places/pair.html", context)


def _newest(records, sums, at, language):
    """The first part of a pair's history, and all that stands round it."""
    pair, today = records.pair, day_of(at)
    loaded = records.newest(today)
    follow_ups = list(records.agreements.follow_ups(at).newest_first()[:FOLLOW_UPS])
    sources = records.quoted(loaded, follow_ups, language)
    stories = stories_about(pair, at=at, language=language)
    return {
        **overview(pair, sums, loaded, sources, at=at, language=language, day=today),
        **_continuation(pair, at, language),
        "years": timeline(pair, loaded, sources, language=language, day=today),
        "institutions": tied(records.agreements.institutions()[:INSTITUTIONS], language),
        "follow_ups": follow_up_rows(follow_ups, sources, language),
        "stories": stories[:BESIDE],
        "all_stories": all_stories(pair, language) if len(stories) > BESIDE else "",
    }


def _earlier(records, part, language, today):
    """A further part: the history alone."""
    loaded = records.part(part.number)
    sources = records.quoted(loaded, [], language)
    return {"years": timeline(records.pair, loaded, sources, language=language, day=today)}


def _continuation(pair, at, language):
    """What the pair took over, without an address where readers may not see its page, and what took it over."""
    shown = list(Pair.objects.public(at).continuing(pair).with_places())
    before = pair.continues and pair_mark(pair.continues, language)
    return {
        "before": before and before | ({} if pair.continues in shown else {"address": ""}),
        "after": [pair_mark(later, language) for later in shown if later.continues_id == pair.pk],
    }


@require_safe
def places(request, language):
    """Every place that something names, by its initial."""

    def small(known):
        apart = lying_in(known.values(), language)
        return {key: in_a_row(filter(None, [one.get_level_display(), apart.get(key)])) for key, one in known.items()}

    says = _("Every place that a story or a record of this site names.")
    context = az_context(request, Place, small) | {"head": list_head(request, _("Places"), says)}
    return render(request, "roster.html", context)


@require_safe
def place(request, language, slug):
    """One place: its pairs, who came and who went, what it was before and became, what is told about it."""
    at, today = request.moment, day_of(request.moment)
    place = find_public(request, Place.objects.all(), slug=slug)
    kin = list(Place.objects.kin_of(place, at)[:KIN])
    visits = place.events.model.objects.public(at).of_delegations(place, today, VISITS + 1)
    pairs = list(Pair.objects.public(at).of(place).with_places().with_relation(at).order_by("slug")[: PAIRS + 1])
    institutions = list(place.institutions.public(at).order_by("slug")[: BODIES + 1])
    stories = stories_about(place, at=at, language=language)
    parent = next((one for one in kin if one.pk == place.parent_id and one.shown), None)
    said = described_place(place, language, request.build_absolute_uri, parent=parent)
    context = {
        "section": "places",
        "name": place.name_in(language),
        "other_name": place.twin_name_in(language),
        **standing(place, kin, language),
        **relations(place, pairs, institutions, language),
        **journeys(place, list(visits), language),
        "stories": stories[:STORIES],
        "all_stories": all_stories(place, language) if len(stories) > STORIES else "",
        "feed": f"{place.address_in(language)}feed/",
        **record_head(
            request,
            place.name_in(language),
            (_("Places"), "places"),
            said,
            says=_("%(name)s: its city pairs, its delegations and the stories about it."),
        ),
    }
    return render(request, "places/place.html", context)
