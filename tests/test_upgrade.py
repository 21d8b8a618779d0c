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
from newsroom.cooperation.models import Field, StageCitation
from newsroom.masthead.models import SiteSettings
from newsroom.places.models import Place, Succession
from newsroom.publishing.amending.amendments import decline
from newsroom.publishing.models import Amendment, LogEntry, Redirect
from newsroom.terms.models import Term
from tests.leak.proposals import propose_everything
from tests.leak.world import World
from tests.stored import rows
from tests.upgrading import need_migrations

pytestmark = pytest.mark.django_db(transaction=True)  # it migrates, which PostgreSQL refuses in the midst of other work

# What came with the rooms `forms`, `lists`, `pages` and `profiles`.
BEFORE = [("lists", "zero"), ("masthead", "0002_description")]  # takes back what depends on them in `publishing`
# Filled by sign-ins and by the frameworks, not by the models that move.
APART = {"django_migrations", "django_session", "django_admin_log", "auth_permission", "auth_group_permissions"}
ANEW = {"publishing_letout"}  # written from what keeps each record: tests/test_upgrade_let_out.py
ROOM = "publishing"


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
# Since when readers have seen something follows from its interval until a deed forgets that.
RECKONED = {"slug_proposed", "year_proposed", "seen_from"}
# Nor who wrote in words, and what their submission covers (tests/test_upgrade_submissions.py).
# On the way back revisions go with their table: nothing before it knows of them.
RECKONED_TABLES = {"articles_version_writers", "articles_covered", "publishing_revision"}


def all_rows() -> dict[str, list[dict]]:
    """Return the rows of every table, without the columns that an upgrade reckons."""
    return {
        table: [{name: value for name, value in row.items() if name not in RECKONED} for row in rows(table)]
        for table in set(tables()) - RECKONED_TABLES
    }


def test_a_model_that_moves_keeps_its_rows_and_whoever_may_see_it():
    need_migrations()
    world, clerks = fill_every_table(), Group.objects.create(name="clerks")
    for holders in (clerks.permissions, world.editor.user_permissions):
        holders.set(Permission.objects.filter(codename__in=["view_logentry", "approve"], content_type__app_label=ROOM))
    entered, kinds = all_rows(), content_types()
    assert {table for table, found in entered.items() if not found} == set()
    roles = {group.name: held(group) for group in Group.objects.all()}

    for app, name in BEFORE:
        call_command("migrate", app, name, verbosity=0)  # the command renames content types and permissions as well

    assert content_types()["publishing.act"] == kinds["publishing.logentry"]
    assert content_types()["publishing.entry"] == kinds["lists.entry"]
    assert held(clerks) == {"publishing.view_act", "publishing.approve"}

    call_command("migrate", verbosity=0)

    assert all_rows() == entered
    assert content_types() == kinds
    assert {group.name: held(group) for group in Group.objects.all()} == roles
    assert not Permission.objects.filter(codename__endswith="_act").exists()
    assert LogEntry.objects.exists() and Amendment.objects.filter(state="waiting").exists()
