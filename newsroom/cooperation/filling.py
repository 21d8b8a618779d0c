"""Default pairs of events and agreements, written where the editor left them empty."""

from datetime import datetime

from django.utils.translation import gettext as _

from newsroom.cooperation.models import Agreement, Event, Party, Sender
from newsroom.cooperation.proposals import pairs_of_event, pairs_of_parties, place_of, places_of
from newsroom.languages import in_a_row
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution
from newsroom.places.deeds import pair_of
from newsroom.places.models import Pair, Place


def fill_event(event: Event, at: datetime) -> None:
    """Set an event's proposed pairs, unless it has some or is approved at `at`."""
    if event.pairs.exists() or event.is_approved(at):
        return
    agreements = [_party_places(agreement) for agreement in event.agreements.all()]
    home = SiteSettings.current().home
    senders, standing = _sender_places(event), _places_stood_for(event)
    found = pairs_of_event(list(event.places.all()), senders, agreements, standing=standing, home=home)
    event.pairs.set([pair_of(*two) for two in found])


def fill_agreement(agreement: Agreement, at: datetime) -> None:
    """Set an agreement's proposed pairs under the same conditions, then those of its event."""
    if not agreement.pairs.exists() and not agreement.is_approved(at):
        found = pairs_of_parties(_party_places(agreement), home=SiteSettings.current().home)
        others = Pair.objects.between(_party_places(agreement), _party_places(agreement))
        agreement.pairs.set({*(pair_of(*two) for two in found), *others})
    if agreement.event:
        fill_event(agreement.event, at)


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
