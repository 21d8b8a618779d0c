"""`manage.py demo`: the demonstration, from nothing to a page in the browser."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from newsroom import databases
from newsroom.demo.load import load
from newsroom.management import accounts, server, statics


class Command(BaseCommand):
    """Build the demonstration where it is not built yet, and serve it."""

    help = "Build and serve the demonstration. What an editor has changed in it stays."

    def add_arguments(self, parser: CommandParser) -> None:
        server.add_address_arguments(parser)
        parser.add_argument("--no-serve", action="store_true", help="build it, and leave it at that")

    def handle(self, *, host: Any, port: int, no_serve: Any, **options: Any) -> None:
        if not no_serve:
            server.demand_port(host, port)
        self.say("Bringing the database up to date ...")
        call_command("migrate", interactive=False, verbosity=0)
        statics.collect()
        names, password = accounts.make_demonstration()
        self.say("Loading the stories ...")
        load()
        self.tell_the_way(server.address_of(host, port), names, password)
        if said := databases.slow_journal(settings.DATABASES["default"]):
            self.say(said)
        if no_serve:
            self.say("\nBuilt. To serve it: python3 manage.py demo")
        else:
            server.serve(host, port)

    def say(self, words: Any) -> None:
        self.stdout.write(words)
        self.stdout.flush()

    def tell_the_way(self, address: str, names: Any, password: str) -> None:
        """Print where the pages are and who may sign in; a password once, when it is new."""
        self.say(f"\nReaders   {address}/zh/   {address}/en/")
        self.say(f"The desk  {address}/admin/")
        self.say(f"Sign in   {', '.join(names)}")
        if password:
            self.say(f"Password  {password}   (the same for all; it is not shown again)")
        else:
            self.say("Password  as it was told when the accounts were made")
