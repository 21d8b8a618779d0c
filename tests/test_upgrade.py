"""An installation made before keeps every row, content type, permission and amendment when models move or are renamed.

The database is taken back to the migrations of that time, with rows in every table, and upgraded again.
"""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.utils.translation import get_language

from newsroom.articles import deeds
from newsroom.articles.index import EVERY_INDEX
from newsroom.cooperation.in_step import keep_in_step
from newsroom.cooperation.models import Agreement, Appearance, Approval, Event, Field, Stage, StageCitation
from newsroom.dates import Day
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Place, Succession
from newsroom.publishing import clock, release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend, decline
from newsroom.publishing.amending.differences import differing
from newsroom.publishing.models import Amendment, LogEntry, Redirect
from newsroom.terms.models import Term
from tests import factories
from tests.leak.proposals import propose_everything
from tests.leak.world import World

pytestmark = pytest.mark.django_db(transaction=True)  # it migrates, which PostgreSQL refuses in the midst of other work

# What came with the rooms `forms`, `lists`, `pages` and `profiles`.
BEFORE = [("lists", "zero"), ("masthead", "0002_description")]  # takes back what depends on them in `publishing`
# Filled by sign-ins and by the frameworks, not by the models that move.
APART = {"django_migrations", "django_session", "django_admin_log", "auth_permission", "auth_group_permissions"}
ROOM = "publishing"


@pytest.fixture(autouse=True)
def _migrations(settings):
    if not connection.introspection.table_names() or "django_migrations" not in connection.introspection.table_names():
        pytest.skip("this run made its tables without migrations")


def tables() -> set[str]:
    ours = {name for name in connection.introspection.table_names() if not name.startswith(("axes_", "sqlite_"))}
    return ours - APART


def rows(table: str) -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
        names = [column.name if hasattr(column, "name") else column[0] for column in cursor.description]
        return sorted((dict(zip(names, row, strict=True)) for row in cursor.fetchall()), key=str)


def content_types() -> dict[str, int]:
    return {f"{kind.app_label}.{kind.model}": kind.pk for kind in ContentType.objects.all()}


def held(holder) -> set[str]:
    return {f"{one.content_type.app_label}.{one.codename}" for one in holder.permissions.select_related("content_type")}


def fill_every_table() -> World:
    world = World()
    propose_everything(world)
    decline(Amendment.objects.filter(state="waiting").first(), by=world.publisher, reason="Said otherwise.")
    draft = deeds.correct(world.shown.article.editions.first(), by=world.editor)
    deeds.open_preview(draft, days=1, by=world.publisher)
    Redirect.objects.create(path="places/old/", kind=ContentType.objects.get_for_model(Place), object_id=world.home.pk)
    Succession.objects.create(predecessor=world.far, successor=world.home)
    Term.objects.create(name_zh="市长", name_en="Mayor", category="office")
    world.shown.agreement.fields.add(Field.objects.create(slug="ports", name_en="Ports"))
    world.shown.article.pairs.add(world.shown.pair)
    StageCitation.objects.filter(stage=world.shown.stage).update(says_en="Twinned")
    site = SiteSettings.objects.get()
    site.set_logo(b"a picture", 40, 40)
    site.save()
    for index in EVERY_INDEX:
        index.rebuild()
    return world


def test_a_model_that_moves_keeps_its_rows_and_whoever_may_see_it():
    world, clerks = fill_every_table(), Group.objects.create(name="clerks")
    for holders in (clerks.permissions, world.editor.user_permissions):
        holders.set(Permission.objects.filter(codename__in=["view_logentry", "approve"], content_type__app_label=ROOM))
    entered, kinds = {table: rows(table) for table in tables()}, content_types()
    assert {table for table, found in entered.items() if not found} == set()
    roles = {group.name: held(group) for group in Group.objects.all()}

    for app, name in BEFORE:
        call_command("migrate", app, name, verbosity=0)

    assert content_types()["publishing.act"] == kinds["publishing.logentry"]
    assert content_types()["publishing.entry"] == kinds["lists.entry"]
    assert held(clerks) == {"publishing.view_act", "publishing.approve"}

    call_command("migrate", verbosity=0)

    assert {table: rows(table) for table in tables()} == entered
    assert content_types() == kinds
    assert {group.name: held(group) for group in Group.objects.all()} == roles
    assert not Permission.objects.filter(codename__endswith="_act").exists()
    assert LogEntry.objects.exists() and Amendment.objects.filter(state="waiting").exists()


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


