"""Who travelled, and what happened where they came."""

from newsroom.cooperation.models import (
    Appearance,
    Delegation,
    DelegationCitation,
    Event,
    EventCitation,
    Sender,
    Visited,
)
from newsroom.demo.names import checked, institution, office, pairs, person, place
from newsroom.sources.models import Source

HOST = {"side": Appearance.Side.HOST, "part": Appearance.Part.ATTENDED}


def lay_delegation(story: dict, cited: Source) -> Delegation:
    """Return the story's delegation; a new one gets its people, heads before members."""
    row = story["delegation"]
    if known := Delegation.objects.filter(slug=row["slug"]).first():
        return known
    delegation = checked(Delegation(slug=row["slug"], kind=row["kind"]))
    for order, sender in enumerate(row["senders"], 1):
        checked(Sender(delegation=delegation, place=place(sender), order=order))
    company = [(slug, Appearance.Role.HEAD) for slug in row["heads"]]
    company += [(slug, Appearance.Role.MEMBER) for slug in row.get("members", [])]
    for order, (slug, role) in enumerate(company, 1):
        _appear(story, slug, delegation=delegation, role=role, order=order)
    checked(DelegationCitation(delegation=delegation, source=cited))
    return delegation


def lay_event(story: dict, delegation: Delegation, cited: Source) -> Event:
    """Return the story's event; a new one gets the sites that were visited before it and its hosts."""
    row = dict(story["event"])
    if known := Event.objects.filter(slug=row["slug"]).first():
        return known
    places, concerned = row.pop("places"), row.pop("pairs")
    visited, hosts = row.pop("visited", []), row.pop("hosts")
    event = checked(Event(delegation=delegation, **row))
    event.places.set([place(slug) for slug in places])
    event.pairs.set(pairs(concerned))
    for order, slug in enumerate(visited, 1):
        checked(Visited(event=event, institution=institution(slug), order=order))
    for order, slug in enumerate(hosts, 1):
        _appear(story, slug, event=event, order=order, **HOST)
    checked(EventCitation(event=event, source=cited))
    return event


def _appear(story: dict, slug: str, **columns) -> None:
    """Let somebody appear with the offices of that day, word for word where they were printed."""
    printed = story["printed"].get(slug, {})
    words = {f"printed_{script}": printed[script] for script in ("zh", "en") if script in printed}
    appearance = checked(Appearance(person=person(slug), **words, **columns))
    appearance.offices.set([office(story["offices"][name]) for name in printed.get("offices", [])])
