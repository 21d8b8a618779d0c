"""What was signed, by which parties, and what the pair became by it."""

from newsroom.cooperation.models import (
    Agreement,
    AgreementCitation,
    Event,
    Field,
    Party,
    Stage,
    StageCitation,
)
from newsroom.demo.names import checked, institution, pairs, person, place
from newsroom.sources.models import Source

OF_PARTY = {"place": place, "institution": institution, "signatory": person}


def lay_agreements(story: dict, event: Event, cited: Source) -> list[Agreement]:
    """Return the agreements that were signed at the event, in the order of the story."""
    return [_agreement(row, event, cited) for row in story["agreements"]]


def _agreement(row: dict, event: Event, cited: Source) -> Agreement:
    if known := Agreement.objects.filter(slug=row["slug"]).first():
        return known
    row = dict(row)
    fields, parties, concerned = row.pop("fields"), row.pop("parties"), row.pop("pairs", [])
    agreement = checked(Agreement(event=event, **row | {"signed_in": place(row["signed_in"])}))
    agreement.fields.set(Field.objects.filter(slug__in=fields))
    agreement.pairs.set(pairs(concerned))
    for order, party in enumerate(parties, 1):
        named = {name: OF_PARTY[name](slug) for name, slug in party.items()}
        checked(Party(agreement=agreement, order=order, **named))
    checked(AgreementCitation(agreement=agreement, source=cited))
    return agreement


def lay_stages(story: dict, cited: Source) -> None:
    """Lay in what pairs became, each by its agreement; an agreement that made its stages already is left alone."""
    for row in story.get("stages", []):
        agreement = Agreement.objects.get(slug=row["agreement"])
        if not agreement.stages.exists():
            (pair,) = pairs([row["pair"]])
            stage = checked(Stage(**row | {"pair": pair, "agreement": agreement}))
            checked(StageCitation(stage=stage, source=cited))
