"""Base class of commands that print records in the office's time zone and name order."""

import contextlib
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from newsroom.masthead import house_style
from newsroom.masthead.models import SiteSettings


class OfficeCommand(BaseCommand):
    """A command that runs in the office's time zone and name order, as a request does."""

    def execute(self, *args: Any, **options: Any) -> Any:
        with house_style.apart():
            with contextlib.suppress(DatabaseError):  # a database that has not been migrated has no office yet
                house_style.follow(SiteSettings.current())
            return super().execute(*args, **options)
