"""The two databases put nulls at opposite ends: an order on a nullable column says where they go."""

import ast
from collections import defaultdict

from django.apps import apps

from tests.architecture.reading import HOUSE, caught, place_of, python_files

ORDERINGS = {"order_by", "latest", "earliest"}


def nullable_columns():
    """Return for each room, and for the whole house under "", its columns' names: may every such be null?"""
    columns = defaultdict(dict)
    for model in apps.get_models():
        if model.__module__.startswith("newsroom."):
            for field in model._meta.concrete_fields:
                for room in (model._meta.app_label, ""):
                    columns[room][field.name] = columns[room].get(field.name, False) or field.null
    return columns


def silent_on_nulls(text, may_be_null):
    for node in ast.walk(ast.parse(text)):
        for word in ordering_words(node):
            path = word.value.lstrip("-").split("__")
            if any(may_be_null(part) for part in path):
                yield (
                    word.lineno,
                    f"orders by {word.value} and does not say where nulls go (F(...).desc(nulls_last=True))",
                )


def ordering_words(node):
    """Return the plain column names that `node` orders by, if it orders."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=given) if name in ORDERINGS:
            values = given
        case ast.Assign(targets=[ast.Name(id="ordering")], value=ast.List() | ast.Tuple() as given):
            values = given.elts
        case _:
            values = []
    return [value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)]


def test_every_order_on_a_nullable_column_says_where_nulls_go():
    columns = nullable_columns()
    found = []
    for path in python_files():
        room = columns[path.relative_to(HOUSE).parts[0]]

        def may_be_null(name, room=room):
            return room[name] if name in room else columns[""].get(name, False)

        law = silent_on_nulls(path.read_text(encoding="utf-8"), may_be_null)
        found += [f"{place_of(path)}:{line}: {what}" for line, what in law]
    assert not found, "\n" + "\n".join(found)


def test_the_law_of_order_by_sees_its_breaks():
    def law(text):
        return silent_on_nulls(text, lambda name: name == "ended")

    assert caught(law, "Pair.objects.order_by('slug', '-ended')")
    assert caught(law, "Stage.objects.order_by('pair__ended')")
    assert caught(law, "class Meta:\n    ordering = ['ended']")
    assert not caught(law, "Pair.objects.order_by('slug', F('ended').asc(nulls_last=True))")
