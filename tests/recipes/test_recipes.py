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


def text_of(title: str) -> str:
    """Return what README says under a recipe's title."""
    told = (ROOT / "README.md").read_text("utf-8").partition("\n## How to change things\n")[2].partition("\n## ")[0]
    return re.search(rf"\*\*{title}\.\*\*(.+?)(?=\n\*\*|\Z)", told, re.DOTALL)[1]


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_recipe_names_each_step_and_no_other(recipe):
    assert named_in(text_of(recipe.title)) == [step.name for step in recipe.steps]


def test_the_files_of_other_records_exist():
    table = [line.split("|")[1:-1] for line in text_of("The same of other records").splitlines() if line[:1] == "|"]
    folders = [cell.split("`")[1::2] for cell in table[0]]
    named = [
        ROOT / folder / path
        for row in table[2:]
        for (folder,), cell in zip(folders[1:], row[1:], strict=True)
        for path in cell.split("`")[1::2]
    ]

    assert len(named) > 2 * len(table) and [path for path in named if not path.is_file()] == []


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


def test_a_step_left_out_is_seen(checkout, thoroughness):
    seen = [(recipe, step) for recipe in RECIPES for step in recipe.steps if step.law != NO_LAW]
    for recipe, step in thoroughness.sample(seen, 2, key=lambda one: f"{one[0].title} {one[1].name}"):
        with checkout.following(recipe.without(step)):
            assert checkout.broken([step.law]) != "", (recipe.title, step.name)
