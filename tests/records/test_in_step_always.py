"""Whatever is edited in whatever order: a value is what a person typed last, else what its source says.

The desk's own forms are driven by random edits, against an oracle that holds the rule in a few lines: a typed value
is remembered apart from its source, and forgotten once it is given back.
"""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from newsroom.cooperation.models import Agreement, Event, Stage
from tests import factories
from tests.records.entering import Desk

pytestmark = pytest.mark.django_db
DAYS = ["", "2030-05-04", "2030-05-05", "2030-06"]
EDITS = st.one_of(
    st.tuples(st.just("held"), st.sampled_from(DAYS)),
    st.tuples(st.just("mode"), st.sampled_from(["in-person", "apart"])),
    st.tuples(st.just("party"), st.integers(1, 3)),
    st.tuples(st.just("signed"), st.sampled_from(DAYS)),
    st.tuples(st.just("reached"), st.sampled_from(DAYS)),
    st.tuples(st.just("pairs"), st.sets(st.integers(1, 3), max_size=2)),
    st.tuples(st.just("event pairs"), st.sets(st.integers(1, 3), max_size=2)),
    st.tuples(st.just("back"), st.sampled_from(["signed", "pairs", "reached", "event pairs"])),
)


class Oracle:
    """The sources, and what a person typed in place of a proposal. Towns are numbers, 0 is at home."""

    def __init__(self):
        self.held, self.mode, self.party, self.typed = "2030-05-04", "in-person", 1, {}

    def proposal(self, name):
        if name == "signed":
            return "" if self.mode == "apart" else self.held
        if name == "reached":
            return self.value("signed")
        return {self.party}

    def value(self, name):
        return self.typed.get(name, self.proposal(name))

    def edit(self, what, value):
        if what in ("held", "mode", "party"):
            setattr(self, what, value)
        elif what == "back":
            self.typed.pop(value, None)
        elif value != self.value(what):
            self.typed[what] = value
            if value == self.proposal(what):
                del self.typed[what]

    def values(self):
        return {name: self.value(name) for name in ("signed", "reached", "pairs", "event pairs")}


class Office:
    """The same, entered at the desk."""

    def __init__(self, desk):
        self.desk, self.towns = desk, [factories.place(f"Town {number}") for number in range(4)]
        self.event = desk.enter(Event, held="2030-05-04", slug="held")
        parties = [{"place": town} for town in self.towns[:2]]
        stage = {"pair": factories.pair(*self.towns[2:]), "kind": "contact"}
        self.agreement = desk.enter(
            Agreement, {"parties": parties, "stages": [stage]}, event=self.event, title_en="Signed", slug="signed"
        )
        self.stage = Stage.objects.get()

    def edit(self, what, value):
        event, agreement, stage = (type(one).objects.get(pk=one.pk) for one in (self.event, self.agreement, self.stage))
        homes = {"event pairs": event, "held": event, "mode": event, "reached": stage}
        record = homes.get(value if what == "back" else what, agreement)
        if what == "party":
            typed = {"parties-1-place": self.towns[value]}
        elif what == "back":
            typed = {"back": [value.split()[-1]]} if value.split()[-1] in (record.typed or ()) else {}
        elif what.endswith("pairs"):
            typed = {"pairs": [factories.pair(self.towns[0], self.towns[number]) for number in value]}
        else:
            typed = {what: value}
        self.desk.change(record, **typed)

    def values(self):
        agreement, stage = Agreement.objects.get(), Stage.objects.get()
        return {
            "signed": str(agreement.signed or ""),
            "reached": str(stage.reached or ""),
            "pairs": self._partners(agreement),
            "event pairs": self._partners(Event.objects.get()),
        }

    def _partners(self, record):
        number = {town.pk: place for place, town in enumerate(self.towns)}
        return {number[pair.second_id] for pair in record.pairs.all()}


class Always(TestCase):
    @settings(
        max_examples=int(os.environ.get("EXAMPLES", 6)),
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(EDITS, min_size=3, max_size=10))
    def test_a_value_is_what_its_source_says_unless_a_person_typed_another(self, edits):
        office, oracle = Office(Desk(self.client, factories.user("editor"))), Oracle()
        assert office.values() == oracle.values()
        for what, value in edits:
            office.edit(what, value)
            oracle.edit(what, value)
            assert office.values() == oracle.values(), (what, value)
