"""Views of places: the A–Z list, and one place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.articles.about import stories_about
from newsroom.cooperation.models import Event
from newsroom.cooperation.relation import relations_of
from newsroom.cooperation.views.lists import register_head
from newsroom.dates import Day
from newsroom.languages import in_a_row
from newsroom.languages.sorting import by_name
from newsroom.pages.head import record_head
from newsroom.pages.responses import find_public
from newsroom.places.models import Pair, Place
from newsroom.places.namesakes import lying_in
from newsroom.profiles.pair.page import all_stories
from newsroom.profiles.place import BODIES, KIN, PAIRS, VISITS, journeys, relations, standing
from newsroom.profiles.structured import described_place
from newsroom.profiles.views.az_list import az_context
from newsroom.profiles.written import written
from newsroom.publishing.clock import today_at

STORIES = 12  # stories on a place's page


@require_safe
def places(request: HttpRequest, language: str) -> HttpResponse:
    """Show the A–Z list of places that something public names."""

    def beside(known: dict) -> dict:
        apart = lying_in(known.values(), language)
        notes = {key: filter(None, [one.level_words(), apart.get(key)]) for key, one in known.items()}
        return {key: {"small": in_a_row(words)} for key, words in notes.items()}

    says = _("Every place that a story or a record of this site names, in Chinese and in Latin letters; also as data.")
    context = az_context(request, "places", Place, beside)
    context["head"] = register_head(request, _("Places"), says, context, work=False)
    return render(request, "profiles/roster.html", context)


@require_safe
def place(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show one place: its pairs, delegations received and sent, predecessors and successors, and stories."""
    at, today = request.moment, today_at(request.moment)
    place = find_public(request, Place.objects.all(), slug=slug)
    kin = list(Place.objects.kin_of(place, at, language)[:KIN])
    visits = Event.objects.public(at).of_delegations(place, today, VISITS + 1)
    pairs = list(Pair.objects.public(at).of(place).with_places().by_other(slug, language)[: PAIRS + 1])
    institutions = list(place.institutions.public(at).order_by(*by_name(language))[: BODIES + 1])
    stories = stories_about(place, at=at, language=language)
    above = [one for one in kin if one.pk == place.parent_id and one.shown and not place.listed_alone()]
    said = described_place(place, language, request.build_absolute_uri, parent=next(iter(above), None))
    context = {
        "section": "places",
        "name": place.name_in(language),
        "other_name": place.twin_name_in(language),
        **written(place, language),
        **standing(place, kin, language),
        **relations(place, pairs, relations_of(pairs, at, today), institutions, language),
        **journeys(place, list(visits), language),
        "today": Day.on(today),
        "stories": stories[:STORIES],
        "all_stories": all_stories(place, language) if len(stories) > STORIES else "",
        "feed": reverse("place-feed", args=[language, place.slug]),
        **record_head(
            request,
            place.name_in(language),
            (_("Places"), "places"),
            said,
            says=_("%(name)s: its city pairs, its delegations and the stories about it."),
        ),
    }
    return render(request, "profiles/place.html", context)
