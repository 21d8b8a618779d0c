"""Virtual environment beside manage.py: created once, updated when the lock file changes."""

import contextlib
import errno
import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from newsroom.launch import packages
from newsroom.launch.errors import CHECKOUT_READ_ONLY, LaunchError

LOCK = "requirements.txt"
TEST_LOCK = "requirements-test.txt"

NO_VENV = (
    "Python's venv module is incomplete here: install it (on Debian and Ubuntu: apt install python3-venv), "
    "then run the command again."
)
NO_PACKAGES = (
    "The active environment ({prefix}) lacks {missing}: run pip install --require-hashes -r {lock} in it, "
    "or leave it (deactivate) and the command makes its own."
)


def folder(root: Path) -> Path:
    """Return the path of the virtual environment of the checkout at `root`."""
    return root / ".venv"


def running_in(root: Path) -> bool:
    """Return whether this interpreter is the one of the checkout's own environment."""
    return Path(sys.prefix).resolve() == folder(root).resolve()


def managed(root: Path) -> bool:
    """Return whether this command may create the environment: not when the operator activated one."""
    chosen = sys.prefix != sys.base_prefix or not missing_packages(testing=False)
    return running_in(root) or not chosen


def missing_packages(*, testing: bool) -> list[str]:
    """Return the probe packages that this interpreter cannot import."""
    wanted = ["django", "environ", "csp"] + (["pytest", "ruff"] if testing else [])
    return [name for name in wanted if importlib.util.find_spec(name) is None]


def demand_packages(*, testing: bool) -> None:
    """Raise LaunchError in an environment that lacks the packages."""
    if missing := missing_packages(testing=testing):
        lock = TEST_LOCK if testing else LOCK
        raise LaunchError(NO_PACKAGES.format(prefix=sys.prefix, missing=", ".join(missing), lock=lock))


def prepare(root: Path, *, testing: bool) -> str:
    """Install the lock file's packages into the environment, the test lock if `testing`; return its Python."""
    home = folder(root)
    with only_one(root):
        lock = root / (TEST_LOCK if testing else LOCK)
        if not up_to_date(home, lock):
            if not usable(home):
                make(home)
            packages.install(home, lock)
            # The test lock holds everything of the other, in the same versions.
            for installed in {lock, root / LOCK}:
                stamp_of(home, installed).write_text(state(home, installed))
    return str(home / "bin" / "python")


@contextlib.contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Lock the environment: of two commands that start together one installs and the other waits."""
    with open(root / "manage.py") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield


def stamp_of(home: Path, lock: Path) -> Path:
    """Return the path of the stamp file of `lock` in the environment."""
    return home / f"{lock.name}.installed"


def state(home: Path, lock: Path) -> str:
    """Return the content of the stamp file: the lock's text and the interpreter."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return f"{digest} {os.path.realpath(home / 'bin' / 'python')}\n"


def up_to_date(home: Path, lock: Path) -> bool:
    """Return whether the environment has `lock` installed and still its original interpreter."""
    stamp = stamp_of(home, lock)
    return (home / "bin" / "python").exists() and stamp.exists() and stamp.read_text() == state(home, lock)


def usable(home: Path) -> bool:
    """Return whether pip runs there: not in a half-made environment, nor where the interpreter is gone."""
    python = home / "bin" / "python"
    if not python.exists():
        return False
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([python, "-c", probe], capture_output=True).returncode == 0


def make(home: Path) -> None:
    """Create an empty environment, replacing a broken one."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise LaunchError(NO_VENV)
    import venv

    print(f"Making {home.name} ...", flush=True)
    try:
        venv.create(home, with_pip=True, clear=True)
    except subprocess.CalledProcessError as error:
        raise LaunchError(packages.full_disk(error.output) or NO_VENV) from error
    except OSError as error:
        if error.errno not in (errno.EROFS, errno.EACCES, errno.EPERM):
            raise
        raise LaunchError(CHECKOUT_READ_ONLY.format(where=home.parent)) from error
