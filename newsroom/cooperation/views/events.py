"""View of one event."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from newsroom.cooperation import attendance, roll, rows
from newsroom.cooperation.following import was_signed
from newsroom.cooperation.models import Agreement, Event
from newsroom.cooperation.structured import described_event
from newsroom.dates import Day
from newsroom.pages.head import record_head
from newsroom.pages.responses import find_public
from newsroom.places.marks import pair_marks
from newsroom.publishing.clock import today_at
from newsroom.publishing.stories import stories_about


@require_safe
def event(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show one event: the day, the place, who came and who received them, what was signed and seen."""
    at, today = request.moment, today_at(request.moment)
    event = find_public(request, Event.objects.with_page(), slug=slug)
    agreements = list(Agreement.objects.public(at).filter(event=event).with_row(at, today).order_by("pk"))
    received, there = event.received(), event.appearances.all()
    travelled = [one for delegation in received for one in delegation.appearances.all()]
    companies = [roll.company(one, one.appearances.all(), language, here=there) for one in received]
    groups = attendance.groups(event, there, travelled, language)
    roll.drop_repeated_originals(*companies, *groups)
    signed = [one for one in agreements if was_signed(one)]
    described = described_event(event, language, request.build_absolute_uri, signed=signed)
    context = {
        "section": "pairs",
        "name": event.name_in(language),
        "other_name": event.twin_name_in(language),
        "pairs": pair_marks(event.pairs.all(), language),
        "event": rows.event_page(event, language),
        "companies": companies,
        "groups": groups,
        "visited": [rows.site_entry(site, language) for site in event.visited.all()],
        "agreements": [rows.agreement_row(one, language, today) for one in signed],
        "unsigned": [rows.agreement_row(one, language, today) for one in agreements if not was_signed(one)],
        "today": Day.on(today),
        "citations": [citation.entry_in(language) for citation in event.citations.all()],
        "stories": stories_about(event, at=at, language=language),
        **record_head(
            request,
            event.name_in(language),
            (_("City pairs"), "pairs"),  # of any event: there is no list of them
            described,
            says=_("%(name)s: when and where, who was there, and what was signed."),
            work=True,
            day=event.held,
        ),
    }
    return render(request, "cooperation/event.html", context)
