"""`manage.py serve`: the production server."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from newsroom import databases
from newsroom.management import indexes, server, statics, translations


class Command(BaseCommand):
    """Serve the site."""

    help = "Serve the site, and do every minute what may come late."

    def add_arguments(self, parser: CommandParser) -> None:
        server.add_address_arguments(parser)
        parser.add_argument("--no-tick", action="store_true", help="leave the tick to a timer of the machine's")

    def handle(self, *, host: Any, port: int, no_tick: Any, **options: Any) -> None:
        server.demand_port(host, port)
        server.demand_migrated()
        translations.demand_compiled()
        indexes.demand_built()
        statics.collect()
        if said := databases.slow_journal(settings.DATABASES["default"]):
            self.stdout.write(said)
        self.stdout.write(f"Serving on {server.address_of(host, port)} (stop with Ctrl-C).")
        self.stdout.flush()
        server.serve(host, port, tick=not no_tick)
