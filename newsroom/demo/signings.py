"""Agreements, parties and follow-ups of the demo data."""

from newsroom.cooperation.models import Agreement, Approval, Event, Field, FollowUp, Party
from newsroom.demo.citing import cite
from newsroom.demo.names import checked, institution, pairs, person, place
from newsroom.sources.models import Source

OF_PARTY = {"place": place, "institution": institution, "signatory": person}


def lay_agreements(story: dict, sources: dict[str, Source]) -> list[FollowUp]:
    """Create the story's new agreements and return their follow-ups.

    File order matters: an agreement may follow, or be part of, an earlier one.
    """
    rows = story.get("agreements", [])
    new = [row for row in rows if not Agreement.objects.filter(slug=row["slug"]).exists()]
    return [follow_up for row in new for follow_up in _agreement(dict(row), sources)]


def _agreement(row: dict, sources: dict[str, Source]) -> list[FollowUp]:
    fields, parties, concerned = row.pop("fields", []), row.pop("parties"), row.pop("pairs", [])
    cites, follow_ups = row.pop("cites", None), row.pop("follow_ups", [])
    approvals = row.pop("approvals", [])
    agreement = checked(Agreement(**_with_records(row)))
    agreement.fields.set(Field.objects.filter(slug__in=fields))
    agreement.pairs.set(pairs(concerned))
    for order, party in enumerate(parties, 1):
        named = {name: OF_PARTY[name](value) if name in OF_PARTY else value for name, value in party.items()}
        checked(Party(agreement=agreement, order=order, **named))
    for order, approval in enumerate(approvals, 1):
        checked(Approval(agreement=agreement, order=order, **_with_body(approval)))
    cite(agreement, sources, cites)
    laid = [checked(FollowUp(agreement=agreement, **follow_up)) for follow_up in follow_ups]
    for follow_up in laid:
        cite(follow_up, sources)
    return laid


def _with_body(approval: dict) -> dict:
    return approval | ({"institution": institution(approval["institution"])} if "institution" in approval else {})


def _with_records(row: dict) -> dict:
    """Return `row` with slugs replaced by records."""
    found = {name: Agreement.objects.get(slug=row[name]) for name in ("follows", "part_of") if name in row}
    if "event" in row:
        found["event"] = Event.objects.get(slug=row["event"])
    if "signed_in" in row:
        found["signed_in"] = place(row["signed_in"])
    return row | found
