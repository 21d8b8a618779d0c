"""An event with what hangs below it, which a story reports without naming the rest."""

from newsroom.articles import deeds
from newsroom.articles.models import Edition
from newsroom.cooperation.models import FollowUp
from tests import factories

KINDS = ["event", "agreement", "stage", "follow-up"]


class Signing:
    """An event, and below it what the story does not name."""

    def __init__(self) -> None:
        self.pair = factories.pair()
        self.event = factories.event(self.pair)
        self.agreement = factories.agreement(event=self.event)
        self.records = {"event": self.event, "agreement": self.agreement}
        self.article = factories.article(events=[self.event])

    def enter(self, kind: str):
        """Enter one more record of this kind below the event; the event itself stands there already."""
        match kind:
            case "event":
                return self.event
            case "agreement":
                return factories.agreement(event=self.event)
            case "stage":
                return factories.stage(self.pair, agreement=self.agreement)
            case _:
                return FollowUp.objects.create(agreement=self.agreement, words_en="A ferry sails.")


def is_public(record, moment) -> bool:
    return type(record).objects.public(moment).filter(pk=record.pk).exists()


def withdraw(version, at) -> None:
    edition = Edition.objects.get(pk=version.edition_id)
    along = deeds.orphans_of(edition, at.now)
    deeds.withdraw(edition, by=factories.user("publisher"), reason="It was wrong.", take_along=along)
