"""What the working tree's change can reach, and the tests that prove it."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from tests.run import lint, suite
from tests.run.place import ROOT, environment
from tests.run.rooms import BENEATH, tests_of
from tests.run.tally import Part

# The laws, the declared links, and that every address is classified: quick, and anything may break them.
ALWAYS = [
    "tests/architecture",
    "tests/publishing/test_naming.py",
    "tests/leak/test_leak.py::test_every_public_address_is_classified",
]
# What a new migration does to an installation; these tests need the migrations, as all that are run beside them then.
UPGRADES = ["tests/test_upgrade.py"]
# Files from which everything is built or tested.
FOUNDATIONS = {"manage.py", "pyproject.toml", "requirements.txt", "requirements-test.txt"}


@dataclass
class Reach:
    """What a change reaches: tests by their paths, or everything, because of `foundations`."""

    foundations: list[str] = field(default_factory=list)
    rooms: set[str] = field(default_factory=set)
    tests: list[str] = field(default_factory=list)


def run(folder: Path, chosen: list[str], long: bool) -> list[Part]:
    """Run lint and the tests that the change reaches, on SQLite; say what was chosen and why.

    Tables are made by the migrations when one of these has changed, else from the models. `chosen` are arguments for
    pytest that go with each of its runs.
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
    wanted = [*ALWAYS, *(UPGRADES if migrates else []), *tests_of(reach.rooms), *reach.tests]
    parts.append(suite.run("tests of the change", folder, [*plain, *wanted], long=long))
    parts += leak_proof(files, folder, options, long)
    if drawn := [test for test in reach.tests if "mark.browser" in text_of(test)]:
        parts.append(suite.run("changed tests in a browser", folder, [*options, "-m", "browser", *drawn], long=long))
    print("\nOther tests in a browser, and PostgreSQL, are left to the whole run: manage.py test")
    return parts


def changed_files() -> list[str]:
    """Return the files that differ from where this branch left `main` (else from HEAD), untracked ones among them."""
    base = git("merge-base", "HEAD", "main") or ["HEAD"]
    return sorted({*git("diff", "--name-only", base[0]), *git("ls-files", "--others", "--exclude-standard")})


def git(*words: str) -> list[str]:
    """Return the lines that git prints, none when it refuses."""
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.splitlines() if done.returncode == 0 else []


def reach_of(files: list[str]) -> Reach:
    """Say what a change of these files reaches."""
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
    """Return the room to which a file belongs, none outside the house: templates and styles are their room's."""
    if parts[0] == "newsroom" and len(parts) > 1:
        return parts[1].removesuffix(".py")
    if parts[0] in ("templates", "static"):
        room = parts[1] if len(parts) > 2 else ""
        return room if (ROOT / "newsroom" / room / "__init__.py").exists() and room else "website"
    return ""


def is_shared_by_tests(parts: tuple[str, ...]) -> bool:
    """Say whether it is a module that tests of many folders use, as the factories."""
    return len(parts) == 2 and parts[0] == "tests" and parts[1].endswith(".py") and not parts[1].startswith("test_")


def tests_in(parts: tuple[str, ...]) -> list[str]:
    """Return a changed file of tests; for what a folder's tests share, the folder; for the test command, its own."""
    file = ROOT.joinpath(*parts)
    if parts[1] == "run":
        return ["tests/test_test_command.py", "tests/test_mutants.py"]
    if not file.exists() or not file.name.startswith("test_"):
        file = file.parent
    return [str(file.relative_to(ROOT))] if file.exists() else []


def text_of(test: str) -> str:
    """Return what a file of tests says, nothing of a folder."""
    path = ROOT / test
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def leak_proof(files: list[str], folder: Path, options: list[str], long: bool) -> list[Part]:
    """Run the leak proof of the pages whose view has changed, and of the changed files that ask what is public."""
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
