"""One run of pytest, in a process of its own, on one database."""

import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tests.run.place import ROOT, environment
from tests.run.tally import Part

# Two workers: the smallest machine the run must fit has two cores. A file's tests share what they build.
TOGETHER = ["-n", "2", "--dist", "loadfile"]
# Tables from the models: what the migrations make is proved by the whole run, and takes seconds to make.
BY_MODELS = "--no-migrations"
NOTHING_COLLECTED = 5


def run(name: str, folder: Path, arguments: list[str], *, long: bool, database="") -> Part:
    """Run pytest with `arguments` on the database at the address `database`, SQLite when that is empty."""
    begun = time.monotonic()
    print(f"\n{name}", flush=True)
    report = folder / f"{name.replace(' ', '-')}.xml"
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *(["--long"] if long else [])]
    done = subprocess.run([*command, *arguments], cwd=ROOT, env=environment(folder, database))
    part = read(name, report)
    part.seconds = time.monotonic() - begun
    if done.returncode not in (0, NOTHING_COLLECTED) and not part.failed:
        part.failed = 1  # pytest itself could not go on: a broken conftest, an unknown option
    return part


def read(name: str, report: Path) -> Part:
    """Count what pytest wrote in its report."""
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
