"""A state is named by its enum: its value as a string stands where the enum does, and nowhere else."""

import ast
import re
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import TextChoices

from newsroom.cooperation.models import Stage
from newsroom.cooperation.status import Status
from tests.architecture.reading import (
    blanked,
    caught,
    hold,
    line_of,
    python_files,
    templates,
    words_in_code,
)

# Values that are words for something else as well, such as a column: states only where a state is asked for.
OTHER_MEANINGS = {"signed", "approved", "ended", "waiting", "contact"}
ASKED_FOR = re.compile(r"(^|_)(state|status|kind)(__in)?$")
IN_TEMPLATE = re.compile(r"[=!]=\s*(['\"])(?P<value>[\w-]+)\1")


def state_enums() -> list[type[TextChoices]]:
    """Return every `State` of a model, the computed `Status`, and the kinds of stages, which are what a pair is."""
    rooms = (model for model in apps.get_models() if model.__module__.startswith("newsroom."))
    return [*(vars(model)["State"] for model in rooms if "State" in vars(model)), Status, Stage.Kind]


VALUES = {str(value) for enum in state_enums() for value in enum.values}


def homes() -> set[Path]:
    return {Path(sys.modules[enum.__module__].__file__) for enum in state_enums()}


def states_spelled(text):
    tree = ast.parse(text)
    declared = set(map(id, _declared(tree)))
    for node in words_in_code(tree):
        if node.value in VALUES - OTHER_MEANINGS and id(node) not in declared:
            yield node.lineno, f'spells the state "{node.value}": import its enum'
    for where in _asked_for(tree):
        for node in ast.walk(where):
            if isinstance(node, ast.Constant) and node.value in OTHER_MEANINGS:
                yield node.lineno, f'asks for the state "{node.value}": import its enum'


def _declared(tree):
    """Return what stands in enums, and what is said to gettext: words for people."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(bases=bases) if any("TextChoices" in ast.unparse(base) for base in bases):
                yield from ast.walk(node)
            case ast.Call(func=ast.Name(id="_" | "gettext" | "pgettext")):
                yield from node.args


def _asked_for(tree):
    """Return the code beside which a state is named: a lookup by it, a comparison with it, the cases of a match."""
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg=str(name)) if ASKED_FOR.search(name):
                yield node.value
            case ast.Compare() if any(map(_is_state, [node.left, *node.comparators])):
                yield node
            case ast.Match() if _is_state(node.subject):
                yield from (case.pattern for case in node.cases)


def _is_state(node):
    name = getattr(node, "attr", getattr(node, "id", None))
    return isinstance(name, str) and bool(ASKED_FOR.search(name))


def states_in_template(text):
    for match in IN_TEMPLATE.finditer(blanked(r"\{#.*?#\}", text)):
        if match["value"] in VALUES:
            yield line_of(text, match), f'compares with "{match["value"]}": let the row say it'


def test_no_state_is_spelled_outside_its_home():
    hold(states_spelled, sorted(set(python_files()) - homes()))


def test_no_template_compares_with_a_state():
    hold(states_in_template, templates())


def test_the_states_and_their_homes_are_found():
    assert {"in-force", "took-place", "draft", "declined", "sister-city", "initialled"} <= VALUES
    assert VALUES >= OTHER_MEANINGS
    found = {path.name for path in homes()}
    assert found == {"events.py", "following.py", "models.py", "stages.py", "states.py", "status.py"}


@pytest.mark.parametrize(
    "text",
    [
        'OVER = ("taken-over", "ended")',
        "events.filter(state='took-place')",
        "Q(agreement__state='signed')",
        "amendments.filter(state__in=['waiting'])",
        "running = agreement.status in ('in-force', 'no-end')",
        "over = stage.kind == 'ended'",
        "match version.state:\n    case 'approved': ...",
        "STATUSES = {'expired': 1}",
    ],
)
def test_this_law_sees(text):
    assert caught(states_spelled, text)


@pytest.mark.parametrize(
    "text",
    [
        "newest_first('signed')",
        "row['ended'] = place.ended",
        "class Kind(TextChoices):\n    SISTER_CITY = 'sister-city', _('Sister city agreement')",
        "label = _('discarded')",
        "over = stage.kind == Stage.Kind.ENDED",
    ],
)
def test_this_law_lets_other_words_be(text):
    assert not caught(states_spelled, text)


def test_the_law_of_templates_sees():
    assert caught(states_in_template, '{% if agreement.status == "in-force" %}')
    assert not caught(states_in_template, '{% if by == "relation" %}{# state == "draft" #}')
