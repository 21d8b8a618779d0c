"""An installation made before keeps every row, content type, permission and amendment when models move or are renamed.

The database is taken back to the migrations of that time, with rows in every table, and upgraded again.
"""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from newsroom.articles import deeds
from newsroom.articles.index import EVERY_INDEX
from newsroom.cooperation.models import (
    Appearance,
    Delegation,
    Event,
    Field,
    StageCitation,
    Stop,
)
from newsroom.masthead.models import SiteSettings
from newsroom.people.models import Institution
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
from tests.stored import rows

pytestmark = pytest.mark.django_db(transaction=True)  # it migrates, which PostgreSQL refuses in the midst of other work

# What came with the rooms `forms`, `lists`, `pages` and `profiles`.
BEFORE = [("lists", "zero"), ("masthead", "0002_description")]  # takes back what depends on them in `publishing`
# Filled by sign-ins and by the frameworks, not by the models that move.
APART = {"django_migrations", "django_session", "django_admin_log", "auth_permission", "auth_group_permissions"}
ANEW = {"publishing_letout"}  # written from what keeps each record: tests/test_upgrade_let_out.py
ROOM = "publishing"


@pytest.fixture(autouse=True)
def _migrations(settings):
    if not connection.introspection.table_names() or "django_migrations" not in connection.introspection.table_names():
        pytest.skip("this run made its tables without migrations")


def tables() -> set[str]:
    ours = {name for name in connection.introspection.table_names() if not name.startswith(("axes_", "sqlite_"))}
    return ours - APART - ANEW


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


# Whether an address was proposed is not kept on the way back: it is reckoned anew (tests/test_upgrade_addresses.py).
RECKONED = {"slug_proposed", "year_proposed"}


def all_rows() -> dict[str, list[dict]]:
    """Return the rows of every table, without the columns that an upgrade reckons."""
    return {
        table: [{name: value for name, value in row.items() if name not in RECKONED} for row in rows(table)]
        for table in tables()
    }


def test_a_model_that_moves_keeps_its_rows_and_whoever_may_see_it():
    world, clerks = fill_every_table(), Group.objects.create(name="clerks")
    for holders in (clerks.permissions, world.editor.user_permissions):
        holders.set(Permission.objects.filter(codename__in=["view_logentry", "approve"], content_type__app_label=ROOM))
    entered, kinds = all_rows(), content_types()
    assert {table for table, found in entered.items() if not found} == set()
    roles = {group.name: held(group) for group in Group.objects.all()}

    for app, name in BEFORE:
        call_command("migrate", app, name, verbosity=0)

    assert content_types()["publishing.act"] == kinds["publishing.logentry"]
    assert content_types()["publishing.entry"] == kinds["lists.entry"]
    assert held(clerks) == {"publishing.view_act", "publishing.approve"}

    call_command("migrate", verbosity=0)

    assert all_rows() == entered
    assert content_types() == kinds
    assert {group.name: held(group) for group in Group.objects.all()} == roles
    assert not Permission.objects.filter(codename__endswith="_act").exists()
    assert LogEntry.objects.exists() and Amendment.objects.filter(state="waiting").exists()


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
    fields = {name: value for name, value in snapshot["fields"].items() if name != "typed"}
    fields["delegation_id"] = delegation and delegation.pk
    return {"fields": fields, "links": snapshot["links"], "rows": old}


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

    def __init__(self, received: int | None, decided: tuple, waiting: tuple, *, editor, publisher) -> None:
        self.received, self.decided, self.waiting = received, decided, waiting
        self.editor, self.publisher = editor, publisher
        self.sent = {None: None} | {number: factories.delegation(factories.place()) for number in (1, 2)}
        self.event = factories.event(factories.pair(), people=tuple(factories.person() for _row in SIDES))
        self.head = Appearance.objects.create(delegation=self.sent[1], person=factories.person(), role="head")
        release.release(self.event, by=self.publisher)
        self.taken, self.of_journey = snapshots.take(self.event), snapshots.take(self.sent[1])
        for row in self.of_journey["rows"]["appearances"]:
            row["fields"] = as_with_a_part(row["fields"], "", "")

    def amendment(self, record, before: dict, after: dict, *, is_decided: bool = False) -> Amendment:
        facts = {"record": record, "proposed_by": self.editor}
        if is_decided:
            facts |= {"state": "approved", "decided_by": self.publisher, "decided_at": clock.moment()}
        return Amendment.objects.create(before=before, after=after, proposed_at=clock.moment(), **facts)

    def of_event(self, before: int | None, after: int | None, *, is_decided: bool = False) -> Amendment:
        """Return an amendment that changes the delegation, and makes a guest of the first host."""
        columns = [(side, part) for side, part, *_now in SIDES]
        turned = [("guest", "attended"), *columns[1:]]
        old = as_of_one_delegation(self.taken, self.sent[before], columns)
        new = as_of_one_delegation(self.taken, self.sent[after], turned)
        return self.amendment(self.event, old, new, is_decided=is_decided)

    def of_delegation(self) -> Amendment:
        fields = self.of_journey["fields"] | {"size": 12}
        return self.amendment(self.sent[1], self.of_journey, {**self.of_journey, "fields": fields})

    def write(self) -> None:
        """Write what an installation of that time held."""
        in_old_columns(self.event, self.sent[self.received], [(side, part) for side, part, *_now in SIDES])
        self.old = self.of_event(*self.decided, is_decided=True)
        self.new, self.journey = self.of_event(*self.waiting), self.of_delegation()

    def stops(self) -> list[tuple]:
        return list(Stop.objects.filter(event=self.event).values_list("delegation", "number"))

    def people(self):
        return self.event.appearances.order_by("order", "pk")


