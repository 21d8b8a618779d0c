"""Static checks of the test run: lint, layers, system check, migrations."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.run.place import ROOT, environment
from tests.run.tally import Part

NOTHING_OUTGOING = ["-W", "error::DeprecationWarning", "-W", "error::PendingDeprecationWarning"]
COMMANDS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "types": ["-m", "mypy"],
    "layers": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "system check": [*NOTHING_OUTGOING, "manage.py", "check", "--fail-level", "WARNING"],
    "migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
}


def run(folder: Path) -> list[Part]:
    """Run every check, two at a time; print the output of those that fail."""
    surroundings = environment(folder) | {"NO_COLOR": "1"}
    with ThreadPoolExecutor(2) as both_cores:
        running = [
            both_cores.submit(checked, name, [sys.executable, *words], surroundings) for name, words in COMMANDS.items()
        ]
        return [one.result() for one in running]


def checked(name: str, command: list[str], surroundings: dict[str, str]) -> Part:
    """Run one command, and return its part: passed or failed by exit code."""
    begun = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True)
    failed = done.returncode != 0
    print(f"{name}: {'failed' if failed else 'passed'}", flush=True)
    if failed:
        print(done.stdout + done.stderr, flush=True)
    return Part(name, passed=int(not failed), failed=int(failed), seconds=time.monotonic() - begun)
