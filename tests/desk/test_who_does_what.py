"""Role × deed × own or somebody else's × language or kind of record: done, or refused with which sentence.

The table is written out: it is made neither from the roles nor from what the deeds ask. A translator is not bound to
one language: the house does not know which somebody translates into, so both languages read the same row.
"""

import logging
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from django.utils import translation

from newsroom.masthead.models import SiteSettings
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.refused import Refused
from tests import factories
from tests.accounts.test_roles import ROLES
from tests.desk.every_deed import DEEDS
from tests.pressing import choose_and_press

pytestmark = pytest.mark.django_db

SENTENCES = {
    "no": "Your account may not do this. Ask a publisher.",
    "own": "You wrote or changed this. Somebody else must approve it.",
    "did": "You did this yourself: somebody else must look it over.",
}
# What each role is answered: done, or one of the sentences above.
TABLE = """
                       whose  reporter translator editor publisher auditor
begin                | other's | done   done   done   done   no
write                | other's | done   done   done   done   no
write                | own     | done   done   done   done   no
submit               | other's | done   done   done   done   no
submit               | own     | done   done   done   done   no
return               | other's | no     no     no     done   no
return               | own     | no     no     no     done   no
approve              | other's | no     no     no     done   no
approve              | own     | no     no     no     own    no
approve, written     | own     | no     no     no     own    no
approve, submitted   | own     | no     no     no     own    no
approve alone        | other's | no     no     no     done   no
approve alone        | own     | no     no     no     done   no
approve for the past | other's | no     no     no     done   no
approve for the past | own     | no     no     no     own    no
reschedule           | other's | no     no     no     done   no
reschedule           | own     | no     no     no     done   no
cancel               | other's | no     no     no     done   no
cancel               | own     | no     no     no     done   no
withdraw             | other's | no     no     no     done   no
withdraw             | own     | no     no     no     done   no
discard              | other's | done   done   done   done   no
discard              | own     | done   done   done   done   no
correct              | other's | done   done   done   done   no
correct              | own     | done   done   done   done   no
restore              | other's | done   done   done   done   no
restore              | own     | done   done   done   done   no
open preview         | other's | no     no     no     done   no
open preview         | own     | no     no     no     done   no
close previews       | other's | no     no     no     done   no
close previews       | own     | no     no     no     done   no
release              | other's | no     no     no     done   no
release              | own     | no     no     no     own    no
retract              | other's | no     no     no     done   no
retract              | own     | no     no     no     done   no
propose              | other's | no     no     done   done   no
amend                | other's | no     no     no     done   no
amend                | own     | no     no     no     own    no
decline              | other's | no     no     no     done   no
decline              | own     | done   done   done   done   done
merge                | other's | no     no     no     done   no
merge                | own     | no     no     no     done   no
hide                 | other's | no     no     no     done   no
hide                 | own     | no     no     no     done   no
show                 | other's | no     no     no     done   no
show                 | own     | no     no     no     done   no
look over            | other's | no     no     no     done   no
look over            | own     | no     no     no     did    no
"""
KEPT_OUT = {"amend", "decline", "look over"}  # whose page is not shown to who may not do it


@dataclass(frozen=True)
class Cell:
    deed: str
    whose: str
    role: str
    kind: str
    answer: str


def cells() -> list[Cell]:
    found = []
    for line in TABLE.strip().splitlines()[1:]:
        deed, whose, answers = (part.strip() for part in line.split("|"))
        for role, answer in zip(ROLES, answers.split(), strict=True):
            found += [Cell(deed, whose, role, kind, answer) for kind in DEEDS[deed].kinds]
    return found


def subject_of(cell: Cell):
    """Return who tries the deed, and what it is tried on."""
    by = factories.user(cell.role, f"the-{cell.role}", language="en")
    return by, DEEDS[cell.deed].make(cell.kind, by if cell.whose == "own" else factories.user("editor", "author"))


def answer_of(cell: Cell) -> str:
    """Do the deed by its function; say what came of it, and whether it stands in the log."""
    by, subject = subject_of(cell)
    log = LogEntry.objects.filter(by=by, verb=DEEDS[cell.deed].verb)
    before = log.count()
    try:
        DEEDS[cell.deed].do(subject, by)
    except Refused as refused:
        assert log.count() == before
        return " ".join(str(reason) for reason in refused.reasons)
    assert DEEDS[cell.deed].verb is None or log.count() == before + 1
    return "done"


def answer_over_http(cell: Cell) -> str:
    """Send the deed to its page; say whether it was done, and which of the sentences the page reads."""
    by, subject = subject_of(cell)
    client = Client()
    client.force_login(by)
    answer = choose_and_press(client, *DEEDS[cell.deed].page(subject))
    said = [sentence for sentence in SENTENCES.values() if sentence in answer.text]
    return {302: "done", 200: " ".join(said)}.get(answer.status_code, str(answer.status_code))


def in_english(ask, cell: Cell) -> str:
    """Ask about one cell and undo what came of it."""
    with translation.override("en"), transaction.atomic():
        answer = ask(cell)
        transaction.set_rollback(True)
    return answer


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.ERROR, "django.request")


def test_every_role_is_answered_as_the_table_says(thoroughness):
    asked = thoroughness.sample(cells(), 150)
    answers = {cell: in_english(answer_of, cell) for cell in asked}

    assert {cell: said for cell, said in answers.items() if said != SENTENCES.get(cell.answer, cell.answer)} == {}


def test_the_desk_answers_every_role_as_the_table_says(thoroughness):
    asked = [cell for cell in cells() if DEEDS[cell.deed].page]
    wrong = {}
    for cell in thoroughness.sample(asked, 80):
        meant = "403" if cell.answer == "no" and cell.deed in KEPT_OUT else SENTENCES.get(cell.answer, cell.answer)
        if (said := in_english(answer_over_http, cell)) != meant:
            wrong[cell] = said

    assert wrong == {}


def test_every_deed_of_the_log_is_in_the_table():
    apart = {Verb.ENDORSE, Verb.SAVE, Verb.MOVE}  # an approval of two, below; a form, and what it moves

    assert {deed.verb for deed in DEEDS.values()} - {None} == set(Verb) - apart
    assert {cell.deed for cell in cells()} == set(DEEDS)


@pytest.mark.parametrize(
    ("whose", "answer"), [("other's", "done"), ("own", "You wrote or changed this. Somebody else must approve it.")]
)
def test_the_first_of_two_approvals_is_by_somebody_else_too(whose, answer):
    SiteSettings.objects.update_or_create(pk=1, defaults={"approvals": 2})
    by, version = subject_of(Cell("approve", whose, "publisher", "en", ""))

    with translation.override("en"):
        try:
            assert DEEDS["approve"].do(version, by) is None or not LogEntry.objects.filter(verb=Verb.APPROVE).exists()
            said = "done" if LogEntry.objects.filter(verb=Verb.ENDORSE, by=by).exists() else ""
        except Refused as refused:
            said = str(refused.reasons[0])

    assert said == answer
