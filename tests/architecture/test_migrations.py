"""Of two branches that each made a migration of one app, git merges both; the second must be made anew."""

import pytest
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader

RENEW = "Two last migrations in {app}, {names}: delete the one that is not in use yet, then run makemigrations {app}."


def forks(loader: MigrationLoader) -> list[str]:
    return [RENEW.format(app=app, names=" and ".join(names)) for app, names in loader.detect_conflicts().items()]


@pytest.fixture
def loader(settings) -> MigrationLoader:
    settings.MIGRATION_MODULES = {}  # a run without migrations has put its own in the place of all
    return MigrationLoader(None)


def test_each_app_has_one_last_migration(loader):
    assert ("lists", "0001_entry") in loader.graph.nodes
    assert forks(loader) == []


def test_the_law_of_migrations_sees_its_breaks(loader):
    last = loader.graph.leaf_nodes("lists")[0]
    other = ("lists", "0002_of_another_branch")
    loader.graph.add_node(other, Migration("0002_of_another_branch", "lists"))
    loader.graph.add_dependency("0002_of_another_branch", other, ("lists", "0001_entry"))

    assert forks(loader) == [RENEW.format(app="lists", names=f"{last[1]} and 0002_of_another_branch")]
