"""One pytest run in a subprocess, on one database."""

import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tests.run.place import ROOT, environment
from tests.run.tally import Part

# Two workers: the smallest machine has two cores. `loadfile` keeps a file's shared fixtures on one worker.
TOGETHER = ["-n", "2", "--dist", "loadfile"]
# Create tables from the models: the full run tests the migrations, which take seconds.
BY_MODELS = "--no-migrations"
NOTHING_COLLECTED = 5


def run(name: str, folder: Path, arguments: list[str], *, long: bool, database="") -> Part:
    """Run pytest with `arguments` on the database at the URL `database`, SQLite when that is empty."""
    begun = time.monotonic()
    print(f"\n{name}", flush=True)
    report = folder / f"{name.replace(' ', '-')}.xml"
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *(["--long"] if long else []), *arguments]
    code = subprocess.run(command, cwd=ROOT, env=environment(folder, database)).returncode
    part = read(name, report)
    part.seconds = time.monotonic() - begun
    if code not in (0, NOTHING_COLLECTED) and not part.failed:
        part.failed = 1  # pytest's own failure: a broken conftest, an unknown option
    return part


def read(name: str, report: Path) -> Part:
    """Return the counts in pytest's report."""
    part = Part(name)
    if not report.exists():
        return part
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            part.failed += 1
        elif (skipped := case.find("skipped")) is not None:
            part.skips[skipped.get("message") or "no reason given"] += 1
        else:
            part.passed += 1
    return part
