"""What is public at a moment, and what is hidden, is spelled in `publishing` alone; everything else asks it."""

import ast
import re

import pytest

from tests.architecture.reading import (
    HOUSE,
    blanked,
    caught,
    hold,
    line_of,
    python_files,
    templates,
    words_in_code,
)

INTERVAL = {"public_from", "public_until"}
LOOKUP = re.compile(r"(^|__)public_(from|until)__(lt|lte|gt|gte|range|isnull)$")
IN_SQL = re.compile(r"\bpublic_(from|until)\"?\s*(<|>|=|is\s|between\s)", re.IGNORECASE)
IN_TEMPLATE = re.compile(r"\{%[^%]*public_(from|until)\s*(<|>)[^%]*%\}|\{%[^%]*(<|>)=?\s*[\w.]*public_(from|until)")
ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
HIDDEN = re.compile(r"(^|__)hidden_at(__\w+)?$")
HIDDEN_IN_TEMPLATE = re.compile(r"\{[{%][^}]*\bhidden_at\b")
CLOCK_IN_SQL = re.compile(r"\bCURRENT_TIMESTAMP\b|\bnow\(\)", re.IGNORECASE)


def interval_spelled(text):
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and LOOKUP.search(node.arg or ""):
            yield node.value.lineno, f"filters by {node.arg}"
        elif isinstance(node, ast.Compare) and any(isinstance(sign, ORDER) for sign in node.ops):
            sides = [node.left, *node.comparators]
            if any(isinstance(side, ast.Attribute) and side.attr in INTERVAL for side in sides):
                yield node.lineno, "compares an end of the interval"
    for node in words_in_code(tree):
        if LOOKUP.search(node.value) or IN_SQL.search(node.value):
            yield node.lineno, "spells the interval in words"


def interval_in_template(text):
    for match in IN_TEMPLATE.finditer(blanked(r"\{#.*?#\}", text)):
        yield line_of(text, match), "compares an end of the interval"


def hidden_spelled(text):
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and HIDDEN.search(node.arg or ""):
            yield node.value.lineno, f"filters by {node.arg}: take publishing.hiding.hidden_q"
        elif isinstance(node, ast.Attribute) and node.attr == "hidden_at" and isinstance(node.ctx, ast.Load):
            yield node.lineno, "reads hidden_at: ask is_hidden"
    for node in words_in_code(tree):
        if HIDDEN.search(node.value) and node.value != "hidden_at":  # alone it is a column to be saved
            yield node.lineno, "spells the hidden record in words"


def hidden_in_template(text):
    for match in HIDDEN_IN_TEMPLATE.finditer(blanked(r"\{#.*?#\}", text)):
        yield line_of(text, match), "reads hidden_at: ask is_hidden"


def clock_in_query(text):
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and any(name.name == "Now" for name in node.names):
            yield node.lineno, "imports Now: take publishing.moment() once and pass it on as at="
        elif isinstance(node, ast.Attribute) and node.attr == "Now":
            yield node.lineno, "uses Now"
    for node in words_in_code(tree):
        if CLOCK_IN_SQL.search(node.value):
            yield node.lineno, "asks the database's clock in SQL"


def outside_publishing():
    return [path for path in python_files() if path.relative_to(HOUSE).parts[0] != "publishing"]


def test_the_interval_is_spelled_only_in_publishing():
    hold(interval_spelled, outside_publishing())


def test_no_template_compares_the_ends_of_the_interval():
    hold(interval_in_template, templates())


def test_what_is_hidden_is_spelled_only_in_publishing():
    hold(hidden_spelled, outside_publishing())
    hold(hidden_in_template, templates())


def test_no_query_outside_publishing_asks_the_clock():
    hold(clock_in_query, outside_publishing())


@pytest.mark.parametrize(
    "text",
    [
        "Event.objects.filter(public_from__lte=at)",
        "Q(event__public_until__isnull=True)",
        "Q(('public_from__lte', at))",
        "filter(**{'version__public_until__gt': at})",
        "if version.public_from <= at: ...",
        "shown = at < version.public_until",
        "cursor.execute('SELECT id FROM event WHERE public_from <= %s')",
    ],
)
def test_the_law_of_the_interval_sees(text):
    assert caught(interval_spelled, text)


def test_the_law_of_the_interval_lets_other_words_be():
    assert not caught(interval_spelled, "order_by('-first_public_from'); version.public_from = at")


@pytest.mark.parametrize(
    "text",
    [
        "Person.objects.filter(hidden_at__isnull=True)",
        "photos.exclude(pictured__person__hidden_at__isnull=False)",
        "Person.objects.filter(hidden_at=None)",
        "Q(**{'person__hidden_at__lte': at})",
        "address = '' if person.hidden_at else person.address",
        "shown = person.hidden_at is None",
    ],
)
def test_the_law_of_hidden_records_sees(text):
    assert caught(hidden_spelled, text)


def test_the_law_of_hidden_records_lets_the_deed_write():
    assert not caught(hidden_spelled, "person.hidden_at = at; person.save(update_fields=['hidden_at'])")


def test_the_law_of_hidden_records_sees_in_templates():
    assert caught(hidden_in_template, "{% if not person.hidden_at %}") and caught(
        hidden_in_template, "{{ x.hidden_at }}"
    )


def test_the_law_of_templates_sees():
    assert caught(interval_in_template, "{% if event.public_from <= at %}")


@pytest.mark.parametrize(
    "text", ["from django.db.models.functions import Lower, Now", "functions.Now()", "x = 'SELECT now()'"]
)
def test_the_law_of_the_clock_sees(text):
    assert caught(clock_in_query, text)
