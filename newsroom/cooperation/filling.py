"""What is proposed for a record by its sources today, and the reading and writing of proposed values.

A value is missing where it is false. A set of pairs is one of the keys of their places, a day comes with its mark of
being inferred.
"""

from typing import Any

from django.utils.translation import gettext as _

from newsroom.cooperation.models import Agreement, Appearance, Event, InStep, Party, Proposed, Sender, Stage, is_typed
from newsroom.cooperation.proposals import (
    pairs_of_event,
    pairs_of_parties,
    pairs_up,
    place_of,
    places_of,
    printed_offices,
    signing_at,
)
from newsroom.dates import Day
from newsroom.languages import in_a_row
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution
from newsroom.places.deeds import pair_of
from newsroom.places.models import Pair, Place

DAYS = (Proposed.SIGNED, Proposed.REACHED)


def proposals_for(record: InStep) -> dict[Proposed, Any]:
    """Return what the sources of a record propose, by name."""
    match record:
        case Event():
            return {Proposed.PAIRS: _pairs_for_event(record)}
        case Agreement():
            return _signing(record) | {Proposed.PAIRS: _pairs_for_agreement(record)}
        case Stage(agreement=Agreement() as agreement):
            return {Proposed.REACHED: _day(agreement.signed, agreement.signed_inferred)}
        case Appearance():
            offices = list(record.offices.order_by("pk"))
            return {name: printed_offices(offices, f"name_{name[-2:]}") for name in record.proposed}
    return dict.fromkeys(record.proposed, ())


def value_of(record: InStep, name: Proposed) -> Any:
    """Return the value that a record has now, in the shape of its proposal."""
    if name == Proposed.PAIRS:
        return frozenset(record.pairs.values_list("first", "second"))
    if name in DAYS:
        return _day(getattr(record, name), getattr(record, f"{name}_inferred"))
    return getattr(record, name)


def write_value(record: InStep, name: Proposed, value: Any) -> list[Pair]:
    """Make a record's value its proposal; return the pairs that did not exist before. Columns wait to be saved."""
    if name == Proposed.PAIRS:
        known = set(Pair.objects.values_list("first", "second").filter(first__in=[one for one, _other in value]))
        places = Place.objects.in_bulk({key for keys in value for key in keys})
        pairs = {keys: pair_of(*(places[key] for key in keys)) for keys in sorted(value)}
        record.pairs.set(pairs.values())
        return [pair for keys, pair in pairs.items() if keys not in known]
    if name in DAYS:
        day, inferred = value or (None, False)
        setattr(record, f"{name}_inferred", inferred)
        value = day
    setattr(record, name, value)
    return []


def typed_in(record: InStep, proposals: dict[Proposed, Any] | None = None) -> set[Proposed]:
    """Return the names of the values that are a person's, judged by today's proposals where nobody has said so."""
    if record.typed is not None:
        return {Proposed(name) for name in record.typed}
    proposals = proposals_for(record) if proposals is None else proposals
    return {name for name in record.proposed if is_typed(name, value_of(record, name), proposals[name])}


def untied(agreement: Agreement) -> str:
    """Return what the editor has to do by hand where the parties propose no pair, or not all; "" if nothing."""
    parties = list(agreement.parties.select_related("place", "institution__place"))
    apart = [party for party in parties if place_of(party.body) is None and not _is_network(party)]
    if apart and len(parties) > 1:
        return _(
            "These parties are tied to no place, so that they propose no pair: %(parties)s. "
            "If the agreement is one of a pair, add the pair by hand."
        ) % {"parties": in_a_row(apart)}
    if len(_party_places(agreement)) > 2:
        return _("Three or more places are parties: check the pairs, and add those for which the agreement counts.")
    return ""


def _pairs_for_event(event: Event) -> frozenset:
    agreements = [_party_places(agreement) for agreement in event.agreements.all()]
    home = SiteSettings.current().home
    senders, standing = _sender_places(event), _places_stood_for(event)
    return _keys(pairs_of_event(list(event.places.all()), senders, agreements, standing=standing, home=home))


def _pairs_for_agreement(agreement: Agreement) -> frozenset:
    """Return the pairs that the parties propose, with those of them that there are already."""
    places = _party_places(agreement)
    towns = [place for place in places if pairs_up(place)]
    there = Pair.objects.between(towns, towns).values_list("first", "second")
    return _keys(pairs_of_parties(places, home=SiteSettings.current().home)) | frozenset(there)


def _signing(agreement: Agreement) -> dict[Proposed, Any]:
    """Return day and place of signing: the event's, but not before the days on which the parties signed apart."""
    event = agreement.event
    found = signing_at(event, {}, planned=agreement.state == Agreement.State.PLANNED) if event else {}
    day, inferred = found.get("signed"), found.get("signed_inferred", False)
    last = agreement.last_signing(day)
    return {
        Proposed.SIGNED: _day(last, inferred and last == day),
        Proposed.SIGNED_IN: found.get("signed_in"),
    }


def _keys(pairs: list[tuple[Place, Place]]) -> frozenset:
    return frozenset((min(one.pk, other.pk), max(one.pk, other.pk)) for one, other in pairs)


def _day(day: Day | None, inferred: bool) -> tuple:
    return (day, inferred) if day else ()


def _is_network(party: Party) -> bool:
    return party.institution is not None and party.institution.kind == Institution.Kind.NETWORK


def _party_places(agreement: Agreement) -> list[Place]:
    return places_of(party.body for party in agreement.parties.select_related("place", "institution__place"))


def _sender_places(event: Event) -> list[Place]:
    senders = Sender.objects.filter(delegation__stops__event=event).order_by("order", "pk")
    return places_of(one.place or one.institution for one in senders.select_related("place", "institution__place"))


def _places_stood_for(event: Event) -> list[Place]:
    """Return the places on behalf of which, or of whose bodies, somebody was there."""
    return places_of(one.body for one in event.appearances.present().select_related("place", "institution__place"))
