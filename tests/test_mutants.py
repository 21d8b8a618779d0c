"""Mutation testing tells what a test notices from what none does, and leaves the checkout as it is."""

import pytest

from tests.run import mutants
from tests.run.mutants import Room, Survivor

CODE = """
def larger(one, other):
    return one if one > other else other


def double(one):
    return one * 2
"""
TEST = """
from newsroom.sums import double, larger

def test_larger():
    assert larger(1, 2) == larger(2, 1) == larger(2, 2) == 2

def test_double():
    assert double(2) == 4
"""


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A project of two functions, of which one may be written in another way."""
    root = tmp_path / "checkout"
    for name, text in {
        "newsroom/__init__.py": "",
        "newsroom/sums.py": CODE,
        "tests/test_sums.py": TEST,
        "pyproject.toml": "[tool.pytest.ini_options]\npythonpath = ['.']\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    monkeypatch.setattr(mutants, "ROOT", root)
    monkeypatch.setitem(
        mutants.ROOMS, "sums", Room(("newsroom/*.py",), ("tests",), ("-p", "no:cacheprovider", "-p", "no:django"))
    )
    return root


def test_what_no_test_notices_survives_and_the_rest_is_killed(checkout, tmp_path, capsys):
    before = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}

    asked = mutants.arguments(["--most", "50"])
    part = mutants.mutate("sums", tmp_path, asked)

    said = capsys.readouterr().out
    assert part.passed > part.failed > 0
    assert "+ return one if one >= other else other" in said  # the same, whatever is tested
    assert "one / 2" not in said
    assert {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()} == before


def test_the_same_seed_chooses_the_same_mutants():
    names = [f"m{number}" for number in range(50)]
    assert mutants.choose(names, seed=1, most=5) == mutants.choose(reversed(names), seed=1, most=5)
    assert mutants.choose(names, seed=1, most=5) != mutants.choose(names, seed=2, most=5)
    assert mutants.choose(names, seed=1, most=50) == sorted(names)


def test_an_explained_survivor_is_passed_over_and_a_stale_explanation_is_named(tmp_path, monkeypatch):
    explained = tmp_path / "explained.toml"
    entries = [("a", "b"), ("x", "y")]
    explained.write_text("".join(f'[[dates]]\nold = "{old}"\nnew = "{new}"\nwhy = ""\n' for old, new in entries))
    monkeypatch.setattr(mutants, "EXPLAINED", explained)
    known, unknown = Survivor("one", "survived", "a", "b"), Survivor("two", "survived", "a", "c")

    assert mutants.subtract([known, unknown], "dates") == ([unknown], ["y"])
