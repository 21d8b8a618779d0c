"""`manage.py migrate`: Django's own, which also compiles the translations: all that an upgrade must prepare."""

from django.core.management.commands import migrate

from newsroom.management import translations


class Command(migrate.Command):
    """Bring the translations up to the checkout, then the database."""

    def handle(self, *args, **options):
        translations.prepare()
        return super().handle(*args, **options)
