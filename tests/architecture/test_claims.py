"""Every computed sentence is a declared claim, in both languages, and docs/claims.md prints them."""

import ast
from collections import Counter

import polib
import pytest
from django.core.management import call_command
from django.utils.translation import override

from newsroom.languages import EN, ZH
from newsroom.management.commands.claims import ROOMS
from tests.architecture.reading import HOUSE, ROOT

CLAIMS = [claim for room in ROOMS for claim in room.CLAIMS]
# Modules that compute sentences: each of their messages belongs to a claim.
COMPUTING = (
    "cooperation/attendance.py",
    "profiles/pair/absences.py",
    "profiles/pair/facts.py",
    "profiles/pair/scope.py",
)
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "npgettext"}
GLUE = {", "}  # between clauses


def message_ids(text: str) -> set[str]:
    """Return the message id of each call of gettext in a module; of a plural the singular."""
    found = set()
    for call in ast.walk(ast.parse(text)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in GETTEXT:
            words = [word.value for word in call.args if isinstance(word, ast.Constant)]
            found.add(words["pgettext" in call.func.id])  # after the context
    return found


def said() -> set[str]:
    with override(EN):
        return {str(words) for claim in CLAIMS for words in claim.says}


def test_the_document_prints_the_claims(capsys):
    call_command("claims")
    assert (ROOT / "docs" / "claims.md").read_text("utf-8") == capsys.readouterr().out


def test_a_claim_has_one_home():
    assert [name for name, number in Counter(claim.name for claim in CLAIMS).items() if number > 1] == []


@pytest.mark.parametrize("module", COMPUTING)
def test_every_sentence_of_a_module_that_computes_them_is_a_claim(module):
    assert message_ids((HOUSE / module).read_text("utf-8")) - GLUE - said() == set()


def test_every_claim_is_said_somewhere_in_both_languages():
    """A claim whose message no catalogue has is said nowhere."""
    catalogue = polib.pofile(str(HOUSE / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"))
    translated = {entry.msgid for entry in catalogue if entry.translated() and not entry.obsolete}
    assert said() - translated == set()
    assert all(claim.said_in(EN) != claim.said_in(ZH) for claim in CLAIMS)


def test_the_law_of_computed_sentences_sees_its_breaks():
    text = '_("a"); ngettext("b", "bs", 2); pgettext("context", "c"); other("d")'
    assert message_ids(text) == {"a", "b", "c"}
