"""Names that waited when there were no other scripts are approved, and nothing of these is guessed."""

import pytest

from newsroom.publishing import release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend
from tests import factories
from tests.upgrading import Scene, amendment, as_before, journey

pytestmark = pytest.mark.django_db

BEFORE = [("people", "0004_proposed_addresses"), ("places", "0003_proposed_addresses")]
SINCE = {"sort_as", "latin", "name_original", "original_language", "gloss_zh", "gloss_en"}


class Waiting(Scene):
    """Names of a place, a body and a person that wait."""

    def __init__(self) -> None:
        place = factories.place("Harmony", name_zh="长沙")
        self.named = [place, factories.institution("Harbour"), factories.person("Jane Smith", surname_en="Smith")]
        event = factories.event(factories.pair(place), people=(self.named[2],))
        release.release(event, by=factories.user("publisher"))
        taken = [snapshots.take(record) for record in self.named]
        self.amendments = [
            amendment(record, as_before(snapshot, SINCE), as_before(snapshot, SINCE, name_zh="北港"))
            for record, snapshot in zip(self.named, taken, strict=True)
        ]


upgraded = journey(BEFORE, Waiting)


def test_names_that_waited_when_there_were_no_other_scripts_are_approved_and_nothing_of_these_is_guessed(upgraded):
    it = upgraded(Waiting)
    for changing, record in zip(it.amendments, it.named, strict=True):
        changing.refresh_from_db()
        amend(changing, by=factories.user("publisher"), minor=True)
        record.refresh_from_db()
        assert (record.name_zh, record.latin, record.name_original, record.original_language) == ("北港", "", "", "")
        assert record.sort_key_zh == "bei3北gang3港"
