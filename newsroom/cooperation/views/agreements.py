"""Views of agreements: the register, its CSV and JSON exports, and one agreement."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.cooperation import registers, rows
from newsroom.cooperation.filters import AgreementFilters
from newsroom.cooperation.models import Agreement, Event, Stage
from newsroom.cooperation.spread import narrower, spread
from newsroom.cooperation.status import Status
from newsroom.cooperation.structured import described_agreement
from newsroom.cooperation.views.lists import as_data, listed, register_head, streamed
from newsroom.cooperation.wording import listed as in_words
from newsroom.cooperation.wording import listed_of_many
from newsroom.dates import Day
from newsroom.languages import StandIn
from newsroom.pages.as_of import as_of
from newsroom.pages.head import addresses, record_head
from newsroom.pages.responses import find_public
from newsroom.places.marks import pair_mark, pair_marks
from newsroom.publishing.stories import stories_about


@require_safe
def agreements(request: HttpRequest, language: str) -> HttpResponse:
    """Show the register as a table, newest first."""
    at, on = request.moment, as_of(request)
    filters = AgreementFilters(request.GET, at=at, language=language, day=on.day)
    context = listed(request, filters, view="agreements", kept=on.asked()) | as_data(request, "agreements")
    known = Agreement.objects.with_row(at, on.day).in_bulk(context["listing"].rows)
    shown = context["listing"].in_order(known)
    says = _("Who signed what with whom, when and for how long, and what is in force: the register, also as data.")
    context |= {
        "head": register_head(request, _("Agreements"), says, context),
        "agreements": [rows.register_row(agreement, language, on.day) for agreement in shown],
        "today": Day.on(on.day),
        "spread": _spread(context["listing"], language, on.today.year),
        "narrower": None if context["listing"].exact else narrower(context["ways"], context["asked"] | on.asked()),
        **on.told(_("Status"), context["asked"]),
    }
    return on.carried(render(request, "cooperation/agreements.html", context))


def _spread(listing: Any, language: str, until: Any) -> Any:
    """Return the plots, or None if the list is too long to count: `narrower` then offers shorter ones."""
    if not listing.exact:
        return None
    return spread(Agreement.objects.filter(pk__in=listing.newest), listing.question, language=language, until=until)


@require_safe
def data(request: HttpRequest, language: str, form: Any) -> HttpResponse:
    """Stream all rows of the filtered register as CSV or JSON."""
    at, on = request.moment, as_of(request)
    filters = AgreementFilters(request.GET, at=at, language=language, day=on.day)
    register = registers.Agreements(
        at=at, day=on.day, language=language, absolute=request.build_absolute_uri, site=request.site
    )
    name = "agreements" if on.is_today else f"agreements-{on.day}"
    return streamed(register, filters.qs, form=form, name=name)


@require_safe
def agreement(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show one agreement: who signed what, when and for how long, what came before and after it."""
    at, on = request.moment, as_of(request)
    agreement = find_public(request, Agreement.objects.with_page(at, on.day), slug=slug)
    kin = Agreement.objects.public(at)
    signed_at = Event.objects.public(at).filter(pk=agreement.event_id).with_names().first()
    context = {
        "section": "agreements",
        "name": agreement.name_in(language),
        "other_name": agreement.twin_name_in(language),
        "agreement": rows.agreement_page(agreement, language, on.day),
        "pairs": pair_marks(agreement.pairs.all(), language),
        "signed_at": signed_at and rows.event_row(signed_at, language),
        "follows": [rows.kin(one, language) for one in kin.filter(pk=agreement.follows_id)],
        "followed_by": [rows.kin(one, language) for one in kin.filter(follows=agreement).newest_first()],
        "today": Day.on(on.day),
        "part_of": [rows.kin(one, language) for one in kin.filter(pk=agreement.part_of_id)],
        "parts": [
            rows.agreement_row(one, language, on.day)
            for one in kin.filter(part_of=agreement).with_row(at, on.day).newest_first()
        ],
        **_stages(agreement, at, language),
        "follow_ups": [
            rows.follow_up_row(one, language) for one in agreement.follow_ups.public(at).with_sources().newest_first()
        ],
        "citations": [citation.entry_in(language) for citation in agreement.citations.all()],
        "stories": stories_about(agreement, at=at, language=language),
        **record_head(
            request,
            agreement.name_in(language),
            (_("Agreements"), "agreements"),
            described_agreement(agreement, language, request.build_absolute_uri),
            says=_("%(name)s: who signed it, when and for how long, and what came of it."),
            work=True,
            **_apart(agreement, language),
        ),
        **addresses(request, kept=on.asked()),
        **on.told(_("Status")),
    }
    context["why_ended"] = why_ended(agreement, context["followed_by"], on.day)
    return on.carried(render(request, "cooperation/agreement.html", context))


def _apart(agreement: Agreement, language: str) -> dict:
    """Return what tells apart, in titles, agreements of which only the kind is known in this language."""
    name = agreement.name_in(language)
    if not isinstance(name, StandIn) or name.is_gloss:
        return {}
    parties = [(party.body or party).name_in(language) for party in agreement.parties.all()]
    return {"of": listed_of_many(parties) if parties else "", "day": agreement.signed}


def why_ended(agreement: Agreement, followed_by: list, day: date) -> str:
    """Return what ended an agreement if no text did: the end of a party, or of the relation that it made."""
    if agreement.overtaken != Status.ENDED or any(one["ends"] for one in followed_by):
        return ""
    gone = [party.place for party in agreement.parties.all() if party.place and party.place.ended_latest]
    names = [place.name_in(get_language()) for place in gone if place.ended_latest <= day]
    if names:
        return _("%(place)s has ended as a place.") % {"place": in_words(names)}
    return _("The relation that it made has ended.")


def _stages(agreement: Agreement, at: datetime, language: str) -> dict:
    """Return what the agreement made of city pairs, and what relations it ended."""
    found = agreement.stages.public(at).select_related("pair__first", "pair__second").oldest_first()
    told = [
        {
            "pair": pair_mark(stage.pair, language),
            "kind": stage.said_in(language),
            "word": stage.word_in(language),
            "ended": stage.kind == Stage.Kind.ENDED,
        }
        for stage in found
    ]
    return {
        "stages": [stage for stage in told if not stage["ended"]],
        "endings": [stage for stage in told if stage["ended"]],
    }
