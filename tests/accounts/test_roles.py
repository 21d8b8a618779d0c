"""Which role may do what, written out cell by cell: it is not made from the table that it proves."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission

from newsroom.accounts.groups import write_roles
from newsroom.accounts.models import User

VERBS = {"v": "view", "a": "add", "c": "change", "d": "delete", "-": ""}
ROLES = ("reporter", "translator", "editor", "publisher", "auditor")
# Records:                    reporter translator editor publisher auditor
RECORDS = """
articles.article                   vac   vac   vacd  vacd  v
articles.edition                   vac   vac   vacd  vacd  v
articles.version                   vac   vac   vacd  vacd  v
articles.articlecitation           vac   vac   vacd  vacd  v
articles.articlephoto              vac   vac   vacd  vacd  v
articles.previewlink               -     -     -     -     -
articles.covered                   -     -     -     -     -
articles.section                   v     v     v     vacd  v
cooperation.event                  vac   v     vacd  vacd  v
cooperation.stop                   vac   v     vacd  vacd  v
cooperation.visited                vac   v     vacd  vacd  v
cooperation.delegation             vac   v     vacd  vacd  v
cooperation.sender                 vac   v     vacd  vacd  v
cooperation.appearance             vac   v     vacd  vacd  v
cooperation.agreement              vac   v     vacd  vacd  v
cooperation.approval               vac   v     vacd  vacd  v
cooperation.party                  vac   v     vacd  vacd  v
cooperation.followup               vac   v     vacd  vacd  v
cooperation.stage                  vac   v     vacd  vacd  v
cooperation.eventcitation          vac   v     vacd  vacd  v
cooperation.delegationcitation     vac   v     vacd  vacd  v
cooperation.agreementcitation      vac   v     vacd  vacd  v
cooperation.stagecitation          vac   v     vacd  vacd  v
cooperation.followupcitation       vac   v     vacd  vacd  v
cooperation.field                  v     v     v     vacd  v
people.institution                 vac   v     vacd  vacd  v
people.person                      vac   v     vacd  vacd  v
people.office                      vac   v     vacd  vacd  v
people.tenure                      vac   v     vacd  vacd  v
people.tenurecitation              vac   v     vacd  vacd  v
places.place                       vac   v     vacd  vacd  v
places.succession                  vac   v     vacd  vacd  v
places.pair                        vac   v     vacd  vacd  v
sources.source                     vac   v     vacd  vacd  v
photos.photo                       vac   v     vacd  vacd  v
photos.pictured                    vac   v     vacd  vacd  v
terms.term                         v     v     v     vacd  v
website.page                       v     v     v     vacd  v
masthead.sitesettings              v     v     v     vacd  v
publishing.logentry                v     v     v     v     v
publishing.amendment               v     v     v     v     v
publishing.redirect                v     v     v     v     v
publishing.generation              -     -     -     -     -
publishing.letout                  -     -     -     -     -
publishing.revision                -     -     -     -     -
lists.entry                        -     -     -     -     -
lists.builtindex                   -     -     -     -     -
accounts.user                      -     -     -     -     -
"""
# Deeds: who may submit, approve … (x) and who may not (-).
DEEDS = """
submit                             x     x     x     x     -
approve                            -     -     -     x     -
emergency                          -     -     -     x     -
release                            -     -     -     x     -
amend                              -     -     x     x     -
archive                            -     -     -     x     -
hide                               -     -     -     x     -
"""


def lines(table: str) -> list[tuple[str, dict[str, str]]]:
    cells = [line.split() for line in table.strip().splitlines()]
    return [(name, dict(zip(ROLES, marks, strict=True))) for name, *marks in cells]


def permissions_of(role: str) -> set[str]:
    """Return the permissions that the tables above give to a role, such as `articles.view_article`."""
    held = {f"publishing.{deed}" for deed, marks in lines(DEEDS) if marks[role] == "x"}
    for label, marks in lines(RECORDS):
        app, model = label.split(".")
        held |= {f"{app}.{VERBS[mark]}_{model}" for mark in marks[role] if VERBS[mark]}
    return held


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_what_the_table_says_and_nothing_else(role):
    write_roles()
    given = Permission.objects.filter(group=Group.objects.get(name=role))

    assert {".".join(pair) for pair in given.values_list("content_type__app_label", "codename")} == permissions_of(role)


@pytest.mark.django_db
def test_there_is_no_role_but_those_of_the_table():
    write_roles()

    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)


def test_every_record_and_every_deed_has_its_line():
    house = [model for model in apps.get_models() if model.__module__.startswith("newsroom.")]
    deeds = {codename for codename, _label in apps.get_model("publishing", "logentry")._meta.permissions}

    assert {model._meta.label_lower for model in house} == {label for label, _marks in lines(RECORDS)}
    assert deeds == {deed for deed, _marks in lines(DEEDS)}


def test_the_desk_tells_every_role_where_one_is_given():
    told = [str(facts.get("description", "")) for _name, facts in admin.site.get_model_admin(User).fieldsets]

    assert any(all(role in sentence for role in ROLES) for sentence in told)
