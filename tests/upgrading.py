"""An installation from before, upgraded once for all tests of a file; each test rolls back to the end of that."""

from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState
from django.db.models import Model

from newsroom.publishing import clock
from newsroom.publishing.models import Amendment
from tests import factories


class Scene:
    """Rows of an installation from before, under names of their own: several scenes stand in one database."""

    def write(self) -> None:
        """Write, in the tables of then, what the models of today could not."""


def journey(before: list[tuple[str, str]], *scenes: type[Scene]) -> Callable:
    """Return a module's fixture: a function that hands out the scenes, gone back to `before` and upgraded.

    This is not done in the transaction of a test: PostgreSQL refuses to migrate in the midst of other work.
    """

    @pytest.fixture(scope="module")
    def upgraded(django_db_setup, django_db_blocker) -> Iterator[Callable]:
        with django_db_blocker.unblock():
            need_migrations()
            try:
                made = {scene: scene() for scene in scenes}
                back(before)
                for scene in made.values():
                    scene.write()
                call_command("migrate", verbosity=0)
                yield lambda scene: deepcopy(made[scene])  # tests change records in memory too
            finally:
                clear_away()

    return upgraded


def need_migrations() -> None:
    if "django_migrations" not in connection.introspection.table_names():
        pytest.skip("this run made its tables without migrations")


def clear_away() -> None:
    """Empty the tables, then bring them up to today: a migration that fails spoils the tests of one file alone."""
    call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
    call_command("migrate", verbosity=0)
    ContentType.objects.clear_cache()  # they are new ones


def back(before: list[tuple[str, str]]) -> None:
    """Take the database back to the migrations `before`, in a third of the time of Django's `migrate`.

    That renders models at each operation from the first migration to be taken back, while it only asks how they stood.
    """
    executor = MigrationExecutor(connection)
    taken = [migration for migration, _backwards in executor.migration_plan(before)]
    state, states = ProjectState(), {}
    for migration, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True):
        if migration in taken:
            states[migration] = state
        state = migration.mutate_state(state, preserve=migration in taken)
    for migration in taken:
        state = states.pop(migration)
        state.apps.check_models_ready()  # render them once, not at each operation
        executor.unapply_migration(state, migration)


def as_before(snapshot: dict, new: Collection[str] = (), **columns: Any) -> dict:
    """Return a snapshot from when the columns `new` were not known, with these values of others."""
    fields = {name: value for name, value in snapshot["fields"].items() if name not in new}
    return snapshot | {"fields": fields | columns}


def amendment(record: Model, before: dict, after: dict, **facts) -> Amendment:
    """Return an amendment of a record from one snapshot to another, waiting unless `facts` say otherwise."""
    known = {"proposed_by": factories.user("editor"), "proposed_at": clock.moment()} | facts
    return Amendment.objects.create(record=record, before=before, after=after, **known)


def as_approved() -> dict:
    """Return what an approved amendment says of its approval."""
    return {"state": "approved", "decided_by": factories.user("publisher"), "decided_at": clock.moment()}
