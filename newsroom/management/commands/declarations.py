"""`manage.py declarations`: why a record is public, settled, locked, amended."""

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.management import declarations


class Command(BaseCommand):
    """Print all that is declared of a model, and what is called for every record."""

    help = "Print what the rooms declared of a model: what makes it public, keeps, settles, prints and locks it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("model", help="such as cooperation.Event")

    def handle(self, *, model: Any, **options: Any) -> None:
        try:
            found = apps.get_model(model)
        except (LookupError, ValueError) as error:
            raise CommandError(f"There is no model {model}: name one such as cooperation.Event.") from error
        self.stdout.write(found._meta.label)
        for heading, lines in (declarations.about(found) | declarations.of_every_record()).items():
            if lines:
                self.stdout.write("\n".join([f"\n{heading}", *(f"  {line}" for line in lines)]))
