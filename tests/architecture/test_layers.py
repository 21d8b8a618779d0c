"""The contracts of pyproject.toml catch what they are for; the run holds the house itself against them."""

import shutil
import subprocess
import sys

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


def test_a_room_that_nobody_declared_fails(house):
    (house / "newsroom" / "gossip").mkdir()
    (house / "newsroom" / "gossip" / "__init__.py").touch()

    kept, said = contracts(house)

    assert not kept
    assert "gossip" in said


@pytest.mark.parametrize(("low", "high"), [("places", "articles"), ("terms", "sources"), ("website", "desk")])
def test_a_room_that_looks_up_or_aside_fails(house, low, high):
    with (house / "newsroom" / low / "apps.py").open("a") as file:
        file.write(f"\nimport newsroom.{high}.apps\n")

    kept, said = contracts(house)

    assert not kept
    assert f"newsroom.{low}.apps -> newsroom.{high}.apps" in said
