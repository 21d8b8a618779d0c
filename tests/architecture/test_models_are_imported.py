"""A model is reached by importing it: no ladder of `_meta`, and no relation followed by its name out of a room."""

import ast

import pytest

from newsroom.cooperation.models import Agreement, Appearance, Event
from newsroom.places.models import Pair
from newsroom.publishing.relations import related
from tests.architecture.reading import HOUSE, caught, hold, python_files

# These read the columns and relations of whatever model they are given: that is what they are for.
OF_ANY_MODEL = {"publishing", "lists/index.py", "management/declarations.py"}
# These may follow a relation inside their room by its name: models import their querysets, and citations their reader.
FOLLOWERS = {"queries.py", "part_queries.py", "quoted.py"}


def ladders(text):
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Attribute(attr="related_model" | "rel"):
                yield node.lineno, f"climbs by {node.attr}: import the model"
            case ast.Attribute(attr="get_field", value=ast.Attribute(attr="_meta")):
                yield node.lineno, "asks _meta for a field: name it on the model"
            case ast.Attribute(attr="objects", value=ast.Attribute(attr="model", value=ast.Attribute())):
                yield node.lineno, "reaches a model through a relation: import the model"


def followed_by_name(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module == "newsroom.publishing.relations":
            yield node.lineno, "follows a relation by its name: import the model"


def bound():
    for path in python_files():
        inside = path.relative_to(HOUSE)
        if not OF_ANY_MODEL & {inside.parts[0], str(inside)}:
            yield path


def test_no_model_is_reached_by_a_ladder():
    hold(ladders, bound())


def test_only_querysets_follow_a_relation_by_its_name():
    hold(followed_by_name, (path for path in bound() if path.name not in FOLLOWERS))


@pytest.mark.parametrize(
    "text",
    [
        "self.model.edition.field.related_model.article.field.related_model",
        "kinds = type(pair)._meta.get_field('stages')",
        "Person.appearances.rel.model",
        "pair.stages.model.objects.public(at)",
    ],
)
def test_the_law_of_ladders_sees(text):
    assert caught(ladders, text)


def test_the_law_of_ladders_lets_a_model_be_asked():
    assert not caught(ladders, "self.model.objects.public(at); Place.parent.field; Event._meta.verbose_name")


def test_the_law_of_relations_sees():
    assert caught(followed_by_name, "from newsroom.publishing.relations import related")


def test_a_relation_is_followed_by_its_name_inside_a_room_alone():
    assert related(Event, "appearances").model is Appearance
    for model, name in ((Agreement, "pairs"), (Pair, "events"), (Event, "articles")):
        with pytest.raises(LookupError, match="import the model at its other end"):
            related(model, name)