@pytest.mark.parametrize(("approved", "decided", "waiting"), APPROVED)
def test_a_day_of_approval_becomes_a_row_in_the_records_and_in_amendments(approved, decided, waiting):
    editor, publisher = factories.user("editor"), factories.user("publisher")
    agreement = factories.agreement(factories.place(), term="2017/2020", signed="2017")
    release.release(agreement, by=publisher)
    taken, kind = snapshots.take(agreement), ContentType.objects.get_for_model(Agreement)
    facts = {"kind": kind, "object_id": agreement.pk, "proposed_by": editor, "proposed_at": clock.moment()}
    known = {"state": "approved", "decided_by": publisher, "decided_at": clock.moment()}
    call_command("migrate", "cooperation", "0001_first", verbosity=0)
    first = approved or None
    with connection.cursor() as cursor:
        columns = "approved=%s, approved_earliest=%s, approved_latest=%s"
        cursor.execute(f"UPDATE cooperation_agreement SET {columns}", [approved, first, first])
    old, new = (
        Amendment.objects.create(
            before=as_entered_before(taken, before), after=as_entered_before(taken, after), **facts, **more
        )
        for (before, after), more in ((decided, known), (waiting, {}))
    )

    call_command("migrate", verbosity=0)

    rows_of_approval = list(Approval.objects.filter(agreement=agreement))
    assert [str(row.approved) for row in rows_of_approval] == [approved] * bool(approved)
    assert all(row.approved_earliest and row.institution is None for row in rows_of_approval)
    assert Agreement.objects.filter(pk=agreement.pk, runs_from="2017-01-01", runs_until="2020-12-31").exists()
    for amendment, (before, after) in ((old, decided), (new, waiting)):
        amendment.refresh_from_db()
        said = [Day.parse(day).printed(get_language()) if day else "–" for day in (before, after)]
        assert [[one.old, one.new] for one in differing(amendment)] == [said]
    amend(new, by=publisher, minor=True)
    left = [str(row.approved) for row in Approval.objects.filter(agreement=agreement)]
    assert left == [waiting[1]] * bool(waiting[1])


# the day of an agreement from before → whether it counts as typed, and where a corrected event then takes it
WHOSE = [("2009-01-15", False, "2009-02"), (None, False, "2009-02"), ("2009-01-16", True, "2009-01-16")]


@pytest.mark.parametrize(("signed", "typed", "then"), WHOSE)
def test_a_value_from_before_proposals_were_kept_in_step_is_a_person_s_unless_it_is_what_is_proposed(
    signed, typed, then
):
    one, other = factories.place(), factories.place()
    pair, office = factories.pair(one, other), factories.office("Mayor")
    event = factories.event(pair, held="2009-01-15", people=(factories.person(),))
    event.places.set([one, other])
    event.appearances.get().offices.add(office)
    agreement = factories.agreement(one, other, pairs=(pair,), event=event, signed=signed, signed_in=one)
    factories.stage(pair, agreement=agreement, reached=signed)
    call_command("migrate", "cooperation", "0005_words_in_other_languages", verbosity=0)

    call_command("migrate", verbosity=0)

    found = [model.objects.values_list("typed", flat=True).get() for model in (Event, Agreement, Stage, Appearance)]
    assert found == [(), ("signed", "signed_in")[not typed :], (), ("printed_en",)]
    event.held = "2009-02"
    event.save()
    keep_in_step([event], clock.moment(), by=None)
    assert [str(Agreement.objects.get().signed), str(Stage.objects.get().reached)] == [then, then]


def test_what_an_amendment_from_before_changes_counts_as_typed():
    editor, publisher = factories.user("editor"), factories.user("publisher")
    event = factories.event(held="2009-01-15")
    agreement = factories.agreement(factories.place(), event=event, signed="2009-01-15")
    release.release(agreement, by=publisher)
    before, after = snapshots.take(agreement), snapshots.take(agreement)
    for snapshot in (before, after):
        del snapshot["fields"]["typed"]
    after["fields"]["signed"] = "2009-01-20"
    facts = {"record": agreement, "proposed_by": editor, "proposed_at": clock.moment()}
    call_command("migrate", "cooperation", "0005_words_in_other_languages", verbosity=0)
    amendment = Amendment.objects.create(before=before, after=after, **facts)

    call_command("migrate", verbosity=0)
    amendment.refresh_from_db()
    amend(amendment, by=publisher, minor=True)

    agreement.refresh_from_db()
    assert (str(agreement.signed), agreement.typed) == ("2009-01-20", ("signed",))
