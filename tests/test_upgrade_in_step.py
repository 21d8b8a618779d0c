"""On an installation made before proposals were kept in step, a value is a person's unless it is what is proposed."""

import pytest

from newsroom.cooperation.in_step import keep_in_step
from newsroom.cooperation.models import Event
from newsroom.publishing import clock, release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend
from tests import factories
from tests.upgrading import Scene, amendment, as_before, journey

pytestmark = pytest.mark.django_db

# the day of an agreement from before → whether it counts as typed, and where a corrected event then takes it
WHOSE = [("2009-01-15", False, "2009-02"), (None, False, "2009-02"), ("2009-01-16", True, "2009-01-16")]


class Agreed:
    """An agreement with a day of its own, signed at an event of 2009-01-15, and a stage on that day."""

    def __init__(self, signed: str | None) -> None:
        one, other = factories.place(), factories.place()
        pair = factories.pair(one, other)
        self.event = factories.event(pair, held="2009-01-15", people=(factories.person(),))
        self.event.places.set([one, other])
        self.event.appearances.get().offices.add(factories.office("Mayor"))
        facts = {"pairs": (pair,), "event": self.event, "signed_in": one}
        self.agreement = factories.agreement(one, other, signed=signed, **facts)
        self.stage = factories.stage(pair, agreement=self.agreement, reached=signed)

    def typed(self) -> list[tuple]:
        for record in (self.event, self.agreement, self.stage):
            record.refresh_from_db()
        return [one.typed for one in (self.event, self.agreement, self.stage, self.event.appearances.get())]

    def days(self) -> list[str]:
        """Return where a corrected event takes the days."""
        self.event.held = "2009-02"
        self.event.save()
        keep_in_step([self.event], clock.moment(), by=None)
        self.typed()
        return [str(self.agreement.signed), str(self.stage.reached)]


class AgreedBefore(Scene):
    def __init__(self) -> None:
        self.entered = [(Agreed(signed), typed, then) for signed, typed, then in WHOSE]


# where it was, the sender of each delegation, for whom somebody stood, with which parts → the places that then pair up
STOOD = [
    ("A", "BC", {}, {"AB", "AC"}),
    ("A", "", {"B": ("spoke",)}, {"AB"}),
    ("A", "", {"B": ("message",)}, set()),
    ("C", "", {"A": ("spoke",), "B": ("attended",)}, {"AB"}),
    ("AB", "", {"C": ("spoke",)}, set()),
    ("AB", "", {}, {"AB"}),
]


def stood_at(where: str, senders: str, stood: dict, paired: set[str], *, is_body: bool) -> Event:
    """Return an event as it was: for whom people stood is a place, or an institution of one."""
    towns = {name: factories.place(name) for name in "ABC"}
    event = factories.event(*(factories.pair(*(towns[name] for name in two)) for two in paired))
    event.places.set(towns[name] for name in where)
    for name in senders:
        body = factories.institution(place=towns[name]) if is_body else towns[name]
        factories.stop(factories.delegation(body), event)
    for name, parts in stood.items():
        body = {"institution": factories.institution(place=towns[name])} if is_body else {"place": towns[name]}
        event.appearances.create(person=factories.person(), parts=parts, **body)
    return event


class StoodBefore(Scene):
    def __init__(self) -> None:
        self.entered = [(stood_at(*case, is_body=is_body), *case) for case in STOOD for is_body in (False, True)]


class AmendedBefore(Scene):
    """An amendment of the day of an agreement that was signed at an event, its snapshots as they were."""

    def __init__(self) -> None:
        event = factories.event(held="2009-01-15")
        self.agreement = factories.agreement(factories.place(), event=event, signed="2009-01-15")
        release.release(self.agreement, by=factories.user("publisher"))
        taken = snapshots.take(self.agreement)
        self.snapshots = [as_before(taken, {"typed"}, signed=day) for day in ("2009-01-15", "2009-01-20")]

    def write(self) -> None:
        self.amendment = amendment(self.agreement, *self.snapshots)


upgraded = journey([("cooperation", "0011_differing_of")], AgreedBefore, StoodBefore, AmendedBefore)


def test_a_value_from_before_is_a_person_s_unless_it_is_what_is_proposed(upgraded):
    for agreed, typed, then in upgraded(AgreedBefore).entered:
        assert agreed.typed() == [(), ("signed", "signed_in")[not typed :], (), ("printed_en",)]
        assert agreed.days() == [then, then]


def test_the_pairs_of_stops_and_of_those_for_whom_people_stood_are_not_a_person_s(upgraded):
    for event, *case, paired in upgraded(StoodBefore).entered:
        event.refresh_from_db()
        assert event.typed == (), case
        keep_in_step([event], clock.moment(), by=None)
        assert event.pairs.count() == len(paired), case


def test_what_an_amendment_from_before_changes_counts_as_typed(upgraded):
    it = upgraded(AmendedBefore)
    it.amendment.refresh_from_db()
    amend(it.amendment, by=factories.user("publisher"), minor=True)

    it.agreement.refresh_from_db()
    assert (str(it.agreement.signed), it.agreement.typed) == ("2009-01-20", ("signed",))
