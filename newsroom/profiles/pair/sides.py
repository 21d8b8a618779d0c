"""Side of a pair's timeline on which an event stands."""

from newsroom.cooperation.models import Event
from newsroom.places.models import Pair

HOME, AWAY, BOTH = "home", "away", "both"


def side_of(event: Event, pair: Pair, language: str) -> str:
    """Return the side of an event, as a page in `language` has them: HOME, AWAY (the partner's), BOTH if neither alone.

    Its places decide; if they do not, the senders do: a delegation goes to the other side.
    """
    home, partner = (place.pk for place in pair.in_order(language))
    found = {place.pk for place in event.places.all()} & {home, partner}
    if len(found) != 1 and (received := event.received()):
        sent = {sender.place_id for one in received for sender in one.senders.all()} & {home, partner}
        found = {home, partner} - sent
    if len(found) != 1:
        return BOTH
    return HOME if home in found else AWAY
