"""On an installation made when there were fewer kinds, that of a delegation, body or event is told by the records."""

import pytest

from newsroom.articles.index import EVERY_INDEX
from newsroom.cooperation.models import Delegation, Event
from newsroom.people.models import Institution
from newsroom.publishing import release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.models import Amendment
from tests import factories
from tests.upgrading import Scene, amendment, as_before, journey

pytestmark = pytest.mark.django_db


def proposed(record, old: dict, new: dict) -> Amendment:
    """Return a waiting amendment of a record from the values `old` to the values `new`, its snapshots taken."""
    taken = snapshots.take(record)
    return amendment(record, as_before(taken, **old), as_before(taken, **new))


class Congresses(Scene):
    """Delegations and bodies of congresses from everywhere, and amendments that make congresses of them."""

    def __init__(self) -> None:
        china = factories.place("Eastern Province", country="CN")
        home = factories.place("Harbourton", parent=china)
        abroad = factories.place("Rivermouth", country="DE")
        region = factories.place("Hong Kong", country="CN")
        senders = {
            "congress": [(home,), (factories.institution(place=home),), (home, china)],
            "council": [(abroad,), (factories.institution(place=abroad),)],
            "other": [(), (home, abroad), (factories.place(),), (region,), (factories.institution(),)],
        }
        sent = [(factories.delegation(*some), kind) for kind, cases in senders.items() for some in cases]
        bodies = [
            (factories.institution(place=place), kind)
            for place, kind in ((home, "congress"), (abroad, "council"), (None, "other"))
        ]
        self.records = [*sent, *bodies]
        old, new = {"kind": "government"}, {"kind": "congress"}
        self.amendments = [proposed(record, old, new) for record, _kind in self.records]

    def write(self) -> None:
        for record, _kind in self.records:
            type(record).objects.filter(pk=record.pk).update(kind="congress")


class Unknown(Scene):
    """Delegations and a body of kinds that were not known, and what becomes of these on the way back."""

    def __init__(self) -> None:
        kinds = {"council": "congress", "cppcc": "other", "party": "other", "media": "media"}
        self.sent = {factories.delegation(kind=kind).pk: old for kind, old in kinds.items()}
        self.party = factories.institution(kind="party")

    def write(self) -> None:
        self.found = dict(Delegation.objects.filter(pk__in=self.sent).values_list("pk", "kind"))
        self.found_of_party = Institution.objects.get(pk=self.party.pk).kind


class Signings(Scene):
    """Events without a kind at which a text was signed, and others; and an amendment of the kinds of one."""

    def __init__(self) -> None:
        publisher = factories.user("publisher")
        delegation = factories.delegation(factories.place())
        events = {
            "signed": factories.event(kinds=[]),
            "planned": factories.event(kinds=[]),
            "hidden": factories.event(kinds=[]),
            "later": factories.event(kinds=[]),
            "forum": factories.event(kinds=["forum"]),
            "visit": factories.event(kinds=[], delegation=delegation),
        }
        afterwards = ("hidden", "later")
        for name, event in events.items():
            if name not in afterwards:
                state = "planned" if name == "planned" else "signed"
                release.release(factories.agreement(factories.place(), event=event, state=state), by=publisher)
                event.refresh_from_db()
            if not event.public_from:
                release.release(event, by=publisher)
        texts = {name: factories.agreement(factories.place(), event=events[name]) for name in afterwards}
        release.release(texts["later"], by=publisher)
        self.events = events
        self.amendment = proposed(events["signed"], {"kinds": ""}, {"kinds": " forum "})


upgraded = journey([("cooperation", "0008_remove_delegation_and_part")], Congresses, Unknown, Signings)


def test_a_congress_is_told_from_a_council_by_the_country_it_comes_from(upgraded):
    it = upgraded(Congresses)
    kinds = [type(record).objects.get(pk=record.pk).kind for record, _kind in it.records]
    assert kinds == [kind for _record, kind in it.records]
    for changing, (_record, kind) in zip(it.amendments, it.records, strict=True):
        changing.refresh_from_db()
        assert [one["fields"]["kind"] for one in (changing.before, changing.after)] == ["government", kind]


def test_kinds_that_were_not_known_go_back_to_the_nearest(upgraded):
    it = upgraded(Unknown)
    assert it.found == it.sent
    assert it.found_of_party == "party"


def test_an_event_at_which_readers_see_a_signed_text_becomes_a_signing(upgraded):
    it = upgraded(Signings)
    kinds = {name: Event.objects.get(pk=event.pk).kinds for name, event in it.events.items()}
    assert kinds.pop("signed") == ("signing",) and kinds.pop("forum") == ("forum",)
    assert set(kinds.values()) == {()}
    it.amendment.refresh_from_db()
    assert [one["fields"]["kinds"] for one in (it.amendment.before, it.amendment.after)] == [" signing ", " forum "]
    assert all(index.is_built() for index in EVERY_INDEX)
