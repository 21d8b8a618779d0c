"""AppConfig: registers naming, locking, addresses and choice notes of people and institutions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "newsroom.people"
    verbose_name = _("People and institutions")

    def ready(self) -> None:
        from newsroom.forms.choice_notes import add_notes
        from newsroom.people import choice_notes
        from newsroom.people.models import Institution, Office, Person, Tenure, TenureCitation
        from newsroom.places.models import Place
        from newsroom.publishing.amending.locking import printed_by
        from newsroom.publishing.amending.snapshots import rows_of
        from newsroom.publishing.naming import does_not_name
        from newsroom.publishing.readdressing import made_from
        from newsroom.sources.models import Source

        # An institution's place and a tenure's office are printed on a page that something else made public.
        does_not_name(Institution, "place")
        does_not_name(Office, "place", "institution")
        does_not_name(Tenure, "office")
        printed_by(Place, "institutions", "offices")
        printed_by(Institution, "offices")
        printed_by(Office, "tenures__person")
        printed_by(Tenure, "person")
        printed_by(TenureCitation, "tenure__person")
        printed_by(Source, "tenurecitations__tenure__person")

        add_notes(Institution, choice_notes.stands_at)
        add_notes(Office, choice_notes.is_of)
        rows_of(Person, "tenures")
        rows_of(Tenure, "citations")
        rows_of(Institution)
        rows_of(Office)
        made_from(Institution, "place")
