"""What there is between two places, told from loaded records: the timeline, the sums, what is in force.

Events, agreements and stages belong to rooms above; they are given here as rows that bring their names along.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

HOME, AWAY, BOTH = "home", "away", "both"
RANK = {"stage": 2, "agreement": 1, "visit": 0}


def side_of(event, pair) -> str:
    """Say where an event happened, as the pair sees it: at home, at the partner's, or neither alone.

    Its places decide; where they do not, who sent the delegation does: it went to the other side.
    """
    home, partner = (place.pk for place in pair.in_order())
    found = {place.pk for place in event.places.all()} & {home, partner}
    if len(found) != 1 and event.delegation:
        sent = {sender.place_id for sender in event.delegation.senders.all()} & {home, partner}
        found = {home, partner} - sent
    if len(found) != 1:
        return BOTH
    return HOME if home in found else AWAY


def visits(events: Iterable, pair) -> dict[str, int]:
    """Count the visits that took place, to each side; a delegation that came to one side for days came once."""
    came = {
        (event.delegation_id, side_of(event, pair))
        for event in events
        if event.delegation_id and event.state == event.State.TOOK_PLACE
    }
    return {side: sum(1 for _delegation, to in came if to == side) for side in (HOME, AWAY, BOTH)}


def count_of(agreements: Sequence) -> int:
    """How many agreements these are: a bundle is as many as its count, which its named members are part of."""
    bundles = {agreement.pk for agreement in agreements if agreement.count}
    return sum(agreement.count or 1 for agreement in agreements if agreement.part_of_id not in bundles)


def last_contact(events: Iterable, agreements: Iterable, day: date):
    """Return the latest event that took place or agreement that was signed by `day`, with its day; or None."""
    met = [(event.held, event) for event in events if event.state == event.State.TOOK_PLACE]
    signed = [(one.signed, one) for one in agreements if one.state in (one.State.SIGNED, one.State.ENDED_EARLY)]
    known = [(when, what) for when, what in met + signed if when and _sorted_by(when)[0] <= day]
    return max(known, key=lambda contact: _sorted_by(contact[0]), default=None)


def timeline(pair, events, agreements, stages, *, language: str, day: date) -> list[tuple]:
    """Return [(year or None, entries)] for `components/timeline.html`, newest first, what has no day last."""
    entries = [_of_event(event, pair, language) for event in events]
    entries += [_of_agreement(agreement, pair, language, day) for agreement in agreements]
    entries += [_of_stage(stage, language) for stage in stages]
    entries.sort(key=_rank, reverse=True)
    return [(year, list(group)) for year, group in groupby(entries, key=_year)]


def follow_ups(agreements: Iterable, language: str) -> list[dict]:
    """What came of the agreements, newest first, what has no day last; each with its agreement."""
    found = [(one, agreement) for agreement in agreements for one in agreement.follow_ups.all()]
    found.sort(key=lambda row: newest(row[0].happened), reverse=True)
    return [
        {
            **one.row_in(language),
            "agreement": agreement.name_in(language),
            "address": agreement.address_in(language),
        }
        for one, agreement in found
    ]


def tied(agreements: Iterable, language: str) -> list[dict]:
    """The institutions that are parties to the agreements, each once, in the order of the newest agreement."""
    parties = [party.institution for agreement in agreements for party in agreement.parties.all() if party.institution]
    return [
        {
            "kind": institution.get_kind_display(),
            "name": institution.name_in(language),
            "address": institution.address_in(language),
        }
        for institution in dict.fromkeys(parties)
    ]


def _of_event(event, pair, language: str) -> dict:
    places = [place.name_in(language) for place in event.places.all()]
    return {
        "side": side_of(event, pair),
        "kind": "visit",
        "day": event.held,
        "where": places[0] if len(places) == 1 else "",
        "what": event.name_in(language),
        "address": event.address_in(language),
        "status": "" if event.state == event.State.TOOK_PLACE else event.get_state_display(),
    }


def _of_agreement(agreement, pair, language: str, day: date) -> dict:
    home, partner = pair.in_order()
    return {
        "side": {home.pk: HOME, partner.pk: AWAY}.get(agreement.signed_in_id, BOTH),
        "kind": "agreement",
        "day": agreement.signed,
        "where": "",
        "what": agreement.name_in(language),
        "address": agreement.address_in(language),
        "status": str(agreement.status_on(day).label),
    }


def _of_stage(stage, language: str) -> dict:
    ender = _("by %(place)s") % {"place": stage.ended_by.name_in(language)} if stage.ended_by else ""
    return {
        "side": BOTH,
        "kind": "stage",
        "day": stage.reached,
        "where": "",
        "what": stage.get_kind_display(),
        "address": "",
        "status": stage.word_in(language) or ender,
    }


def _rank(entry: dict) -> tuple:
    return *newest(entry["day"]), RANK[entry["kind"]]


def newest(day) -> tuple:
    """A key for rows that stand newest first when sorted in reverse: what has no day comes last."""
    return day is not None, _sorted_by(day) if day else ()


def _sorted_by(day) -> tuple:
    return day.earliest or day.latest, day.latest or date.max, day.half


def _year(entry: dict) -> int | None:
    return _sorted_by(entry["day"])[0].year if entry["day"] else None
