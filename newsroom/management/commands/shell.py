"""`manage.py shell`: Django's, in the office's time zone and name order."""

from django.core.management.commands import shell

from newsroom.management.office_style import OfficeCommand


class Command(OfficeCommand, shell.Command):
    """Django's shell, which prints names and moments as the pages do."""
