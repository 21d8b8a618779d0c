"""Declares the room to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "newsroom.people"
    verbose_name = _("People and institutions")

    def ready(self):
        from newsroom.people.models import Institution, Office, Tenure
        from newsroom.publishing.naming import does_not_name

        # Printing a body's place, or the office of somebody's term, is part of a page that something else made public.
        does_not_name(Institution, "place")
        does_not_name(Office, "place", "institution")
        does_not_name(Tenure, "office")
