"""pip install of a lock file: progress on one line, full output in a log, failure as one sentence."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from newsroom.launch.errors import CHECKOUT_READ_ONLY, FULL, LaunchError

FAILED = (
    "The packages could not be installed ({reason}): see that the network reaches the package index, "
    "then run the command again; the whole story is in {log}."
)


def install(home: Path, lock: Path) -> None:
    """Install the packages of `lock`, with their hashes checked, into the environment `home`."""
    total = sum(1 for line in lock.read_text().splitlines() if "==" in line)
    print(f"Installing {total} packages of {lock.name} ...", flush=True)
    command = [home / "bin" / "python", "-m", "pip", "install", "--require-hashes", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar=off", "-r", lock]
    log = home / "install.log"
    with (
        open(log, "w") as story,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()
        ) as pip,
    ):
        last = follow(pip.stdout, story, total)
    if pip.returncode:
        raise LaunchError(full_disk(log.read_text()) or FAILED.format(reason=last, log=log))


def environment() -> dict[str, str]:
    """Return pip's environment variables: the operator's own, but in English, so that its output can be parsed."""
    return os.environ | {"LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}


def follow(lines: Iterable[str], story: TextIO, total: int) -> str:
    """Copy pip's output to the log and print progress; return its first error line."""
    begun, complaint = 0, ""
    for line in lines:
        story.write(line)
        if line.startswith("Collecting "):
            begun += 1
            show(f"  {min(begun, total)}/{total} {line.split()[1].partition('==')[0]}")
        elif line.startswith("Installing collected"):
            show("  unpacking")
        elif line.startswith("ERROR: ") and not complaint:
            complaint = line.removeprefix("ERROR: ").strip().rstrip(".:")
    show("  done\n" if not complaint else "  not done\n")
    return complaint or "pip gave no reason"


def show(words: str) -> None:
    """Print progress: overwriting the line on a terminal, else a line each."""
    if sys.stdout.isatty():
        print(f"\r\033[K{words}", end="", flush=True)
    else:
        print(words.rstrip("\n"), flush=True)


def full_disk(talk: bytes | str | None) -> str | None:
    """Return the error sentence for a full or read-only disk if the output tells of one, else ""."""
    words = talk.decode(errors="replace") if isinstance(talk, bytes) else talk or ""
    if "No space left on device" in words:
        return FULL.format(where=".venv")
    if "Read-only file system" in words or "Permission denied" in words:
        return CHECKOUT_READ_ONLY.format(where=".venv")
    return None
