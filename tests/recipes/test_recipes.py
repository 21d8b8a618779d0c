"""Each recipe of README is enough and no more: followed, the laws hold; with a step left out, one of them fails."""

import re

import pytest

from tests.recipes.house import DEED, PAGE, ROLE
from tests.recipes.records import FILTER, LINK, PLAIN
from tests.recipes.steps import MIGRATED, NO_LAW, TRANSLATED, Checkout, Recipe, named_in
from tests.run.place import ROOT

RECIPES = (PLAIN, LINK, PAGE, ROLE, FILTER, DEED)
ALWAYS = ["ruff check", "ruff format", "lint-imports", MIGRATED, TRANSLATED]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    return Checkout(tmp_path_factory.mktemp("recipes") / "checkout")


def text_of(recipe: Recipe) -> str:
    """Return what README says under the recipe's title."""
    told = (ROOT / "README.md").read_text("utf-8").partition("\n## How to change things\n")[2].partition("\n## ")[0]
    return re.search(rf"\*\*{recipe.title}\.\*\*(.+?)(?=\n\*\*|\Z)", told, re.DOTALL)[1]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_recipe_names_each_step_and_no_other(recipe):
    assert named_in(text_of(recipe)) == [step.name for step in recipe.steps]


def laws_of(*recipes: Recipe) -> list[str]:
    return [*ALWAYS, *(step.law for recipe in recipes for step in recipe.steps)]


def test_changes_that_follow_the_recipes_pass_the_laws(checkout):
    """Side by side in one copy."""
    with checkout.following(step for recipe in RECIPES for step in recipe.steps):
        assert checkout.broken(laws_of(*RECIPES)) == ""


@pytest.mark.long
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_change_that_follows_one_recipe_passes_the_laws(checkout, recipe):
    with checkout.following(recipe.steps):
        assert checkout.broken(laws_of(recipe)) == ""


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_step_left_out_is_seen(checkout, recipe, thoroughness):
    seen = [step for step in recipe.steps if step.law != NO_LAW]
    for step in thoroughness.sample(seen, 1, key=lambda step: step.name):
        with checkout.following(recipe.without(step)):
            assert checkout.broken([step.law]) != "", step.name
