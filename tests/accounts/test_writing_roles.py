"""The roles are written into the database when the migrations end, and only ever add to what is there."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_migrate

from newsroom.accounts.groups import ROLES, write_roles
from tests.accounts.test_roles import permissions_of


def held_by(role: str) -> set[str]:
    rows = Permission.objects.filter(group__name=role).values_list("content_type__app_label", "codename")
    return {".".join(row) for row in rows}


@pytest.mark.django_db
def test_the_first_migration_leaves_every_role_complete():
    assert {role: held_by(role) for role in ROLES} == {role: permissions_of(role) for role in ROLES}


@pytest.mark.django_db
def test_the_roles_are_written_after_the_migrations_of_accounts_alone(monkeypatch):
    monkeypatch.setattr(post_migrate, "receivers", [])
    apps.get_app_config("accounts").ready()
    answers = {app.label: post_migrate.send(sender=app) for app in apps.get_app_configs()}

    assert answers.pop("accounts") == [(write_roles, None)]
    assert not any(answers.values())


@pytest.mark.django_db
def test_what_an_administrator_added_to_a_role_stays():
    by_hand = Permission.objects.get(codename="change_user")
    Group.objects.get(name="auditor").permissions.add(by_hand)

    write_roles()

    assert held_by("auditor") == permissions_of("auditor") | {"accounts.change_user"}


@pytest.mark.django_db
def test_a_permission_whose_app_is_not_migrated_yet_is_passed_over():
    Permission.objects.get(codename="add_article").delete()

    write_roles()

    assert held_by("reporter") == permissions_of("reporter") - {"articles.add_article"}
