"""Structured data (schema.org JSON-LD) of events, delegations, agreements and their registers."""

from collections.abc import Iterable
from typing import Any

from newsroom.cooperation.attendance import present
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
}
FILES = {"CSV": "text/csv", "JSON": "application/json"}
ATTENDEES = 30


def described_event(event: Event, language: str, absolute: Absolute, *, signed: Iterable = ()) -> dict:
    """Return an Event: its day as far as known, its places, up to `ATTENDEES` people who were there, what was `signed`.

    It has no organizer: a record does not say who organized it. Texts signed apart have no attendance mode.
    """
    travelled = [one for delegation in event.received() for one in delegation.appearances.all()]
    everybody = present(event, event.appearances.all(), travelled)
    return described(
        event,
        language,
        "Event",
        absolute,
        startDate=begun(event.held),
        endDate=ended(event.held),
        eventStatus=f"{CONTEXT}/{STATES[event.state]}",
        eventAttendanceMode=f"{CONTEXT}/{MODES[event.mode]}EventAttendanceMode" if event.mode in MODES else "",
        location=[named_place(place, language, absolute) for place in event.places.all()],
        attendee=[_person(one, language, absolute) for one in everybody if one.person][:ATTENDEES],
        about=[named(agreement, language, "CreativeWork", absolute) for agreement in signed],
    )


def mentioned(
    events: Iterable[Event], agreements: Iterable, everybody: Iterable, language: str, absolute: Absolute
) -> list[dict]:
    """Return what a story reports: its events, agreements, and up to `ATTENDEES` people who have a page, each once."""
    people = {one.person_id: one.person for one in everybody if one.person and not one.person.is_hidden}
    return [
        *(named(event, language, "Event", absolute) | {"startDate": begun(event.held)} for event in events),
        *(named(agreement, language, "CreativeWork", absolute) for agreement in agreements),
        *(named(person, language, "Person", absolute) for person in list(people.values())[:ATTENDEES]),
    ]


def described_delegation(delegation: Any, name: str, language: str, absolute: Absolute, *, stops: Iterable) -> dict:
    """Return a Trip by the `name` that its page has: the senders, and the places of the visible `stops`."""
    places = {place.pk: place for stop in stops for place in stop.places.all()}
    return described(
        delegation,
        language,
        "Trip",
        absolute,
        name=name,
        provider=[_body(sender, language, absolute) for sender in delegation.senders.all()],
        itinerary=[named_place(place, language, absolute) for place in places.values()],
    )


def described_agreement(agreement: Any, language: str, absolute: Absolute) -> dict:
    """Return an agreement as a work of its parties, except parties known only by words, and of those who signed it."""
    parties = [party for party in agreement.parties.all() if party.body]
    signatories = [party.signatory for party in agreement.parties.all() if party.signatory]
    where = agreement.signed_in
    return described(
        agreement,
        language,
        "CreativeWork",
        absolute,
        dateCreated=begun(agreement.signed),
        locationCreated=where and named_place(where, language, absolute),
        creator=[_body(party, language, absolute) for party in parties],
        contributor=[_named_person(person, language, absolute) for person in signatories],
        about=[{"@type": "DefinedTerm", "name": field.name_in(language)} for field in agreement.fields.all()],
    )


def described_register(
    title: str,
    description: str,
    address: str,
    files: Iterable[tuple[str, str]],
    language: str,
    absolute: Absolute,
    *,
    creator: dict,
    licence: str,
) -> dict:
    """Return a register as an open Dataset of the office, its `creator`, under the `licence` that it states, if any.

    `files` are (format, path), such as ("CSV", "/en/agreements.csv"). There is no `dateModified`: what stands in a row
    follows from many records and from the day, and no day is known on which it changed last.
    """
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": str(title),
        "description": str(description),
        "url": absolute(address),
        "inLanguage": tag_of(language),
        "isAccessibleForFree": True,
        "creator": creator,
        "license": licence,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": FILES[form], "contentUrl": absolute(file)}
            for form, file in files
        ],
    }


def _body(row: Any, language: str, absolute: Absolute) -> dict:
    """Return the place (its government) or institution that sends or signs; a public row names it, so it is public."""
    if row.place:
        return named(row.place, language, "GovernmentOrganization", absolute)
    return named(row.institution, language, kind_of(row.institution), absolute)


def _person(appearance: Any, language: str, absolute: Absolute) -> dict:
    """Return a Person with the offices printed that day."""
    office = pick(appearance.printed_zh, appearance.printed_en, language)
    return _named_person(appearance.person, language, absolute) | {"jobTitle": office}


def _named_person(person: Any, language: str, absolute: Absolute) -> dict:
    """Return a Person, with an address unless the page is hidden."""
    someone = person_entry(person, language)
    address = absolute(someone["address"]) if someone["address"] else ""
    honorific = person.honorific_in(language)
    return {"@type": "Person", "name": someone["name"], "honorificPrefix": honorific, "url": address}
