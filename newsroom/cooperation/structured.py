"""Events, delegations, agreements and their registers in the words of schema.org."""

from collections.abc import Iterable
from typing import Any

from newsroom.cooperation.models import Event
from newsroom.cooperation.rows import person_entry
from newsroom.languages import pick, tag_of
from newsroom.pages.structured import CONTEXT, Absolute, begun, described, ended, named
from newsroom.people.structured import kind_of
from newsroom.places.structured import named_place

STATES = {
    Event.State.ANNOUNCED: "EventScheduled",
    Event.State.TOOK_PLACE: "EventScheduled",
    Event.State.CALLED_OFF: "EventCancelled",
}
MODES = {
    Event.Mode.IN_PERSON: "Offline",
    Event.Mode.ONLINE: "Online",
    Event.Mode.HYBRID: "Mixed",
    Event.Mode.APART: "Online",
}
FILES = {"CSV": "text/csv", "JSON": "application/json"}
ATTENDEES = 30


def described_event(event: Event, language: str, absolute: Absolute) -> dict:
    """An event with its day as far as it is known, its places, who sent the delegation and who was there."""
    travelled = list(event.delegation.appearances.all()) if event.delegation else []
    senders = event.delegation.senders.all() if event.delegation else []
    present = [one for one in [*travelled, *event.appearances.all()] if one.person]
    return described(
        event,
        language,
        "Event",
        absolute,
        startDate=begun(event.held),
        endDate=ended(event.held),
        eventStatus=f"{CONTEXT}/{STATES[event.state]}",
        eventAttendanceMode=f"{CONTEXT}/{MODES[event.mode]}EventAttendanceMode",
        location=[named_place(place, language, absolute) for place in event.places.all()],
        organizer=[_body(sender, language, absolute) for sender in senders],
        attendee=[_person(appearance, language, absolute) for appearance in present[:ATTENDEES]],
    )


def described_delegation(delegation: Any, language: str, absolute: Absolute, *, stops: Iterable) -> dict:
    """A journey: who sent it, and the places of the stops that readers may see."""
    places = {place.pk: place for stop in stops for place in stop.places.all()}
    return described(
        delegation,
        language,
        "Trip",
        absolute,
        provider=[_body(sender, language, absolute) for sender in delegation.senders.all()],
        itinerary=[named_place(place, language, absolute) for place in places.values()],
    )


def described_agreement(agreement: Any, language: str, absolute: Absolute) -> dict:
    """An agreement as the work of its parties; words that stand for a party are not told here."""
    parties = [party for party in agreement.parties.all() if party.body]
    where = agreement.signed_in
    return described(
        agreement,
        language,
        "CreativeWork",
        absolute,
        dateCreated=begun(agreement.signed),
        locationCreated=where and named_place(where, language, absolute),
        creator=[_body(party, language, absolute) for party in parties],
        about=[{"@type": "DefinedTerm", "name": field.name_in(language)} for field in agreement.fields.all()],
    )


def described_register(
    title: str, description: str, address: str, files: Iterable[tuple[str, str]], language: str, absolute: Absolute
) -> dict:
    """A register as data that anybody may take: `files` are (form, address), such as ("CSV", "/en/agreements.csv")."""
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": str(title),
        "description": str(description),
        "url": absolute(address),
        "inLanguage": tag_of(language),
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": FILES[form], "contentUrl": absolute(file)}
            for form, file in files
        ],
    }


def _body(row: Any, language: str, absolute: Absolute) -> dict:
    """The place (its government) or the institution that sends or signs: something public names it."""
    if row.place:
        return named(row.place, language, "GovernmentOrganization", absolute)
    return named(row.institution, language, kind_of(row.institution), absolute)


def _person(appearance: Any, language: str, absolute: Absolute) -> dict:
    """Somebody who was there, with the offices as they were printed that day."""
    someone = person_entry(appearance.person, language)
    return {
        "@type": "Person",
        "name": someone["name"],
        "jobTitle": pick(appearance.printed_zh, appearance.printed_en, language),
        "url": absolute(someone["address"]) if someone["address"] else "",
    }
