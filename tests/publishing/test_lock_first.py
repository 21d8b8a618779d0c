"""Every deed holds the one lock before it looks at anything."""

import ast
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.articles import deeds
from newsroom.languages import EN
from newsroom.people.deeds import hide, show
from newsroom.places.deeds import merge_places
from newsroom.publishing.amending.amendments import amend, decline, propose
from newsroom.publishing.amending.merging import merge
from newsroom.publishing.deeds import clear
from newsroom.publishing.models import LogEntry
from newsroom.publishing.release import release, retract
from tests import factories
from tests.architecture.reading import HOUSE, python_files


def amendment(of: Any = None, by: Any = None) -> Any:
    person = of or factories.person()

    def change() -> None:
        person.name_en = "Another Name"
        person.save()

    return propose(person, change, by=by or factories.user("editor"))


def published_edition() -> Any:
    return factories.published().edition


def hidden() -> Any:
    person = factories.person()
    hide(person, by=factories.user("publisher", "other"), reason="They asked for it.")
    return person


def done_alone() -> LogEntry:
    hidden()
    return LogEntry.objects.get(verb="hide")


def released() -> Any:
    event = factories.event()
    release(event, by=factories.user("publisher"))
    return event


def previewed() -> tuple:
    version = factories.draft()
    return version, [deeds.open_preview(version, by=factories.user("publisher"), days=1)]


# Each deed with what it is done to.
DEEDS: dict[Callable, tuple[Callable, Callable]] = {
    deeds.begin: (factories.article, lambda story, by: deeds.begin(story, EN, by=by, headline="A", body="<p>B</p>")),
    deeds.write: (factories.draft, lambda version, by: deeds.write(version, by=by, headline="Another")),
    deeds.submit: (factories.draft, lambda version, by: deeds.submit(version, by=by)),
    deeds.discard: (factories.draft, lambda version, by: deeds.discard(version, by=by)),
    deeds.correct: (published_edition, lambda edition, by: deeds.correct(edition, by=by)),
    deeds.restore: (factories.published, lambda version, by: deeds.restore(version, by=by)),
    deeds.approve: (factories.submitted, lambda version, by: deeds.approve(version, by=by)),
    deeds.return_: (factories.submitted, lambda version, by: deeds.return_(version, by=by, note="Say more.")),
    deeds.withdraw: (published_edition, lambda edition, by: deeds.withdraw(edition, by=by, reason="No.")),
    deeds.open_preview: (factories.draft, lambda version, by: deeds.open_preview(version, by=by, days=1)),
    deeds.close_previews: (
        previewed,
        lambda both, by: deeds.close_previews(*both, by=by),
    ),
    propose: (factories.person, amendment),
    amend: (amendment, lambda proposal, by: amend(proposal, by=by, minor=True)),
    decline: (amendment, lambda proposal, by: decline(proposal, by=by, reason="No.")),
    merge: (lambda: (factories.person(), factories.person()), lambda two, by: merge(*two, by=by)),
    merge_places: (lambda: (factories.place(), factories.place()), lambda two, by: merge_places(*two, by=by)),
    release: (factories.event, lambda event, by: release(event, by=by)),
    retract: (released, lambda event, by: retract(event, by=by, reason="No.")),
    clear: (done_alone, lambda entry, by: clear(entry, by=by)),
    hide: (factories.person, lambda person, by: hide(person, by=by, reason="They asked for it.")),
    show: (hidden, lambda person, by: show(person, by=by)),
}
WAITING_DEEDS: dict[Callable, Callable] = {
    deeds.reschedule: lambda version, by: deeds.reschedule(version, by=by),
    deeds.cancel: lambda version, by: deeds.cancel(version, by=by),
}
# Parts of deeds, and what only a held save calls.
PARTS = {"_approve_one", "_log", "log_move", "besides", "enter"}


def asked(do: Callable, subject: Any, by: Any) -> list[str]:
    """Return the queries of a deed, without the savepoints and what is known of the account."""
    by.get_all_permissions()
    with CaptureQueriesContext(connection) as captured:
        do(subject, by)
    return [one["sql"] for one in captured.captured_queries if "SAVEPOINT" not in one["sql"] and one["sql"] != "BEGIN"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", [deed.__name__ for deed in DEEDS])
def test_a_deed_asks_first_for_the_lock(name):
    make, do = next(both for deed, both in DEEDS.items() if deed.__name__ == name)
    subject, by = make(), factories.user("publisher")

    first = asked(do, subject, by)[0]

    assert first.startswith("SELECT") and "publishing_generation" in first


@pytest.mark.django_db
@pytest.mark.parametrize("name", [deed.__name__ for deed in WAITING_DEEDS])
def test_a_deed_on_what_waits_asks_first_for_the_lock(name, at):
    do = next(do for deed, do in WAITING_DEEDS.items() if deed.__name__ == name)
    version = factories.published(at=at.ahead(days=1))

    first = asked(do, version, factories.user("publisher"))[0]

    assert first.startswith("SELECT") and "publishing_generation" in first


def frames() -> set[str]:
    """Return the names of the functions of the house that are the frame of a deed, or contain one."""
    found = set()
    for file in python_files(HOUSE):
        for function in ast.walk(ast.parse(file.read_text())):
            if isinstance(function, ast.FunctionDef) and _frames_a_deed(function):
                found.add(function.name)
    return found


def _frames_a_deed(function: ast.FunctionDef) -> bool:
    entered = [item.context_expr for one in ast.walk(function) if isinstance(one, ast.With) for item in one.items]
    return any(isinstance(one, ast.Call) and getattr(one.func, "id", "") == "deed" for one in entered)


def test_no_deed_is_forgotten_here():
    assert frames() - PARTS <= {deed.__name__ for deed in (*DEEDS, *WAITING_DEEDS)}
