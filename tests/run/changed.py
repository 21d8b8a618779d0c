"""Test selection for `--changed`: what the working tree's change can affect."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from tests.run import lint, suite
from tests.run.place import ROOT, environment
from tests.run.rooms import BENEATH, expanded, tests_of
from tests.run.tally import Part

# Architecture tests, declared links, classified addresses: fast, and any change may break them.
ALWAYS = [
    "tests/architecture",
    "tests/publishing/test_naming.py",
    "tests/leak/test_leak.py::test_every_public_address_is_classified",
]
# Tests of new migrations on an existing site; they need the migrations, as do all that run beside them.
UPGRADES = "tests/test_upgrade*.py"
# Files that everything depends on.
FOUNDATIONS = {"manage.py", "pyproject.toml", "requirements.txt", "requirements-test.txt"}


@dataclass
class Reach:
    """What a change affects: paths of tests, or everything, because of `foundations`."""

    foundations: list[str] = field(default_factory=list)
    rooms: set[str] = field(default_factory=set)
    tests: list[str] = field(default_factory=list)


def run(folder: Path, chosen: list[str], long: bool) -> list[Part]:
    """Run lint and the tests that the change affects, on SQLite; print what was selected and why.

    Tables are created by the migrations if one has changed, else from the models. `chosen` are pytest
    arguments for each of its runs.
    """
    files = changed_files()
    reach, migrates = reach_of(files), any("/migrations/" in file for file in files)
    options = [*([] if migrates else [suite.BY_MODELS]), *suite.TOGETHER, *chosen]
    plain = [*options, "-m", "not browser"]
    parts = lint.run(folder)
    if reach.foundations:
        print(f"\n{', '.join(reach.foundations)}: most rooms stand on it, so that everything is reached")
        return [*parts, suite.run("all tests on SQLite", folder, plain, long=long)]
    print(f"\n{len(files)} changed files; rooms: {', '.join(sorted(reach.rooms)) or 'none'}")
    wanted = [*ALWAYS, *(expanded(UPGRADES) if migrates else []), *tests_of(reach.rooms), *reach.tests]
    parts.append(suite.run("tests of the change", folder, [*plain, *wanted], long=long))
    parts += leak_proof(files, folder, options, long)
    if drawn := [test for test in reach.tests if "mark.browser" in text_of(test)]:
        parts.append(suite.run("changed tests in a browser", folder, [*options, "-m", "browser", *drawn], long=long))
    print("\nOther tests in a browser, and PostgreSQL, are left to the whole run: manage.py test")
    return parts


def changed_files() -> list[str]:
    """Return the files that differ from the merge base with `main` (else from HEAD), with untracked ones."""
    base = git("merge-base", "HEAD", "main") or ["HEAD"]
    return sorted({*git("diff", "--name-only", base[0]), *git("ls-files", "--others", "--exclude-standard")})


def git(*words: str) -> list[str]:
    """Return the lines of a git command's output, none if it fails."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.splitlines() if done.returncode == 0 else []


def reach_of(files: list[str]) -> Reach:
    """Return what a change of these files affects."""
    reach = Reach()
    for file in files:
        parts = PurePath(file).parts
        room = room_of(parts)
        if file in FOUNDATIONS or room in BENEATH or is_shared_by_tests(parts):
            reach.foundations.append(file)
        elif parts[0] == "tests":
            reach.tests += tests_in(parts)
        elif room:
            reach.rooms.add(room)
    return reach


def room_of(parts: tuple[str, ...]) -> str:
    """Return the room of a file, none outside `newsroom`; templates and stylesheets belong to their room."""
    if parts[0] == "newsroom" and len(parts) > 1:
        return parts[1].removesuffix(".py")
    if parts[0] in ("templates", "static"):
        room = parts[1] if len(parts) > 2 else ""
        return room if (ROOT / "newsroom" / room / "__init__.py").exists() and room else "website"
    return ""


def is_shared_by_tests(parts: tuple[str, ...]) -> bool:
    """Return whether a test module is used by many folders, as the factories are."""
    return len(parts) == 2 and parts[0] == "tests" and parts[1].endswith(".py") and not parts[1].startswith("test_")


def tests_in(parts: tuple[str, ...]) -> list[str]:
    """Return a changed file of tests; for a folder's shared module, the folder; for the test runner, its own tests."""
    file = ROOT.joinpath(*parts)
    if parts[1] == "run":
        return ["tests/test_test_command.py", "tests/test_mutants.py"]
    if not file.exists() or not file.name.startswith("test_"):
        file = file.parent
    return [str(file.relative_to(ROOT))] if file.exists() else []


def text_of(test: str) -> str:
    """Return a test file's text, "" for a folder."""
    path = ROOT / test
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def leak_proof(files: list[str], folder: Path, options: list[str], long: bool) -> list[Part]:
    """Run the leak proof of pages whose view has changed, and of changed files that call `public`."""
    name = "leak proof of the change"
    houses = [file for file in files if file.startswith("newsroom/") and file.endswith(".py")]
    command = [sys.executable, "-m", "tests.run.pages", *houses]
    done = subprocess.run(command, cwd=ROOT, env=environment(folder), capture_output=True, text=True)
    if done.returncode:
        print(f"\n{name}\n{done.stderr}")
        return [Part(name, failed=1)]
    parameters = [f"[{parameter}]" for parameter in done.stdout.split()]
    wanted = [*options, "tests/leak", "-k", " or ".join(parameters)]
    return [suite.run(name, folder, wanted, long=long)] if parameters else []
