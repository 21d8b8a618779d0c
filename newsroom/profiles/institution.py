"""Template contexts of an institution's page: its ties by partner, the members of a network, who stood for it."""

from collections.abc import Iterable
from typing import Any

from newsroom.cooperation.following import AgreementState
from newsroom.cooperation.models import Agreement, Appearance, Party
from newsroom.cooperation.rows import event_row, person_entry
from newsroom.dates import marked_inferred, timeline_key
from newsroom.people.models import Institution


def ties(institution: Institution, parties: Iterable[Party], language: str) -> dict:
    """Return {"ties", "members"}: the other parties of its signed agreements, each once, the earliest day with it.

    Row: {"name", "address", "first": words of the day or "", "number": of agreements}. Of a network, who joined it by
    an accession is a member; every other partner is a tie. Texts that tie nobody are not counted.
    """
    found: dict[str, dict] = {"ties": {}, "members": {}}
    for mine in parties:
        agreement = mine.agreement
        if not _ties(agreement):
            continue
        group = found["members" if _is_joining(institution, agreement) else "ties"]
        for partner in _partners(institution, agreement):
            group.setdefault(partner, []).append(agreement)
    return {name: _rows(group, language) for name, group in found.items()}


def represented(appearances: Iterable[Appearance], language: str) -> list[dict]:
    """Return the events at which it was represented, each once, with who was there for it, as far as known."""
    people: dict[Any, list] = {}
    for one in appearances:
        who = person_entry(one.person, language) if one.person else one.printed_in(language)
        people.setdefault(one.event, []).append(who)
    return [event_row(event, language) | {"people": some} for event, some in people.items()]


def _ties(agreement: Agreement) -> bool:
    signed = AgreementState(agreement.state).was_signed
    return signed and agreement.kind in Agreement.Kind.tying() and agreement.following != Agreement.Following.ENDS


def _is_joining(institution: Institution, agreement: Agreement) -> bool:
    return institution.kind == Institution.Kind.NETWORK and agreement.kind == Agreement.Kind.ACCESSION


def _partners(institution: Institution, agreement: Agreement) -> set:
    return {party.body for party in agreement.parties.all() if party.body} - {institution}


def _rows(group: dict, language: str) -> list[dict]:
    """Return a row for each partner, in the order of names."""
    return [_row(*one, language) for one in sorted(group.items(), key=lambda one: one[0].sort_key_in(language))]


def _row(partner: Any, agreements: list[Agreement], language: str) -> dict:
    dated = [one for one in agreements if one.signed]
    first = min(dated, key=lambda one: timeline_key(one.signed), default=None)
    # An agreement of unknown day may be the earliest.
    sure = first if len(dated) == len(agreements) else None
    return {
        "name": partner.name_in(language),
        "address": partner.address_in(language),
        "first": marked_inferred(sure.signed.running(language), sure.signed_inferred) if sure else "",
        "number": len(agreements),
    }
