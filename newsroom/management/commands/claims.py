"""`manage.py claims`: what the pages claim, and when it is true."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from newsroom.articles import claims as articles
from newsroom.claims import printed
from newsroom.cooperation import claims as cooperation
from newsroom.cooperation.definitions import DEFINITIONS
from newsroom.profiles import claims as profiles

ROOMS = (profiles, cooperation, articles)


class Command(BaseCommand):
    """Print every computed sentence, what makes it true and what it asks."""

    help = "Print docs/claims.md: every computed sentence of the site, what makes it true and what it asks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", action="store_true", help="write it into docs/claims.md")

    def handle(self, *, write: bool, **options: Any) -> None:
        text = printed(DEFINITIONS, [claim for room in ROOMS for claim in room.CLAIMS])
        if write:
            Path(settings.BASE_DIR, "docs", "claims.md").write_text(text, "utf-8")
        else:
            self.stdout.write(text)
