"""The demonstration as readers meet it: built by its command, served by the production server, on a port of its own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

from newsroom.launch import ROOT

PATIENCE = 60  # seconds


@contextlib.contextmanager
def demonstration(folder: Path, **more: str) -> Iterator[str]:
    """Build the demonstration in `folder`, serve it, and yield its address; stop the server in any case.

    `more` are variables of the server's surroundings.
    """
    surroundings = surroundings_in(folder) | more
    manage(surroundings, "demo", "--no-serve")
    with server(surroundings, folder / "server.log") as (base, _process):
        yield base


def surroundings_in(folder: Path) -> dict[str, str]:
    """Return the variables of a site that has nothing but `folder`."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")}
    return ours | {"NEWSROOM_DATA": str(folder), "DATABASE_URL": ""}


def manage(surroundings: dict[str, str], *words: str) -> None:
    """Run a command of manage.py to its end."""
    command = [sys.executable, str(ROOT / "manage.py"), *words]
    subprocess.run(command, cwd=ROOT, env=surroundings, check=True, capture_output=True)


@contextlib.contextmanager
def server(surroundings: dict[str, str], said: Path) -> Iterator[tuple[str, int]]:
    """Serve what the `surroundings` (all variables) name, yield the address and the process; stop it in any case.

    What the server says is written to the file `said`.
    """
    port = free_port()
    command = [sys.executable, str(ROOT / "manage.py"), "serve", "--no-tick", "--port", str(port)]
    with open(said, "w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


def wait_for(address: str, server: subprocess.Popen) -> None:
    """Return when the server at `address` answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError), urlopen(f"{address}/readyz", timeout=PATIENCE):
            return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")
