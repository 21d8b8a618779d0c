"""Events as JSON-LD."""

from collections.abc import Callable

from newsroom.publishing.structured import CONTEXT, named

STATES = {"announced": "EventScheduled", "took-place": "EventScheduled", "called-off": "EventCancelled"}
MODES = {"in-person": "Offline", "online": "Online", "hybrid": "Mixed", "apart": "Online"}


def described_event(event, language: str, absolute: Callable[[str], str]) -> dict:
    """An event with its day as far as it is known, its places and who sent the delegation."""
    senders = event.delegation.senders.all() if event.delegation else []
    return {
        "@context": CONTEXT,
        "@type": "Event",
        "name": str(event.name_in(language)),
        "url": absolute(event.address_in(language)),
        "startDate": event.held_earliest.isoformat() if event.held and event.held_earliest else "",
        "endDate": event.held_latest.isoformat() if event.held and event.held_latest else "",
        "eventStatus": f"{CONTEXT}/{STATES[event.state]}",
        "eventAttendanceMode": f"{CONTEXT}/{MODES[event.mode]}EventAttendanceMode",
        "location": [named(place, language, "Place", absolute) for place in event.places.all()],
        "organizer": [named(sender.place or sender.institution, language, "Organization") for sender in senders],
    }
