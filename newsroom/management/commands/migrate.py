"""`manage.py migrate`: Django's own; it also compiles translations and rebuilds changed list indexes."""

from typing import Any

from django.core.management.commands import migrate

from newsroom.management import indexes, translations


class Command(migrate.Command):
    """Bring the translations up to the checkout, then the database, then the indexes of the lists."""

    def handle(self, *args: Any, **options: Any) -> None:
        translations.prepare()
        super().handle(*args, **options)
        only_asked = options["plan"] or options["check_unapplied"]
        if not (only_asked or options["app_label"]):  # else the database may lack a migration
            for name in indexes.prepare():
                if options["verbosity"]:
                    self.stdout.write(f"Rebuilt the index {name}.")