def test_a_delegation_becomes_a_stop_and_a_part_a_set_in_the_records_and_in_amendments():
    editor, publisher = factories.user("editor"), factories.user("publisher")
    entered = [Received(*case, editor=editor, publisher=publisher) for case in RECEIVED]
    call_command("migrate", "cooperation", "0005_words_in_other_languages", verbosity=0)
    for it in entered:
        it.write()

    call_command("migrate", verbosity=0)

    for it in entered:
        assert it.stops() == ([(it.sent[it.received].pk, None)] if it.received else [])
        is_received = any((it.received, *it.decided, *it.waiting))
        hosts = [parts if is_received else tuple(one for one in parts if one != "hosted") for *_then, parts in SIDES]
        rows = it.people().values_list("side", "parts", "place", "institution")
        assert list(rows) == [(row[2], parts, None, None) for row, parts in zip(SIDES, hosts, strict=True)]
        it.head.refresh_from_db()
        assert (it.head.role, it.head.side, it.head.parts) == ("head", "", ())
        for amendment, change in ((it.old, it.decided), (it.new, it.waiting)):
            amendment.refresh_from_db()
            said = [str(it.sent[number]) if number else "–" for number in change]
            assert told_of(amendment, Stop, "delegation") == [said] * (said[0] != said[1])
            assert told_of(amendment, Appearance, "side") == [["–", "客方"]]
            assert told_of(amendment, Appearance, "parts") == [["出席、主方", "出席"]] * is_received
        for amendment in (it.new, it.journey):
            amendment.refresh_from_db()
            amend(amendment, by=publisher, minor=True)
        assert it.stops() == ([(it.sent[it.waiting[1]].pk, None)] if it.waiting[1] else [])
        assert (it.people().first().side, it.people().first().parts) == ("guest", ("attended",))
        assert Delegation.objects.get(pk=it.sent[1].pk).size == 12


def told_of(amendment: Amendment, model: type, column: str) -> list[list[str]]:
    """Return what the desk says that an amendment makes of a column."""
    name = str(model._meta.get_field(column).verbose_name)
    return [[one.old, one.new] for one in differing(amendment) if one.what == name]


def proposed(record, old: dict, new: dict, *, by) -> Amendment:
    """Return a waiting amendment of a record from the values `old` to the values `new`, its snapshots taken."""
    taken = snapshots.take(record)
    before, after = ({**taken, "fields": taken["fields"] | facts} for facts in (old, new))
    kind = ContentType.objects.get_for_model(type(record))
    return Amendment.objects.create(
        kind=kind, object_id=record.pk, before=before, after=after, proposed_by=by, proposed_at=clock.moment()
    )


def test_a_congress_is_told_from_a_council_by_the_country_it_comes_from():
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
    records, editor = [*sent, *bodies], factories.user("editor")
    old, new = {"kind": "government"}, {"kind": "congress"}
    amendments = [proposed(record, old, new, by=editor) for record, _kind in records]
    call_command("migrate", "cooperation", "0008_remove_delegation_and_part", verbosity=0)
    for record, _kind in records:
        type(record).objects.filter(pk=record.pk).update(kind="congress")

    call_command("migrate", verbosity=0)

    assert [type(record).objects.get(pk=record.pk).kind for record, _kind in records] == [kind for _, kind in records]
    for amendment, (_record, kind) in zip(amendments, records, strict=True):
        amendment.refresh_from_db()
        assert [one["fields"]["kind"] for one in (amendment.before, amendment.after)] == ["government", kind]


def test_kinds_that_were_not_known_go_back_to_the_nearest():
    kinds = {"council": "congress", "cppcc": "other", "party": "other", "media": "media"}
    sent = {factories.delegation(kind=kind).pk: old for kind, old in kinds.items()}
    party = factories.institution(kind="party")

    call_command("migrate", "cooperation", "0008_remove_delegation_and_part", verbosity=0)

    assert dict(Delegation.objects.values_list("pk", "kind")) == sent
    assert Institution.objects.get(pk=party.pk).kind == "party"
    call_command("migrate", verbosity=0)


def test_an_event_at_which_readers_see_a_signed_text_becomes_a_signing():
    editor, publisher = factories.user("editor"), factories.user("publisher")
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
    amendment = proposed(events["signed"], {"kinds": ""}, {"kinds": " forum "}, by=editor)
    call_command("migrate", "cooperation", "0009_congress_or_council", verbosity=0)

    call_command("migrate", verbosity=0)

    kinds = {name: Event.objects.get(pk=event.pk).kinds for name, event in events.items()}
    assert kinds.pop("signed") == ("signing",) and kinds.pop("forum") == ("forum",)
    assert set(kinds.values()) == {()}
    amendment.refresh_from_db()
    assert [one["fields"]["kinds"] for one in (amendment.before, amendment.after)] == [" signing ", " forum "]
    assert all(index.is_built() for index in EVERY_INDEX)
