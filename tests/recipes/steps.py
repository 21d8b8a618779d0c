"""What a recipe is made of, and the copy of the checkout in which it is followed."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import polib

from newsroom.management.messages import NO_WRAP
from tests.run.place import ROOT, environment

ENGLISH, CHINESE = (f"newsroom/locale/{language}/LC_MESSAGES/django.po" for language in ("en", "zh_Hans"))
NO_LAW = ""  # of the test that proves the other steps: nothing sees that it is missing
MIGRATED = "makemigrations --check"
TRANSLATED = "tests/architecture/test_catalogues.py::test_every_word_of_the_interface_is_translated"
LEFT_OUT = (".*", "__pycache__", "node_modules", "var", "look")
# A law that is no test of pytest, by what is typed.
COMMANDS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    MIGRATED: ["manage.py", "makemigrations", "--check"],
}


def nothing(_checkout: "Checkout") -> None:
    """Leave the files to the commands."""


@dataclass(frozen=True)
class Step:
    """One step of a recipe: a file or a command, as README names it, and the `law` that fails where it is left out.

    Commands follow the edits: migrations of `app` are made, and what `words` names is translated into Chinese.
    """

    name: str
    law: str
    do: Callable[["Checkout"], None] = nothing
    app: str = ""
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Recipe:
    """`title` is what README prints in bold."""

    title: str
    steps: tuple[Step, ...]

    def without(self, left_out: Step) -> list[Step]:
        """Return the other steps; where the law reads neither migrations nor catalogues, without the commands."""
        others = [step for step in self.steps if step is not left_out]
        return others if left_out.law in (MIGRATED, TRANSLATED) else [step for step in others if step.do is not nothing]


def after(path: str, *pairs: tuple[str, str], law: str) -> Step:
    """Put, for each pair (text to find, text to put), the second behind the first, which stands in the file once."""

    def do(checkout: "Checkout") -> None:
        for found, put in pairs:
            checkout.replace(path, found, found + put)

    return Step(path, law, do)


def instead(path: str, *pairs: tuple[str, str], law: str) -> Step:
    """Put, for each pair, the second text in the place of the first, which stands in the file once."""

    def do(checkout: "Checkout") -> None:
        for found, put in pairs:
            checkout.replace(path, found, put)

    return Step(path, law, do)


def new(path: str, text: str, *, law: str) -> Step:
    """Write a new file."""
    return Step(path, law, lambda checkout: checkout.write(path, text))


def makemigrations(app: str) -> Step:
    """Run `manage.py makemigrations`."""
    return Step(f"python3 manage.py makemigrations {app}", MIGRATED, app=app)


def words(translations: dict[str, str]) -> Step:
    """Run `manage.py words`, and translate into Chinese what it names."""
    return Step("python3 manage.py words", TRANSLATED, words=translations)


@dataclass
class Checkout:
    """A copy of this checkout, in which steps are done and undone. It has no history, no data and no pictures."""

    root: Path
    kept: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.copytree(ROOT, self.root, ignore=shutil.ignore_patterns(*LEFT_OUT))
        self.files = set(self._files())

    def keep(self, *paths: str) -> None:
        for path in paths:
            self.kept.setdefault(path, (self.root / path).read_text("utf-8"))

    def replace(self, path: str, found: str, put: str) -> None:
        self.keep(path)
        text = (self.root / path).read_text("utf-8")
        assert text.count(found) == 1, f"{path}: {found!r} stands there {text.count(found)} times"
        self.write(path, text.replace(found, put))

    def write(self, path: str, text: str) -> None:
        (self.root / path).write_text(text, "utf-8")

    def python(self, *words: str, may_fail: bool = False) -> subprocess.CompletedProcess:
        """Run Python in the copy; where it must not fail, show what it said."""
        command = [sys.executable, *(["-m"] if words[0] in ("ruff", "pytest") else []), *words]
        done = subprocess.run(command, cwd=self.root, env=environment(self.root), capture_output=True, text=True)
        assert may_fail or done.returncode == 0, done.stdout + done.stderr
        return done

    @contextmanager
    def following(self, steps: Iterable[Step]) -> Iterator[None]:
        """Do the steps, in their order, then the commands once; undo all at the end."""
        steps = list(steps)
        try:
            for step in steps:
                step.do(self)
            if apps := sorted({step.app for step in steps} - {""}):
                self.python("manage.py", "makemigrations", *apps, "-v0")
            if any(step.words for step in steps):
                self.translate({name: said for step in steps for name, said in step.words.items()})
            yield
        finally:
            for path, text in self.kept.items():
                self.write(path, text)
            self.kept.clear()
            for path in set(self._files()) - self.files:
                path.unlink()

    def translate(self, words: dict[str, str]) -> None:
        self.keep(ENGLISH, CHINESE)
        self.python("manage.py", "words", may_fail=True)
        catalogue = polib.pofile(str(self.root / CHINESE), wrapwidth=NO_WRAP)
        for entry in catalogue:
            entry.msgstr = words.get(entry.msgid, entry.msgstr)
        catalogue.save()

    def broken(self, laws: Iterable[str]) -> str:
        """Return what the first of the laws that does not hold says, an empty string where all hold."""
        laws = sorted(set(laws))
        tests = [law for law in laws if law not in (NO_LAW, *COMMANDS)]
        runs = [COMMANDS[law] for law in laws if law in COMMANDS]
        runs += [["pytest", "-q", "-x", "--no-migrations", "-p", "no:cacheprovider", *tests]] if tests else []
        done = (self.python(*run, may_fail=True) for run in runs)
        return next((one.stdout[-3000:] + one.stderr[-1000:] for one in done if one.returncode), "")

    def _files(self) -> Iterator[Path]:
        """Yield the written files."""
        for folder in ("newsroom", "templates", "tests"):
            yield from (path for path in (self.root / folder).rglob("*.*") if path.suffix not in (".pyc", ".mo"))


def named_in(text: str) -> list[str]:
    """Return the files and the commands that a recipe's text names in backticks, in their order."""
    spans = [" ".join(span.split()) for span in text.split("`")[1::2]]
    return [span for span in spans if span.startswith("python3 ") or ("/" in span and (ROOT / span).parent.is_dir())]
