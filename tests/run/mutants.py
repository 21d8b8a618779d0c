"""python3 manage.py test --mutants [room …] [--seed N] [--most N]

Mutation testing of the rooms where a mistake costs most: mutmut breaks one thing at a time in a copy of the checkout
and runs the room's own tests on SQLite; survivors are printed with their diffs. `visibility` runs the leak
proof's own mutants: each call of `.public()` is made to return everything. Without a room, all of them.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.run import suite
from tests.run.place import ROOT, environment
from tests.run.tally import Part

MOST, SEED = 600, 20190818
PATIENCE = 55 * 60  # seconds for one room
EXPLAINED = ROOT / "tests" / "run" / "explained_mutants.toml"
APART = (".git", ".venv", "var", "node_modules", "__pycache__", "mutants", "*.pyc", ".*_cache", ".hypothesis")
COPIED = ("manage.py", "pyproject.toml", "README.md", "docs", "templates", "static", "tests")
# gettext strings are tested by the catalogues' tests.
SENTENCES = r"\b(_|gettext|gettext_lazy|pgettext_lazy)\("


@dataclass(frozen=True)
class Room:
    """Globs to mutate, from the root, and the tests to run, the nearest first."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    arguments: tuple[str, ...] = (
        *("--no-migrations", "-p", "no:cacheprovider", "-m", "not browser"),
        "--hypothesis-profile=unshrunk",
    )


ROOMS = {
    "dates": Room(
        ("newsroom/dates/*.py",),
        (
            *("tests/test_dates.py", "tests/test_dates_words.py", "tests/test_dates_forms.py"),
            *("tests/test_dates_lengths.py", "tests/test_dates_length_columns.py", "tests/test_dates_columns.py"),
            *("tests/test_dates_orders.py", "tests/records/test_days_read_back.py"),
        ),
    ),
    "accounts": Room(("newsroom/accounts/*.py",), ("tests/accounts", "tests/desk/test_staff.py")),
    "cooperation/status": Room(
        ("newsroom/cooperation/status.py",), ("tests/records/test_status.py", "tests/records/test_states.py")
    ),
    "articles/deeds": Room(
        ("newsroom/articles/deeds/*.py",),
        ("tests/publishing", "tests/desk/test_deed_pages.py", "tests/desk/test_amending.py"),
    ),
    "publishing": Room(
        ("newsroom/publishing/*.py", "newsroom/publishing/amending/*.py"),
        ("tests/publishing", "tests/records/test_addresses.py", "tests/desk/test_merging_and_hiding.py"),
    ),
}
VISIBILITY = "visibility"


@dataclass(frozen=True)
class Survivor:
    """A mutant that passed all tests: its name, how it ended, and its diff."""

    name: str
    status: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.status}: {self.name}\n    - {self.old}\n    + {self.new}"


def run(words: list[str]) -> list[Part]:
    """Run the rooms that `words` select. Return a part for each; its failures are the survivors."""
    asked = arguments(words)
    with tempfile.TemporaryDirectory(prefix="newsroom-mutants-") as folder:
        return [mutate(name, Path(folder), asked) for name in asked.rooms or [*ROOMS, VISIBILITY]]


def arguments(words: list[str]) -> argparse.Namespace:
    """Parse the rooms, the seed and the maximal number of mutants of a room."""
    asked = argparse.ArgumentParser(prog="manage.py test --mutants", description=__doc__)
    asked.add_argument("rooms", nargs="*", choices=[[], *ROOMS, VISIBILITY], metavar="room")
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--most", type=int, default=MOST)
    return asked.parse_args(words)


