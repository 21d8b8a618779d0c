"""Views of people and institutions."""

from collections.abc import Iterable
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.articles.about import stories_about
from newsroom.cooperation.following import was_signed
from newsroom.cooperation.models import Event, Party
from newsroom.cooperation.offices import appearance_rows, last_offices, representing_rows
from newsroom.cooperation.rows import agreement_row, delegation_row, event_row
from newsroom.cooperation.views.lists import register_head
from newsroom.dates import Day, timeline_key
from newsroom.languages import in_a_row
from newsroom.pages.as_of import as_of
from newsroom.pages.head import addresses, record_head
from newsroom.pages.responses import find_public
from newsroom.people.models import Institution, Person
from newsroom.people.namesakes import standing_in
from newsroom.profiles import person as profile
from newsroom.profiles.institution import represented, ties
from newsroom.profiles.structured import described_institution, described_person
from newsroom.profiles.views.az_list import az_context
from newsroom.profiles.written import written
from newsroom.publishing.clock import today_at


@require_safe
def people(request: HttpRequest, language: str) -> HttpResponse:
    """Show the A–Z list of people that something public names, by surname."""

    def beside(known: dict) -> dict:
        offices, forms = last_offices(known.values(), language, request.moment), ("before", "after")
        return {
            key: {**dict(zip(forms, one.addressed_in(language), strict=True)), "small": offices.get(key, "")}
            for key, one in known.items()
        }

    context = az_context(request, "people", Person, beside)
    says = _("Everybody whom a story or a record of this site names, in Chinese and in Latin letters; also as data.")
    context["head"] = register_head(request, _("People"), says, context, work=False)
    return render(request, "profiles/roster.html", context)


@require_safe
def person(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show one person: the offices by time, and every appearance with the office of that day."""
    at, on = request.moment, as_of(request)
    person = find_public(request, Person.objects.all(), slug=slug)
    appearances = appearance_rows(person.appearances.public(at).with_occasions(at, on.today), language)
    represented = representing_rows(person.represented.public(at).with_occasions(at, on.today), language)
    signed = list(person.signatures.public(at).with_agreements(at, on.day))
    printed = profile.printed(appearances, signed, language)
    tenures = profile.tenures(person.tenures.with_sources(), language)
    said = described_person(person, language, request.build_absolute_uri, tenures=tenures)
    context = {
        "name": person.name_in(language),
        "other_name": person.twin_name_in(language),
        **written(person, language),
        "honorific": person.honorific_in(language),
        "appearances": _newest_first([*appearances, *represented], "day"),
        "offices": profile.offices(printed),
        "held": bool(tenures or printed) or _holds_an_office(person, at),
        "tenures": tenures,
        "then": None if on.is_today else profile.offices_on(on.day, tenures, printed),
        "signed": _signed([one for one in signed if was_signed(one.agreement)], language, on.day),
        "unsigned": _signed([one for one in signed if not was_signed(one.agreement)], language, on.day),
        "stories": stories_about(person, at=at, language=language),
        **record_head(
            request,
            person.name_in(language),
            (_("People"), "people"),
            said,
            says=_("%(name)s: offices and appearances on record, each with its day."),
        ),
        **addresses(request, kept=on.asked()),
        **on.told(_("Offices and status")),
    }
    return on.carried(render(request, "profiles/person.html", context))


def _holds_an_office(person: Person, at: datetime) -> bool:
    """Return whether an office is linked to a public appearance that printed none."""
    return person.appearances.public(at).filter(offices__isnull=False).exists()


@require_safe
def institutions(request: HttpRequest, language: str) -> HttpResponse:
    """Show the A–Z list of institutions that something public names."""

    def beside(known: dict) -> dict:
        apart = standing_in(known.values(), language)
        notes = {key: filter(None, [one.get_kind_display(), apart.get(key)]) for key, one in known.items()}
        return {key: {"small": in_a_row(words)} for key, words in notes.items()}

    says = _(
        "Every institution that a story or a record of this site names, in Chinese and in Latin letters; also as data."
    )
    context = az_context(request, "institutions", Institution, beside)
    context["head"] = register_head(request, _("Institutions"), says, context, work=False)
    return render(request, "profiles/roster.html", context)


@require_safe
def institution(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Show one institution: what it signed, whom it sent, who visited it."""
    at, today = request.moment, today_at(request.moment)
    institution = find_public(request, Institution.objects.select_related("place"), slug=slug)
    home = institution.place
    parties = list(institution.parties.public(at).with_agreements(at, today))
    sent = institution.sent.public(at).with_delegations(at, today)
    visits = institution.visits.public(at).with_events()
    took_place = institution.stood_for.filter(event__state=Event.State.TOOK_PLACE)
    there = took_place.present().public(at).with_occasions(at, today)
    shown_home = home if home and home.is_public(at) else None
    said = described_institution(institution, language, request.build_absolute_uri, home=shown_home)
    context = {
        "name": institution.name_in(language),
        "other_name": institution.twin_name_in(language),
        **written(institution, language),
        "short": institution.short_in(language),
        "kind": institution.get_kind_display(),
        "place": home
        and {
            "name": home.name_in(language),
            "address": shown_home.address_in(language) if shown_home else "",
        },
        **ties(institution, parties, language),
        "agreements": _signed(parties, language, today),
        "today": Day.on(today),
        "sent": _newest_first([delegation_row(sender.delegation, language) for sender in sent], "day"),
        "took_part": _newest_first(represented(there, language), "day"),
        "visits": _newest_first([event_row(site.event, language) for site in visits], "day"),
        "stories": stories_about(institution, at=at, language=language),
        **record_head(
            request,
            institution.name_in(language),
            (_("Institutions"), "institutions"),
            said,
            says=_("%(name)s: agreements, delegations and visits on record."),
        ),
    }
    return render(request, "profiles/institution.html", context)


def _signed(parties: Iterable[Party], language: str, day: date) -> list[dict]:
    """Return the agreements of these signatures as rows."""
    return _newest_first([agreement_row(party.agreement, language, day) for party in parties], "signed_on")


def _newest_first(rows: list[dict], day: str) -> list[dict]:
    return sorted(rows, key=lambda row: timeline_key(row[day]), reverse=True)
