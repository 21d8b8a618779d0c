"""Views of delegations: the list, its CSV and JSON exports, and one delegation."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.cooperation import registers, roll, rows
from newsroom.cooperation.filters import DelegationFilters
from newsroom.cooperation.models import Appearance, Delegation
from newsroom.cooperation.structured import described_delegation
from newsroom.cooperation.views.lists import as_data, listed, register_head, streamed
from newsroom.cooperation.wording import role_of
from newsroom.pages.head import record_head
from newsroom.pages.responses import find_public
from newsroom.places.marks import pair_marks
from newsroom.publishing.clock import today_at
from newsroom.publishing.stories import stories_about


@require_safe
def delegations(request: HttpRequest, language: str) -> HttpResponse:
    """Show the list of delegations, latest first."""
    at, today = request.moment, today_at(request.moment)
    filters = DelegationFilters(request.GET, at=at, language=language)
    context = listed(request, filters, view="delegations") | as_data(request, "delegations")
    known = Delegation.objects.of_stops(context["listing"].rows).with_names().with_stops(at, today)
    shown = context["listing"].in_order({one.stop: one for one in known})
    says = _("Who was sent where and by whom, when, and what was signed on the way: the register, also as data.")
    context |= {
        "head": register_head(request, _("Delegations"), says, context),
        "delegations": [rows.delegation_row(delegation, language) for delegation in shown],
    }
    return render(request, "cooperation/delegations.html", context)


@require_safe
def data(request: HttpRequest, language: str, form: Any) -> HttpResponse:
    """Stream all rows of the filtered list as CSV or JSON."""
    at = request.moment
    filters = DelegationFilters(request.GET, at=at, language=language)
    register = registers.Delegations(
        at=at, day=today_at(at), language=language, absolute=request.build_absolute_uri, site=request.site
    )
    return streamed(register, filters.qs, form=form, name="delegations")


@require_safe
def delegation(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show one delegation: who sent it, who travelled, and the visible stops."""
    at, today = request.moment, today_at(request.moment)
    delegation = find_public(request, Delegation.objects.with_page(at, today), slug=slug)
    by_role = {
        role: [one for one in delegation.appearances.all() if one.role == role] for role in Appearance.Role.values
    }
    itinerary = delegation.itinerary()
    name = rows.journey_name(delegation, itinerary, language)
    pairs = dict.fromkeys(pair for stop in itinerary for pair in stop.pairs.all())
    senders = [sender.place or sender.institution for sender in delegation.senders.all()]
    context = {
        "section": "delegations",
        "name": name,
        "other_name": delegation.twin_name_in(language),
        "kind": delegation.get_kind_display(),
        "pairs": pair_marks(pairs, language),
        "senders": [rows.named_entry(sender, language) for sender in senders],
        "size": roll.size_of(delegation),
        **rows.journey(delegation, today),
        "roles": [
            (role_of(len(people), role), roll.people(people, language, role_said=True))
            for role, people in by_role.items()
            if people
        ],
        "stops": [rows.stop_row(stop, language) for stop in itinerary],
        "citations": [citation.entry_in(language) for citation in delegation.citations.all()],
        "stories": stories_about(delegation, at=at, language=language),
        **record_head(
            request,
            name,
            (_("Delegations"), "delegations"),
            described_delegation(delegation, name, language, request.build_absolute_uri, stops=itinerary),
            says=_("%(name)s: who travelled, the stops of the journey, and the stories about it."),
            work=True,
            day=next((stop.held for stop in itinerary if stop.held), None),
        ),
    }
    return render(request, "cooperation/delegation.html", context)
