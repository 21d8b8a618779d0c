"""AppConfig: registers naming, locking, addresses and choice notes of places and pairs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    name = "newsroom.places"
    verbose_name = _("Places and pairs")

    def ready(self) -> None:
        from newsroom.forms.choice_notes import add_notes
        from newsroom.places import choice_notes
        from newsroom.places.models import Pair, Place, Succession
        from newsroom.publishing.amending.locking import printed_by
        from newsroom.publishing.amending.snapshots import rows_of
        from newsroom.publishing.naming import does_not_name
        from newsroom.publishing.readdressing import made_from

        # A place's page prints its parent and successors without a link: they become locked with it, but not public.
        does_not_name(Place, "parent")
        does_not_name(Succession, "successor")
        does_not_name(Pair, "continues")
        printed_by(Place, "parts", "came_from__predecessor")
        printed_by(Succession, "predecessor")
        printed_by(Pair, "continued_by")

        add_notes(Place, choice_notes.stands_in)
        add_notes(Pair, choice_notes.lies_between)
        rows_of(Place, "passed_into")
        rows_of(Pair)
        made_from(Place, "parent")
        made_from(Pair, "first", "second")
