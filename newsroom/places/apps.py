"""Declares the room to Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    name = "newsroom.places"
    verbose_name = _("Places and pairs")

    def ready(self):
        from newsroom.forms.telling import tell
        from newsroom.places import telling
        from newsroom.places.models import Pair, Place, Succession
        from newsroom.publishing.amending.locking import printed_by
        from newsroom.publishing.amending.snapshots import rows_of
        from newsroom.publishing.naming import does_not_name

        # A place's page prints what it is part of and what came after it, without leading there.
        does_not_name(Place, "parent")
        does_not_name(Succession, "successor")
        does_not_name(Pair, "continues")
        printed_by(Place, "parts", "came_from__predecessor")
        printed_by(Succession, "predecessor")
        printed_by(Pair, "continued_by")

        tell(Place, telling.stands_in)
        tell(Pair, telling.lies_between)
        rows_of(Place, "passed_into")
        rows_of(Pair)
