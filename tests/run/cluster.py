"""Temporary PostgreSQL cluster of a test run: in a temporary folder, on a free port, always stopped."""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

USER = "newsroom"
# Durability off: the cluster lives for one run.
HASTE = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
# No autovacuum: every test rolls back its rows, so ANALYZE in between told the planner that all tables are empty, and
# a test with thousands of rows ran for hours.
UNCOUNTED = ["-c", "autovacuum=off"]
PATIENCE = 30  # seconds


class Absent(Exception):
    """No cluster is possible here; the text says why."""


class NotStarted(Exception):
    """The cluster did not start; the text says why."""


@contextlib.contextmanager
def started(folder: Path) -> Iterator[str]:
    """Yield the database URL of a cluster made in `folder`. Raise Absent or NotStarted."""
    programs = find_programs()
    if programs is None:
        raise Absent("the PostgreSQL server programs (initdb, postgres) are not installed")
    home = folder / "postgres"
    home.mkdir()
    user = unprivileged_user()
    if user:
        give_to(home, user)
    try:
        initialise(programs, home, user)
        with serving(programs, home, user) as port:
            yield f"postgres://{USER}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(home, ignore_errors=True)


def find_programs() -> Path | None:
    """Return the folder of the newest server programs; Debian keeps them off the PATH."""
    found = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "initdb").exists()]
    if found:
        return max(found, key=lambda folder: float(folder.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def unprivileged_user() -> str | None:
    """Return the account to run the server as: PostgreSQL refuses root, others run it as themselves."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def give_to(home: Path, user: str) -> None:
    """Give `user` access to `home`, whose parent only its owner can enter."""
    home.parent.chmod(0o711)
    entry = pwd.getpwnam(user)
    os.chown(home, entry.pw_uid, entry.pw_gid)


def as_user(user: str | None) -> dict:
    """Return the subprocess arguments that run a program as `user`."""
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


def initialise(programs: Path, home: Path, user: str | None) -> None:
    """Create the empty cluster (initdb)."""
    command = [programs / "initdb", "-D", home / "data", "-U", USER, "--auth=trust", "--no-sync"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8"]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, **as_user(user))
    if done.returncode:
        raise NotStarted(f"initdb failed: {done.stderr.strip()}")


@contextlib.contextmanager
def serving(programs: Path, home: Path, user: str | None) -> Iterator[int]:
    """Run the server on a free local port; stop it at the end."""
    port = free_port()
    command = [programs / "postgres", "-D", home / "data", "-p", str(port), "-k", home, *HASTE, *UNCOUNTED]
    command += ["-c", "listen_addresses=127.0.0.1"]
    with open(home / "log", "w") as log:
        server = subprocess.Popen(command, cwd=home, stdout=log, stderr=log, **as_user(user))
    try:
        wait_for(server, port, home / "log")
        yield port
    finally:
        server.send_signal(signal.SIGINT)  # fast shutdown: disconnect clients, do not wait
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def free_port() -> int:
    """Return a free local port."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


def wait_for(server: subprocess.Popen, port: int, log: Path) -> None:
    """Wait until the server accepts connections. Raise NotStarted if it ends or takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        if "ready to accept connections" in log.read_text():
            return
        time.sleep(0.05)
    raise NotStarted(f"PostgreSQL did not start on port {port}: {log.read_text()[-2000:]}")
