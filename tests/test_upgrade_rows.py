"""On an installation made when an approval, a delegation and a part were columns, each becomes a row or a set."""

import pytest
from django.db import connection
from django.utils.translation import get_language

from newsroom.cooperation.models import Agreement, Appearance, Approval, Delegation, Event, Stop
from newsroom.dates import Day
from newsroom.publishing import release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend
from newsroom.publishing.amending.differences import differing
from newsroom.publishing.models import Amendment
from tests import factories
from tests.upgrading import Scene, amendment, as_approved, as_before, journey

pytestmark = pytest.mark.django_db


def as_entered_before(snapshot: dict, approved: str) -> dict:
    """Return a snapshot of an agreement as it was when its approval was a column."""
    added = {"term_length", "term_reckoned", "term_extendable", "term_runs_on", "term_minimum", "typed"}
    rows = {name: found for name, found in snapshot["rows"].items() if name != "approvals"}
    return as_before(snapshot, added, approved=approved) | {"rows": rows}


# approved as it is, before and after a decided amendment, before and after one that waits
APPROVED = [
    ("2009-01-15", ("", "2009-01-15"), ("2009-01-15", "2009-02")),
    ("2009-01-15", ("2008", "2009-01-15"), ("2009-01-15", "")),
    ("", ("2008", ""), ("", "2009-02")),
]


class Approved:
    """An agreement with a day of approval, and amendments of it, one decided and one that waits, as they were."""

    def __init__(self, approved: str, decided: tuple[str, str], waiting: tuple[str, str]) -> None:
        self.approved, self.decided, self.waiting = approved, decided, waiting
        self.agreement = factories.agreement(factories.place(), term="2017/2020", signed="2017")
        release.release(self.agreement, by=factories.user("publisher"))
        self.taken = snapshots.take(self.agreement)

    def write(self) -> None:
        """Write what an installation of that time held, past the models of today."""
        with connection.cursor() as cursor:
            columns = "approved=%s, approved_earliest=%s, approved_latest=%s"
            day = self.approved or None
            facts = [self.approved, day, day, self.agreement.pk]
            cursor.execute(f"UPDATE cooperation_agreement SET {columns} WHERE id=%s", facts)
        self.old, self.new = self.amendment(*self.decided, **as_approved()), self.amendment(*self.waiting)

    def amendment(self, before: str, after: str, **more) -> Amendment:
        old, new = (as_entered_before(self.taken, approved) for approved in (before, after))
        return amendment(self.agreement, old, new, **more)

    def rows(self) -> list[Approval]:
        return list(Approval.objects.filter(agreement=self.agreement))


class Approvals(Scene):
    def __init__(self) -> None:
        self.entered = [Approved(*case) for case in APPROVED]

    def write(self) -> None:
        for one in self.entered:
            one.write()


# side and part as they were → side and parts as they are
SIDES = [
    ("host", "attended", "", ("attended", "hosted")),
    ("host", "spoke", "", ("hosted", "spoke")),
    ("host", "message", "", ("message",)),
    ("guest", "witnessed", "guest", ("witnessed",)),
    ("neither", "presided", "neither", ("presided",)),
]


def as_of_one_delegation(snapshot: dict, delegation: Delegation | None, rows: list[tuple[str, str]]) -> dict:
    """Return a snapshot of an event as it was when its delegation was a column, with these sides and parts."""
    old = {name: found for name, found in snapshot["rows"].items() if name != "stops"}
    old["appearances"] = [
        {**row, "fields": as_with_a_part(row["fields"], *columns)}
        for row, columns in zip(old["appearances"], rows, strict=True)
    ]
    return as_before(snapshot, {"typed"}, delegation_id=delegation and delegation.pk) | {"rows": old}


def as_with_a_part(fields: dict, side: str, part: str) -> dict:
    added = {"parts", "place_id", "institution_id", "represented_by_id", "typed"}
    return {name: value for name, value in fields.items() if name not in added} | {"side": side, "part": part}


def in_old_columns(event: Event, delegation: Delegation | None, rows: list[tuple[str, str]]) -> None:
    """Write what an installation of that time held, past the models of today."""
    people = event.appearances.order_by("order", "pk").values_list("pk", flat=True)
    with connection.cursor() as cursor:
        key = delegation and delegation.pk
        cursor.execute("UPDATE cooperation_event SET delegation_id=%s WHERE id=%s", [key, event.pk])
        for person, columns in zip(people, rows, strict=True):
            cursor.execute("UPDATE cooperation_appearance SET side=%s, part=%s WHERE id=%s", [*columns, person])


# the number of the delegation that is received, before and after a decided amendment, before and after one that waits
RECEIVED = [
    (1, (None, 1), (1, 2)),
    (1, (2, 1), (1, None)),
    (None, (1, None), (None, 2)),
    (None, (None, None), (None, None)),
]


