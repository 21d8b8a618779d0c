"""The contracts of pyproject.toml catch what they are for; the run holds the house itself against them."""

import shutil
import subprocess
import sys
import tomllib

import pytest

from tests.architecture.reading import HOUSE, ROOT

CHECK = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@pytest.fixture
def house(tmp_path):
    """A copy of the house that may be damaged."""
    shutil.copytree(HOUSE, tmp_path / "newsroom", ignore=shutil.ignore_patterns("__pycache__", "locale"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def contracts(house):
    """Return whether the contracts are kept, and what was said."""
    command = [sys.executable, "-c", CHECK]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, env={"NO_COLOR": "1"})
    return done.returncode == 0, done.stdout + done.stderr


def importing(house, one: str, other: str) -> None:
    """Let one module import another, both named from the house."""
    with (house / "newsroom" / f"{one.replace('.', '/')}.py").open("a") as file:
        file.write(f"\nimport newsroom.{other}\n")


def test_a_room_that_nobody_declared_fails(house):
    (house / "newsroom" / "gossip").mkdir()
    (house / "newsroom" / "gossip" / "__init__.py").touch()

    kept, said = contracts(house)

    assert not kept
    assert "gossip" in said


def test_a_module_that_its_room_did_not_declare_fails(house):
    (house / "newsroom" / "terms" / "gossip.py").touch()

    kept, said = contracts(house)

    assert not kept
    assert "gossip" in said


def test_every_room_says_what_stands_in_it():
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    inside = {contract["containers"][0] for contract in declared if contract["name"].startswith("Inside ")}
    rooms = {path.parent.name for path in HOUSE.glob("*/apps.py")} | {"dates", "languages", "pages", "forms"}
    empty = {"checks", "exchange"}  # until they are built in

    assert inside == {f"newsroom.{room}" for room in rooms - empty - {"demo"}}
    assert not [room for room in empty if len(list((HOUSE / room).glob("*.py"))) > 2]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("cooperation.models.events", "cooperation.rows"),
        ("cooperation.queries", "cooperation.models"),
        ("articles.states", "articles.models"),
        ("articles.deeds.writing", "articles.admin.offers"),
        ("people.models", "people.admin"),
        ("photos.deeds", "photos.views"),
    ],
)
def test_a_module_that_looks_up_inside_its_room_fails(house, low, high):
    importing(house, low, high)

    kept, said = contracts(house)

    assert not kept
    assert f"newsroom.{low} -> newsroom.{high}" in said


@pytest.mark.parametrize(
    ("one", "other"),
    [("articles.after", "articles.page"), ("cooperation.models.delegations", "cooperation.models.events")],
)
def test_a_circle_of_modules_that_stand_side_by_side_fails(house, one, other):
    importing(house, one, other)

    kept, said = contracts(house)

    assert not kept
    assert "No circle of imports, in no room BROKEN" in said


@pytest.mark.parametrize(("low", "high"), [("places", "articles"), ("terms", "sources"), ("website", "desk")])
def test_a_room_that_looks_up_or_aside_fails(house, low, high):
    importing(house, f"{low}.apps", f"{high}.apps")

    kept, said = contracts(house)

    assert not kept
    assert f"newsroom.{low}.apps -> newsroom.{high}.apps" in said
