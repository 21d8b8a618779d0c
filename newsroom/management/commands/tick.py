"""`manage.py tick`: run the registered background jobs."""

import contextlib
import fcntl
import os
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from newsroom import jobs
from newsroom.launch.errors import LaunchError
from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings


class Command(BaseCommand):
    """Run every registered job, once or every minute."""

    help = "Do what may come late: to be called every minute, safe to call twice and to miss."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, metavar="SECONDS", help="do it again and again, beside a server")

    def handle(self, *, every: Any, **options: Any) -> None:
        if every:
            self.repeat(every)
        elif failed := tick():
            raise LaunchError(f"Failed, and will be tried again: {', '.join(failed)}.")

    def repeat(self, seconds: Any) -> None:
        """Run the jobs every minute until the server that started this process has ended."""
        server = os.getppid()
        due = time.monotonic()
        with contextlib.suppress(KeyboardInterrupt):
            while os.getppid() == server:
                if time.monotonic() >= due:
                    due = time.monotonic() + seconds
                    close_old_connections()
                    tick()
                time.sleep(1)


def tick() -> Any:
    """Run the jobs under a file lock, unless another tick holds it; return the names of those that failed."""
    with open(settings.DATA_DIR / "tick.lock", "w") as door:
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return []
        with house_style.apart():
            house_style.follow(SiteSettings.current())
            return jobs.do_all()