class Received:
    """An event with people of every side and part, and two delegations, one with somebody on it, as they were."""

    def __init__(self, received: int | None, decided: tuple, waiting: tuple) -> None:
        self.received, self.decided, self.waiting = received, decided, waiting
        self.sent = {None: None} | {number: factories.delegation(factories.place()) for number in (1, 2)}
        self.event = factories.event(factories.pair(), people=tuple(factories.person() for _row in SIDES))
        self.head = Appearance.objects.create(delegation=self.sent[1], person=factories.person(), role="head")
        release.release(self.event, by=factories.user("publisher"))
        self.taken, self.of_journey = snapshots.take(self.event), snapshots.take(self.sent[1])
        for row in self.of_journey["rows"]["appearances"]:
            row["fields"] = as_with_a_part(row["fields"], "", "")

    def of_event(self, before: int | None, after: int | None, **more) -> Amendment:
        """Return an amendment that changes the delegation, and makes a guest of the first host."""
        columns = [(side, part) for side, part, *_now in SIDES]
        turned = [("guest", "attended"), *columns[1:]]
        old = as_of_one_delegation(self.taken, self.sent[before], columns)
        new = as_of_one_delegation(self.taken, self.sent[after], turned)
        return amendment(self.event, old, new, **more)

    def of_delegation(self) -> Amendment:
        fields = self.of_journey["fields"] | {"size": 12}
        return amendment(self.sent[1], self.of_journey, {**self.of_journey, "fields": fields})

    def write(self) -> None:
        """Write what an installation of that time held."""
        in_old_columns(self.event, self.sent[self.received], [(side, part) for side, part, *_now in SIDES])
        self.old = self.of_event(*self.decided, **as_approved())
        self.new, self.journey = self.of_event(*self.waiting), self.of_delegation()

    def stops(self) -> list[tuple]:
        return list(Stop.objects.filter(event=self.event).values_list("delegation", "number"))

    def people(self):
        return self.event.appearances.order_by("order", "pk")


class Visits(Scene):
    def __init__(self) -> None:
        self.entered = [Received(*case) for case in RECEIVED]

    def write(self) -> None:
        for one in self.entered:
            one.write()


upgraded = journey([("cooperation", "0001_first")], Approvals, Visits)


def test_a_day_of_approval_becomes_a_row_in_the_records_and_in_amendments(upgraded):
    for one in upgraded(Approvals).entered:
        assert [str(row.approved) for row in one.rows()] == [one.approved] * bool(one.approved)
        assert all(row.approved_earliest and row.institution is None for row in one.rows())
        assert Agreement.objects.filter(pk=one.agreement.pk, runs_from="2017-01-01", runs_until="2020-12-31").exists()
        for changing, days in ((one.old, one.decided), (one.new, one.waiting)):
            changing.refresh_from_db()
            said = [Day.parse(day).printed(get_language()) if day else "–" for day in days]
            assert [[found.old, found.new] for found in differing(changing)] == [said]
        amend(one.new, by=factories.user("publisher"), minor=True)
        assert [str(row.approved) for row in one.rows()] == [one.waiting[1]] * bool(one.waiting[1])


def test_a_delegation_becomes_a_stop_and_a_part_a_set_in_the_records_and_in_amendments(upgraded):
    publisher = factories.user("publisher")
    for it in upgraded(Visits).entered:
        assert it.stops() == ([(it.sent[it.received].pk, None)] if it.received else [])
        is_received = any((it.received, *it.decided, *it.waiting))
        hosts = [parts if is_received else tuple(one for one in parts if one != "hosted") for *_then, parts in SIDES]
        rows = it.people().values_list("side", "parts", "place", "institution")
        assert list(rows) == [(row[2], parts, None, None) for row, parts in zip(SIDES, hosts, strict=True)]
        it.head.refresh_from_db()
        assert (it.head.role, it.head.side, it.head.parts) == ("head", "", ())
        for changing, change in ((it.old, it.decided), (it.new, it.waiting)):
            changing.refresh_from_db()
            said = [str(it.sent[number]) if number else "–" for number in change]
            assert told_of(changing, Stop, "delegation") == [said] * (said[0] != said[1])
            assert told_of(changing, Appearance, "side") == [["–", "客方"]]
            assert told_of(changing, Appearance, "parts") == [["出席、主方", "出席"]] * is_received
        for changing in (it.new, it.journey):
            changing.refresh_from_db()
            amend(changing, by=publisher, minor=True)
        assert it.stops() == ([(it.sent[it.waiting[1]].pk, None)] if it.waiting[1] else [])
        assert (it.people().first().side, it.people().first().parts) == ("guest", ("attended",))
        assert Delegation.objects.get(pk=it.sent[1].pk).size == 12


def told_of(changing: Amendment, model: type, column: str) -> list[list[str]]:
    """Return what the desk says that an amendment makes of a column."""
    name = str(model._meta.get_field(column).verbose_name)
    return [[one.old, one.new] for one in differing(changing) if one.what == name]
