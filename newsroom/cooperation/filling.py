"""Default pairs of events and agreements, written where the editor left them empty."""

from datetime import datetime

from newsroom.cooperation.models import Agreement, Event
from newsroom.cooperation.proposals import pairs_of_event, pairs_of_parties, places_of
from newsroom.masthead.models import SiteSettings
from newsroom.places.deeds import pair_of
from newsroom.places.models import Place


def fill_event(event: Event, at: datetime) -> None:
    """Set an event's proposed pairs, unless it has some or is approved at `at`."""
    if event.pairs.exists() or event.is_approved(at):
        return
    agreements = [_party_places(agreement) for agreement in event.agreements.all()]
    home = SiteSettings.current().home
    found = pairs_of_event(list(event.places.all()), _sender_places(event), agreements, home=home)
    event.pairs.set([pair_of(*two) for two in found])


def fill_agreement(agreement: Agreement, at: datetime) -> None:
    """Set an agreement's proposed pairs under the same conditions, then those of its event."""
    if not agreement.pairs.exists() and not agreement.is_approved(at):
        found = pairs_of_parties(_party_places(agreement), home=SiteSettings.current().home)
        agreement.pairs.set([pair_of(*two) for two in found])
    if agreement.event:
        fill_event(agreement.event, at)


def _party_places(agreement: Agreement) -> list[Place]:
    return places_of(party.body for party in agreement.parties.select_related("place", "institution__place"))


def _sender_places(event: Event) -> list[Place]:
    if event.delegation is None:
        return []
    senders = event.delegation.senders.select_related("place", "institution__place")
    return places_of(sender.place or sender.institution for sender in senders)
