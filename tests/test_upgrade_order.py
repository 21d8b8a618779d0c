"""Names from before they had other scripts or a Chinese order get their keys, and so do names that waited."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Place
from newsroom.publishing import clock, release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend
from newsroom.publishing.models import Amendment
from newsroom.terms.models import Term
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)  # it migrates, which PostgreSQL refuses in the midst of other work

BEFORE_SCRIPTS = [("people", "0004_proposed_addresses"), ("places", "0003_proposed_addresses")]
BEFORE = [("people", "0005_names_in_other_scripts"), ("places", "0004_names_in_other_scripts"), ("terms", "0001_first")]


@pytest.fixture(autouse=True)
def _migrations():
    if "django_migrations" not in connection.introspection.table_names():
        pytest.skip("this run made its tables without migrations")


SINCE_SCRIPTS = {"sort_as", "latin", "name_original", "original_language", "gloss_zh", "gloss_en"}


def as_before(snapshot: dict, new: set[str], **columns) -> dict:
    fields = {name: value for name, value in snapshot["fields"].items() if name not in new}
    return snapshot | {"fields": fields | columns}


def waiting(record: Model, name_zh: str, new: set[str]) -> Amendment:
    """Return an amendment of a name that was proposed when the columns `new` were not."""
    taken = snapshots.take(record)
    return Amendment.objects.create(
        kind=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        before=as_before(taken, new),
        after=as_before(taken, new, name_zh=name_zh),
        proposed_by=factories.user("editor"),
        proposed_at=clock.moment(),
    )


def test_every_name_that_stands_gets_its_key_and_one_that_waits_when_it_is_approved():
    place = factories.place("Harmony", name_zh="长沙")
    records = {
        place: "chang2长sha1沙",
        factories.place("Zeehaven"): "zeehaven",
        factories.institution("Harbour", name_zh="海州港"): "hai3海zhou1州gang3港",
        factories.person("", name_en="", name_zh="单海"): "shan4单hai3海",
        factories.person("Jane Smith", surname_en="Smith"): "smith jane smith",
        factories.office("Mayor of Harbourton", name_zh="市长"): "shi4市zhang3长",
        Term.objects.create(name_zh="市长", name_en="Mayor", category=Term.Category.OFFICE): "shi4市zhang3长",
    }
    ours = factories.institution("", name_en="", name_zh="海州港", gloss_en="Port of Harbourton")
    release.release(factories.event(factories.pair(place)), by=factories.user("publisher"))
    amendment = waiting(place, "北港", {"sort_as"})
    MigrationExecutor(connection).migrate(BEFORE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_institution SET sort_key=%s WHERE id=%s", ["~海州港", ours.pk])

    call_command("migrate", verbosity=0)

    found = {record: type(record).objects.get(pk=record.pk).sort_key_zh for record in records}
    assert found == records
    for model in (Place, Institution, Person, Office, Term):
        assert not model.objects.filter(sort_key_zh="").exists() and not model.objects.filter(sort_key="").exists()
    assert Institution.objects.get(pk=ours.pk).sort_key == "port of harbourton"
    amend(amendment, by=factories.user("publisher"), minor=True)
    assert Place.objects.get(pk=place.pk).sort_key_zh == "bei3北gang3港"


def test_names_that_waited_when_there_were_no_other_scripts_are_approved_and_nothing_of_these_is_guessed():
    place, publisher = factories.place("Harmony", name_zh="长沙"), factories.user("publisher")
    named = [place, factories.institution("Harbour"), factories.person("Jane Smith", surname_en="Smith")]
    release.release(factories.event(factories.pair(place), people=(named[2],)), by=publisher)
    amendments = [waiting(record, "北港", SINCE_SCRIPTS) for record in named]
    MigrationExecutor(connection).migrate(BEFORE_SCRIPTS)

    call_command("migrate", verbosity=0)

    for amendment, record in zip(amendments, named, strict=True):
        amendment.refresh_from_db()
        amend(amendment, by=publisher, minor=True)
        record.refresh_from_db()
        assert (record.name_zh, record.latin, record.name_original, record.original_language) == ("北港", "", "", "")
        assert record.sort_key_zh == "bei3北gang3港"
