"""A PostgreSQL of the run's own: made in a temporary folder, on a free port, stopped in any case."""

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
# A cluster that lives for one run has nothing to lose when the machine falls.
HASTE = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
# Every test takes back its rows; whoever counted in between told the planner that all tables are empty, and a test with
# thousands of rows then ran for hours.
UNCOUNTED = ["-c", "autovacuum=off"]
PATIENCE = 30  # seconds


class Absent(Exception):
    """There can be no cluster here; the text says why."""


class NotStarted(Exception):
    """The cluster did not come up; the text says why."""


@contextlib.contextmanager
def started(folder: Path) -> Iterator[str]:
    """Yield the address of a cluster made in `folder`; raise Absent or NotStarted when there is none."""
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
    """Return the folder of the newest server programs; Debian keeps them off the path."""
    found = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "initdb").exists()]
    if found:
        return max(found, key=lambda folder: float(folder.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def unprivileged_user() -> str | None:
    """Return whom to run the server as: PostgreSQL refuses root, everybody else runs it themselves."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def give_to(home: Path, user: str) -> None:
    """Let `user` into `home`, whose parent is closed to everybody else."""
    home.parent.chmod(0o711)
    entry = pwd.getpwnam(user)
    os.chown(home, entry.pw_uid, entry.pw_gid)


def as_user(user: str | None) -> dict:
    """Return how subprocess starts a program as `user`."""
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


def initialise(programs: Path, home: Path, user: str | None) -> None:
    """Make the empty cluster."""
    command = [programs / "initdb", "-D", home / "data", "-U", USER, "--auth=trust", "--no-sync"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8"]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, **as_user(user))
    if done.returncode:
        raise NotStarted(f"initdb failed: {done.stderr.strip()}")


@contextlib.contextmanager
def serving(programs: Path, home: Path, user: str | None) -> Iterator[int]:
    """Run the server on a free port of this machine alone; stop it at the end."""
    port = free_port()
    command = [programs / "postgres", "-D", home / "data", "-p", str(port), "-k", home, *HASTE, *UNCOUNTED]
    command += ["-c", "listen_addresses=127.0.0.1"]
    with open(home / "log", "w") as log:
        server = subprocess.Popen(command, cwd=home, stdout=log, stderr=log, **as_user(user))
    try:
        wait_for(server, port, home / "log")
        yield port
    finally:
        server.send_signal(signal.SIGINT)  # the fast stop: connections are cut, nothing is waited for
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


def wait_for(server: subprocess.Popen, port: int, log: Path) -> None:
    """Return when the server takes connections."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        if "ready to accept connections" in log.read_text():
            return
        time.sleep(0.05)
    raise NotStarted(f"PostgreSQL did not start on port {port}: {log.read_text()[-2000:]}")