def mutate(name: str, folder: Path, asked: argparse.Namespace) -> Part:
    """Test the mutants of one room in a copy below `folder`, and print the survivors."""
    if name == VISIBILITY:
        return suite.run("mutants of visibility", folder, ["tests/leak/test_leak.py", "-k", "forgotten"], long=True)
    begun, copy = time.monotonic(), folder / name.replace("/", "-")
    copy_checkout(copy, ROOMS[name])
    generated = generate(copy)
    mutants = choose(generated, seed=asked.seed, most=asked.most)
    mutmut(copy, "run", "--max-children", "2", *mutants)
    survivors = list(survived(copy, mutants))
    left, stale = subtract(survivors, name)
    stale = stale if len(mutants) == len(generated) else []  # of a sample, what it did not draw is not stale
    print(f"\n{name}: {len(mutants)} mutants, {dict(Counter(one.status for one in survivors)) or 'all killed'}")
    print("\n".join(map(str, left)))
    for reason in stale:
        print(f"explained, but no such mutant survives: {reason}")
    failed = len(left) + len(stale)
    return Part(f"mutants of {name}", passed=len(mutants) - len(left), failed=failed, seconds=time.monotonic() - begun)


def copy_checkout(copy: Path, room: Room) -> None:
    """Copy the checkout and configure mutmut there: what to mutate, and which tests to run."""
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*APART))
    settings: dict[str, object] = {
        "source_paths": ["newsroom"],
        "only_mutate": list(room.files),
        "do_not_mutate_patterns": [SENTENCES],
        "also_copy": [name for name in COPIED if (ROOT / name).exists()],
        "pytest_add_cli_args_test_selection": [path for path in room.tests if (ROOT / path).exists()],
        "pytest_add_cli_args": list(room.arguments),
        "timeout_constant": 30.0,
    }
    with (copy / "pyproject.toml").open("a") as file:
        file.write("\n[tool.mutmut]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items()))


def mutmut(copy: Path, *words: str) -> str:
    """Run mutmut in the copy and return its output; stop it after PATIENCE."""
    command = [sys.executable, "-m", "mutmut", *words]
    surroundings = environment(copy) | {"PYTHONDONTWRITEBYTECODE": "1", "PWD": str(copy)}
    try:
        done = subprocess.run(
            command, cwd=copy, env=os.environ | surroundings, capture_output=True, text=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        print(f"stopped after {PATIENCE // 60} minutes; mutants without a verdict are not counted as survivors")
        return ""
    if done.returncode and "nothing matches" not in done.stderr:
        raise RuntimeError(f"mutmut {words[0]} failed:\n{(done.stdout + done.stderr)[-2000:]}")
    return done.stdout


def generate(copy: Path) -> list[str]:
    """Generate the mutants and return their names, by running mutmut with a name that does not exist."""
    mutmut(copy, "run", "none.of.them")
    metas = sorted((copy / "mutants").rglob("*.meta"))
    return [name for meta in metas for name in json.loads(meta.read_text())["exit_code_by_key"]]


def choose(mutants: Iterable[str], *, seed: int, most: int) -> list[str]:
    """Return at most `most` of the mutants, the same ones for the same seed."""
    names = sorted(mutants)
    return names if len(names) <= most else sorted(random.Random(seed).sample(names, most))


def survived(copy: Path, mutants: list[str]) -> Iterable[Survivor]:
    """Yield the chosen mutants that were not killed."""
    wanted = set(mutants)
    for line in mutmut(copy, "results").splitlines():
        name, _colon, status = line.strip().rpartition(": ")
        if name in wanted and status != "not checked":  # the time limit was reached
            shown = mutmut(copy, "show", name)
            old, new = (" ⏎ ".join(_changed(shown, sign)) for sign in "-+")
            yield Survivor(name, status, old, new)


def _changed(diff: str, sign: str) -> list[str]:
    return [line[1:].strip() for line in diff.splitlines() if re.match(rf"\{sign}(?!\{sign}\{sign} )", line)]


def subtract(survivors: list[Survivor], room: str) -> tuple[list[Survivor], list[str]]:
    """Return the survivors without an explanation, and the explanations that match none in a full run."""
    explained = tomllib.loads(EXPLAINED.read_text()).get(room, [])
    known = {(one["old"], one["new"]) for one in explained}
    left = [one for one in survivors if (one.old, one.new) not in known]
    met = {(one.old, one.new) for one in survivors}
    return left, [one["new"] for one in explained if (one["old"], one["new"]) not in met]
