"""The table of deeds on words: the deeds do what it says, the desk offers it, and its docstring prints it."""

import pytest
from django.contrib.auth.models import Permission
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy, override

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.admin.deed_pages import PAGES
from newsroom.articles.admin.offers import offers
from newsroom.articles.deeds.table import DEEDS, Phase, phase_of
from newsroom.articles.models import PreviewLink, Version
from newsroom.publishing.refused import Refused
from tests import factories

pytestmark = pytest.mark.django_db

EVERYTHING = {"submit", "approve", "emergency", "release", "amend", "archive", "hide"}
MAY_NOT = gettext_lazy("Your account may not do this. Ask a publisher.")
DO = {
    "write": lambda version, by: deeds.write(version, by=by, headline="Another"),
    "submit": lambda version, by: deeds.submit(version, by=by),
    "approve": lambda version, by: deeds.approve(version, by=by),
    "return": lambda version, by: deeds.return_(version, by=by, note="Say more."),
    "approve-alone": lambda version, by: deeds.approve(version, by=by, alone="Nobody else is here."),
    "discard": lambda version, by: deeds.discard(version, by=by),
    "reschedule": lambda version, by: deeds.reschedule(version, by=by),
    "cancel": lambda version, by: deeds.cancel(version, by=by),
    "correct": lambda version, by: deeds.correct(version.edition, by=by),
    "withdraw": lambda version, by: deeds.withdraw(version.edition, by=by, reason="It is wrong."),
    "restore": lambda version, by: deeds.restore(version, by=by),
    "open-preview": lambda version, by: deeds.open_preview(version, by=by, days=1),
    "close-previews": lambda version, by: deeds.close_previews(version, list(version.previews.all()), by=by),
}


def printed_table() -> dict[str, tuple[list[str], str]]:
    """Return of every deed the phases and the permission that the docstring prints."""
    lines = [line for line in deeds.__doc__.splitlines() if line.startswith("| ")][1:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {
        name: (list(Phase) if phases == "any" else phases.split(", "), permission)
        for name, phases, permission, _ in rows
    }


def version_in(phase: Phase, at) -> Version:
    """Return a version in this phase, with a preview link that is open."""
    publisher = factories.user("publisher", "maker")
    version = factories.draft() if phase in (Phase.DRAFT, Phase.DISCARDED) else factories.submitted()
    link = {"created_by": publisher, "expires_at": at.ahead(days=1)}
    PreviewLink.objects.create(version=version, **link)
    if phase == Phase.DISCARDED:
        deeds.discard(version, by=publisher)
    elif phase == Phase.RETURNED:
        deeds.return_(version, by=publisher, note="Say more.")
    elif phase in (Phase.WAITING, Phase.PUBLIC, Phase.OVER):
        deeds.approve(version, by=publisher, at=at.ahead(hours=1) if phase == Phase.WAITING else None)
    if phase == Phase.OVER:
        deeds.withdraw(version.edition, by=publisher, reason="It is wrong.")
    return Version.objects.select_related("edition__article").get(pk=version.pk)


def account(*permissions: str) -> User:
    """Return an account that may do these things and no other."""
    user, _made = User.objects.get_or_create(username=f"may {'-'.join(sorted(permissions))}")
    known = Permission.objects.filter(content_type__app_label="publishing")
    user.user_permissions.set(known.filter(codename__in=permissions))
    return user


def refusal(name: str, version: Version, by: User) -> str:
    """Try the deed, and undo it; return what was said against it, or an empty string."""
    with transaction.atomic():
        try:
            DO[name](version, by)
        except Refused as refused:
            return str(refused)
        finally:
            transaction.set_rollback(True)
    return ""


def test_the_docstring_prints_the_table():
    assert printed_table() == {name: ([*map(str, deed.phases)], deed.permission) for name, deed in DEEDS.items()}


def test_every_deed_but_writing_has_a_page_in_the_desk():
    assert {"write", *PAGES} == set(DEEDS) == set(DO)


@pytest.mark.parametrize("phase", Phase)
def test_a_version_is_in_the_phase_that_its_state_and_interval_say(phase, at):
    assert phase_of(version_in(phase, at), at.now) == phase


@pytest.mark.parametrize("phase", Phase)
def test_deeds_are_done_from_the_phases_of_the_table_with_its_permission(phase, at):
    version = version_in(phase, at)
    table = printed_table()
    accounts = {permission: account(permission) for _phases, permission in table.values()}

    said = {name: refusal(name, version, accounts[permission]) for name, (_phases, permission) in table.items()}

    assert {name for name, words in said.items() if not words} == {
        name for name, (phases, _permission) in table.items() if phase in phases
    }, said
    assert MAY_NOT not in said.values()


def test_deeds_are_refused_to_whoever_may_do_everything_else(at):
    versions = {phase: version_in(phase, at) for phase in Phase}
    for name, (phases, permission) in printed_table().items():
        others = EVERYTHING - {permission}
        assert refusal(name, versions[phases[0]], account(*others)) == MAY_NOT, name


@pytest.mark.parametrize("phase", Phase)
def test_the_desk_offers_what_is_possible_to_whoever_has_the_permission(phase, at):
    version = version_in(phase, at)

    offered = offers(version, by=account(*EVERYTHING), at=at.now)

    assert offered
    for name in offered:
        phases, permission = printed_table()[name]
        assert phase in phases
        assert name in offers(version, by=account(permission), at=at.now)
        assert name not in offers(version, by=account(*EVERYTHING - {permission}), at=at.now)


@override("en")
@timezone.override("Asia/Shanghai")
def test_a_refusal_prints_the_moment_on_the_clock_of_the_office(at):
    waiting = factories.published(at=at.now.replace(hour=23))
    second = factories.submitted(waiting.edition.article, minor=True)

    said = refusal("approve", second, factories.user("publisher"))

    assert said == "Another version waits for 2026-03-03 07:00 Beijing time. Cancel or reschedule it first."
