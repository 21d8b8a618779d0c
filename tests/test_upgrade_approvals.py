"""On an installation made when the approval of an agreement was a column, each day of approval becomes a row."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils.translation import get_language

from newsroom.cooperation.models import Agreement, Approval
from newsroom.dates import Day
from newsroom.publishing import clock, release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend
from newsroom.publishing.amending.differences import differing
from newsroom.publishing.models import Amendment
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)  # it migrates, which PostgreSQL refuses in the midst of other work


def as_entered_before(snapshot: dict, approved: str) -> dict:
    """Return a snapshot of an agreement as it was when its approval was a column."""
    added = {"term_length", "term_reckoned", "term_extendable", "term_runs_on", "term_minimum", "typed"}
    fields = {name: value for name, value in snapshot["fields"].items() if name not in added}
    rows = {name: found for name, found in snapshot["rows"].items() if name != "approvals"}
    return {"fields": fields | {"approved": approved}, "links": snapshot["links"], "rows": rows}


# approved as it is, before and after a decided amendment, before and after one that waits
APPROVED = [
    ("2009-01-15", ("", "2009-01-15"), ("2009-01-15", "2009-02")),
    ("2009-01-15", ("2008", "2009-01-15"), ("2009-01-15", "")),
    ("", ("2008", ""), ("", "2009-02")),
]


class Approved:
    """An agreement with a day of approval, and amendments of it, one decided and one that waits, as they were."""

    def __init__(self, approved: str, decided: tuple[str, str], waiting: tuple[str, str], *, editor, publisher) -> None:
        self.approved, self.decided, self.waiting = approved, decided, waiting
        self.editor, self.publisher = editor, publisher
        self.agreement = factories.agreement(factories.place(), term="2017/2020", signed="2017")
        release.release(self.agreement, by=publisher)
        self.taken = snapshots.take(self.agreement)

    def write(self) -> None:
        """Write what an installation of that time held, past the models of today."""
        with connection.cursor() as cursor:
            columns = "approved=%s, approved_earliest=%s, approved_latest=%s"
            day = self.approved or None
            facts = [self.approved, day, day, self.agreement.pk]
            cursor.execute(f"UPDATE cooperation_agreement SET {columns} WHERE id=%s", facts)
        known = {"state": "approved", "decided_by": self.publisher, "decided_at": clock.moment()}
        self.old, self.new = self.amendment(*self.decided, **known), self.amendment(*self.waiting)

    def amendment(self, before: str, after: str, **more) -> Amendment:
        snapshots_of_then = {
            "before": as_entered_before(self.taken, before),
            "after": as_entered_before(self.taken, after),
        }
        facts = {"record": self.agreement, "proposed_by": self.editor, "proposed_at": clock.moment()}
        return Amendment.objects.create(**snapshots_of_then, **facts, **more)

    def rows(self) -> list[Approval]:
        return list(Approval.objects.filter(agreement=self.agreement))


def test_a_day_of_approval_becomes_a_row_in_the_records_and_in_amendments():
    editor, publisher = factories.user("editor"), factories.user("publisher")
    entered = [Approved(*case, editor=editor, publisher=publisher) for case in APPROVED]
    call_command("migrate", "cooperation", "0001_first", verbosity=0)
    for one in entered:
        one.write()

    call_command("migrate", verbosity=0)

    for one in entered:
        assert [str(row.approved) for row in one.rows()] == [one.approved] * bool(one.approved)
        assert all(row.approved_earliest and row.institution is None for row in one.rows())
        assert Agreement.objects.filter(pk=one.agreement.pk, runs_from="2017-01-01", runs_until="2020-12-31").exists()
        for amendment, days in ((one.old, one.decided), (one.new, one.waiting)):
            amendment.refresh_from_db()
            said = [Day.parse(day).printed(get_language()) if day else "–" for day in days]
            assert [[found.old, found.new] for found in differing(amendment)] == [said]
        amend(one.new, by=publisher, minor=True)
        assert [str(row.approved) for row in one.rows()] == [one.waiting[1]] * bool(one.waiting[1])
