"""The checkers that come from npm: installed once beside their lock, skipped with a reason where they cannot be."""

import fcntl
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
INSTALLED = HERE / "node_modules"
LOCK = HERE / "package-lock.json"


def package(path: str) -> Path:
    """Return a file of an installed package; install what the lock names where that has not been done."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    with open(HERE / "package.json") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        stamp, lock = INSTALLED / ".lock", hashlib.sha256(LOCK.read_bytes()).hexdigest()
        if not stamp.exists() or stamp.read_text() != lock:
            subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=HERE, check=True)
            stamp.write_text(lock)
    return INSTALLED / path


def java() -> str:
    """Return the program that runs the markup checker."""
    program = shutil.which("java")
    if program is None:
        pytest.skip("Java is not installed")
    return program
