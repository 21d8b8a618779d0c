"""One pytest run in a subprocess, on one database."""

import contextlib
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from tests.run.place import ROOT, environment
from tests.run.tally import Part

# Two workers: the smallest machine has two cores. `loadfile` keeps a file's shared fixtures on one worker.
TOGETHER = ["-n", "2", "--dist", "loadfile"]
# Create tables from the models: the full run tests the migrations, which take seconds.
BY_MODELS = "--no-migrations"
NOTHING_COLLECTED = 5


def run(name: str, folder: Path, arguments: list[str], *, long: bool, database="") -> Part:
    """Run pytest with `arguments` on the database at the URL `database`, SQLite when that is empty."""
    print(f"\n{name}", flush=True)
    with started(name, folder, arguments, long=long, database=database) as part_of_run:
        return part_of_run()


@contextlib.contextmanager
def beside(name: str, folder: Path, arguments: list[str], *, long: bool) -> Iterator[Callable[[], Part]]:
    """Run pytest beside what the caller does meanwhile; the yielded function waits for it and prints what it said."""
    output = (folder / f"{name}.txt").open("w+")
    with output, started(name, folder, arguments, long=long, output=output) as part_of_run:

        def awaited() -> Part:
            part = part_of_run()
            output.seek(0)
            print(f"\n{name}\n{output.read()}", flush=True)
            return part

        yield awaited


@contextlib.contextmanager
def started(
    name: str, folder: Path, arguments: list[str], *, long: bool, database="", output: IO | None = None
) -> Iterator[Callable[[], Part]]:
    """Start pytest; yield a function that waits for its end and returns its counts. It ends with the block at last."""
    begun = time.monotonic()
    report = folder / f"{name.replace(' ', '-')}.xml"
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *(["--long"] if long else []), *arguments]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(folder, database), stdout=output, stderr=output and subprocess.STDOUT
    )

    def part_of_run() -> Part:
        code = process.wait()
        part = read(name, report)
        part.seconds = time.monotonic() - begun
        if code not in (0, NOTHING_COLLECTED) and not part.failed:
            part.failed = 1  # pytest's own failure: a broken conftest, an unknown option
        return part

    try:
        yield part_of_run
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


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
