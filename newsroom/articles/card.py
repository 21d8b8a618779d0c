"""The record card beside a story, as `components/record_card.html` prints it: who came, what was signed and seen."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Prefetch, Q
from django.utils.translation import ngettext

from newsroom.articles.models import Article
from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Party, Sender, Visited
from newsroom.cooperation.status import status_on
from newsroom.cooperation.wording import delegation_name
from newsroom.dates import oldest_first

FIRST = {Appearance.Role.HEAD: 0, Appearance.Role.DEPUTY: 1}
SENDERS = Prefetch("delegation__senders", Sender.objects.select_related("place", "institution"))
PEOPLE = Appearance.objects.select_related("person")


def events_of(article: Article, at: datetime) -> list[Event]:
    """Return the public events that the story reports, with all that the card prints of them."""
    rows = [
        "places",
        SENDERS,
        Prefetch("delegation__appearances", PEOPLE),
        Prefetch("appearances", PEOPLE),
        Prefetch("visited", Visited.objects.select_related("institution")),
    ]
    events = Event.objects.public(at).filter(articles=article).select_related("delegation")
    return list(events.prefetch_related(*rows).oldest_first())


def agreements_of(article: Article, at: datetime) -> list[Agreement]:
    """Return the public agreements that the story reports, or that were signed at its events."""
    reported = Agreement.objects.filter(Q(articles=article) | Q(event__articles=article))
    parties = Prefetch("parties", Party.objects.select_related("place", "institution"))
    agreements = Agreement.objects.public(at).filter(pk__in=reported.values("pk"))
    return list(agreements.prefetch_related(parties, "fields").order_by(*oldest_first("signed"), "pk"))


def record_card(events: list[Event], agreements: list[Agreement], *, language: str, today: date) -> dict:
    """Return the card for a page in `language`; `today` decides what is in force. Asks the database nothing."""
    delegations = {event.delegation_id: event.delegation for event in events if event.delegation}
    present = [one for event in events for one in event.appearances.all()]
    fields = {field.pk: field for agreement in agreements for field in agreement.fields.all()}
    return {
        "delegations": [_delegation(one, language) for one in delegations.values()],
        "received": people((one for one in present if one.side == Appearance.Side.HOST), language),
        "attended": people((one for one in present if one.side != Appearance.Side.HOST), language),
        "agreements": [_agreement(one, language, today) for one in agreements],
        "visited": [_site(site, language) for event in events for site in event.visited.all()],
        "days": [day_entry(event, language) for event in events if event.held],
        "fields": [field.name_in(language) for field in fields.values()],
    }


def people(appearances: Iterable[Appearance], language: str) -> dict:
    """Return heads and deputies first, then everybody in order of precedence: those without an office as one roll."""
    order = sorted(appearances, key=lambda one: (FIRST.get(one.role, 2), one.order, one.pk))
    heads = [one for one in order if one.role in FIRST or one.printed_in(language)]
    return {
        "heads": [_person(one, language) for one in heads],
        "members": [_person(one, language) for one in order if one not in heads],
    }


def _person(appearance: Appearance, language: str) -> dict:
    """Somebody with the offices as printed. Whoever's page a deed has hidden is named and not linked."""
    person, printed = appearance.person, appearance.printed_in(language)
    linked = person is not None and person.hidden_at is None
    return {
        "name": person and person.name_in(language),
        "address": person.address_in(language) if linked else "",
        "offices": [printed] if printed else [],
    }


def _delegation(delegation: Delegation, language: str) -> dict:
    size = delegation.size
    return {
        "name": delegation_name(delegation, language),
        "address": delegation.address_in(language),
        "size": ngettext("%(count)s person", "%(count)s people", size) % {"count": size} if size else "",
        **people(delegation.appearances.all(), language),
    }


def _agreement(agreement: Agreement, language: str, today: date) -> dict:
    return {
        "title": agreement.name_in(language),
        "address": agreement.address_in(language),
        "between": [party.name_in(language) for party in agreement.parties.all()],
        "status": status_on(agreement, today).label,
    }


def _site(site: Visited, language: str) -> dict:
    address = site.institution.address_in(language) if site.institution else ""
    return {"name": site.name_in(language), "address": address}


def day_entry(event: Event, language: str) -> dict:
    """Return when and where; `inferred` says that a part of the day did not stand in the source."""
    places = [{"name": place.name_in(language), "address": place.address_in(language)} for place in event.places.all()]
    venue = event.venue_in(language)
    return {"day": event.held, "inferred": event.held_inferred, "where": [*places, venue] if venue else places}
