"""Readings in characters, typed before they were refused, are cleared, and the names sorted as they are read."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from newsroom.places.models import Place
from newsroom.publishing import clock, release
from newsroom.publishing.amending import snapshots
from newsroom.publishing.amending.amendments import amend
from newsroom.publishing.models import Amendment
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)  # it migrates, which PostgreSQL refuses in the midst of other work

BEFORE = [("people", "0006_chinese_order"), ("places", "0005_chinese_order")]


@pytest.fixture(autouse=True)
def _migrations():
    if "django_migrations" not in connection.introspection.table_names():
        pytest.skip("this run made its tables without migrations")


def test_a_reading_in_characters_is_cleared_and_one_in_letters_stays():
    places = [factories.place(f"Port {order}", name_zh="乐港", sort_as="乐港") for order in range(2)]
    read = factories.place("Port", name_zh="乐港", sort_as="Yuègǎng")
    body = factories.institution("Body", name_zh="海港", sort_as="海港")
    release.release(factories.event(factories.pair(places[0])), by=factories.user("publisher"))
    taken = snapshots.take(places[0])
    amendment = Amendment.objects.create(
        kind=ContentType.objects.get_for_model(Place),
        object_id=places[0].pk,
        before=taken,
        after=taken | {"fields": taken["fields"] | {"name_zh": "北港"}},
        proposed_by=factories.user("editor"),
        proposed_at=clock.moment(),
    )
    MigrationExecutor(connection).migrate(BEFORE)

    call_command("migrate", verbosity=0)

    for record, sort_as, key in (
        (places[1], "", "le4乐gang3港"),
        (read, "Yuègǎng", "yue4乐gang3港"),
        (body, "", "hai3"),
    ):
        record.refresh_from_db()
        assert (record.sort_as, record.sort_key_zh.startswith(key)) == (sort_as, True)
    amendment.refresh_from_db()
    amend(amendment, by=factories.user("publisher"), minor=True)
    assert Place.objects.get(pk=places[0].pk).sort_key_zh == "bei3北gang3港"
