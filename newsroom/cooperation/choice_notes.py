"""Choice notes that tell people, events, delegations and agreements apart in autocompletes."""

from collections import defaultdict

from django.utils.translation import get_language

from newsroom.cooperation.models import Agreement, Appearance, Delegation, Event, Party
from newsroom.cooperation.wording import listed
from newsroom.dates import describe
from newsroom.languages import in_a_row, in_one_line
from newsroom.people.models import Person


def last_seen(people: list[Person]) -> dict[int, str]:
    """Return {person pk: offices printed at the last event, and its name}."""
    language = get_language()
    return {
        seen.person_id: in_a_row(filter(None, (seen.printed_in(language), _occasion(seen, language))))
        for seen in Appearance.objects.last_of_each(people)
    }


def _occasion(seen: Appearance, language: str) -> str:
    """Return the name and day of an appearance's event, or of the last stop of its delegation."""
    stops = [seen.event] if seen.event else seen.delegation.itinerary()
    if not stops:
        return seen.delegation.name_in(language)
    last = max(stops, key=lambda event: (event.held_latest is not None, event.held_latest, event.pk))
    return f"{last.name_in(language)} {describe(last, 'held', language)}".strip()


def happened(events: list[Event]) -> dict[int, str]:
    """Return {event pk: name and day}."""
    language = get_language()
    found = Event.objects.with_names().filter(pk__in=[event.pk for event in events])
    return {event.pk: f"{event.name_in(language)} {describe(event, 'held', language)}" for event in found}


def travelled(delegations: list[Delegation]) -> dict[int, str]:
    """Return {delegation pk: name and days}."""
    language = get_language()
    found = Delegation.objects.with_names().filter(pk__in=[delegation.pk for delegation in delegations])
    return {one.pk: f"{one.name_in(language)} {describe(one, 'days', language)}".strip() for one in found}


def signed(agreements: list[Agreement]) -> dict[int, str]:
    """Return {agreement pk: its parties, its kind and the day of signature}."""
    language, parties = get_language(), defaultdict(list)
    for party in Party.objects.filter(agreement__in=agreements).select_related("place", "institution"):
        parties[party.agreement_id].append(in_one_line(party.name_in(language)))
    said = {one.pk: f"{one.get_kind_display()} {describe(one, 'signed', language)}".strip() for one in agreements}
    return {key: in_a_row(filter(None, (listed(parties[key]), words))) for key, words in said.items()}
