"""Delegations, events and appearances of the demo data."""

from typing import Any

from newsroom.cooperation.models import Appearance, Delegation, Event, Sender, Stop, Visited
from newsroom.demo.citing import cite
from newsroom.demo.names import checked, institution, is_institution, is_known, office, pairs, person, place
from newsroom.sources.models import Source

ROLES = {"heads": "head", "deputies": "deputy", "members": "member", "accompanying": "accompanying"}
SIDES = {"hosts": "", "guests": "guest", "others": "neither"}


def lay_delegation(story: dict, sources: dict[str, Source]) -> None:
    """Create the story's delegation, if it has one, with its people, heads before members."""
    row = dict(story.get("delegation", {}))
    if not row or Delegation.objects.filter(slug=row["slug"]).exists():
        return
    senders, cites = row.pop("senders"), row.pop("cites", None)
    company = _people(row, ROLES)
    delegation = checked(Delegation(**row))
    for order, slug in enumerate(senders, 1):
        sender = {"institution": institution(slug)} if is_institution(slug) else {"place": place(slug)}
        checked(Sender(delegation=delegation, order=order, **sender))
    for order, (slug, role) in enumerate(company, 1):
        _appear(story, slug, delegation=delegation, role=role, order=order)
    cite(delegation, sources, cites)


def lay_events(story: dict, sources: dict[str, Source]) -> None:
    """Create the story's new events with their places, people and sites visited."""
    for row in story.get("events", []):
        if not Event.objects.filter(slug=row["slug"]).exists():
            _event(story, dict(row), sources)


def _event(story: dict, row: dict, sources: dict[str, Source]) -> None:
    places, concerned, cites = row.pop("places", []), row.pop("pairs", []), row.pop("cites", None)
    hosts, parts = set(row.get("hosts", [])), row.pop("parts", {})
    visited, company = row.pop("visited", []), _people(row, SIDES)
    received = row.pop("received", story.get("delegation", {}).get("slug"))
    event = checked(Event(**row))
    if received:
        checked(Stop(event=event, delegation=Delegation.objects.get(slug=received)))
    event.places.set([place(slug) for slug in places])
    event.pairs.set(pairs(concerned))
    for order, site in enumerate(visited, 1):
        words = site if isinstance(site, dict) else {"institution": institution(site)}
        checked(Visited(event=event, order=order, **words))
    for order, (slug, side) in enumerate(company, 1):
        taken = [parts.get(slug, "attended"), *(["hosted"] if slug in hosts else [])]
        _appear(story, slug, event=event, side=side, parts=taken, order=order)
    cite(event, sources, cites)


def _people(row: dict, lists: dict[str, str]) -> list[tuple[str, str]]:
    """Pop the lists of people from a row; return [(person slug, role or side of the list)]."""
    return [(slug, meant) for name, meant in lists.items() for slug in row.pop(name, [])]


def _appear(story: dict, slug: str, **columns: Any) -> None:
    """Create an appearance with the offices of that day, as printed or else by their names.

    A slug that is not in `data/names/` gives an appearance without a person.
    """
    somebody = person(slug) if is_known(slug) else None
    printed = story.get("printed", {}).get(slug, {})
    offices = [office(words) for words in printed.get("offices", [])]
    words_zh = printed.get("zh", "、".join(one.name_zh for one in offices))
    words_en = printed.get("en", "; ".join(one.name_en for one in offices))
    appearance = checked(Appearance(person=somebody, printed_zh=words_zh, printed_en=words_en, **columns))
    appearance.offices.set(offices)
