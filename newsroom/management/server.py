"""The production server (gunicorn) and its tick process."""

import errno
import os
import socket
import subprocess
import sys

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from newsroom.launch.errors import LaunchError

HOST, PORT = "127.0.0.1", 8000
SECONDS_BETWEEN_TICKS = 60


def add_address_arguments(parser: CommandParser) -> None:
    """Add the options --host and --port to a command."""
    parser.add_argument("--host", default=HOST, help=f"the address to listen on ({HOST})")
    parser.add_argument("--port", default=PORT, type=int, help=f"the port to listen on ({PORT})")


def demand_port(host: str, port: int) -> None:
    """Raise CommandError for an address that cannot be bound."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            raise LaunchError(f"Port {port} is taken: stop what uses it, or choose another with --port.") from error
        if getattr(error, "errno", None) == errno.EACCES:
            raise LaunchError(f"Port {port} is not yours to use: choose one above 1023 with --port.") from error
        raise LaunchError(f"{host} port {port} cannot be listened on: choose others with --host and --port.") from error


def bracketed(host: str) -> str:
    """Return `host` as a URL part: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


def address_of(host: str, port: int) -> str:
    """Return the URL that a browser on this machine opens."""
    return f"http://{bracketed({'0.0.0.0': '127.0.0.1', '::': '::1'}.get(host, host))}:{port}"


def demand_migrated() -> None:
    """Raise CommandError for a database with an unapplied migration."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise LaunchError("The database is not up to date: run python3 manage.py migrate, then serve again.")


def serve(host: str, port: int, *, tick: bool = True) -> None:
    """Replace this process by gunicorn's master, which takes its signals."""
    connections.close_all()
    # An address to listen on is an allowed host.
    os.environ.setdefault("NEWSROOM_ALLOWED_HOSTS", ",".join({*settings.ALLOWED_HOSTS, bracketed(host)}))
    if tick:
        # The tick process ends by itself when this process has ended.
        command = [sys.executable, "manage.py", "tick", "--every", str(SECONDS_BETWEEN_TICKS)]
        subprocess.Popen(command, cwd=settings.BASE_DIR)
    command = [sys.executable, "-m", "gunicorn", "--config", "python:newsroom.serving"]
    command += ["--bind", f"{bracketed(host)}:{port}", "--chdir", str(settings.BASE_DIR), "newsroom.wsgi"]
    os.chdir(settings.BASE_DIR)
    os.execv(sys.executable, command)
