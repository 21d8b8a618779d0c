"""AppConfig: registers naming, release, locking and address rules, followers and choice notes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CooperationConfig(AppConfig):
    name = "newsroom.cooperation"
    verbose_name = _("Cooperation")

    def ready(self) -> None:
        from newsroom.cooperation import choice_notes
        from newsroom.cooperation.in_step import follow_sources
        from newsroom.cooperation.index import follow_records
        from newsroom.cooperation.models import Agreement, Delegation, Event, FollowUp, Stage
        from newsroom.forms.choice_notes import add_notes
        from newsroom.people.models import Institution, Office, Person
        from newsroom.places.models import Pair, Place
        from newsroom.publishing.amending.locking import printed_by
        from newsroom.publishing.amending.snapshots import rows_of
        from newsroom.publishing.following import follow
        from newsroom.publishing.hanging import hangs
        from newsroom.publishing.naming import names
        from newsroom.sources.models import Source

        hangs(Agreement, "event")
        hangs(Stage, "agreement")
        hangs(FollowUp, "agreement")
        travelled, sent = "appearances__delegation__stops__event", "sent__delegation__stops__event"
        names(Delegation, "stops__event")
        names(Person, "appearances__event", travelled, "represented__event", "signatures__agreement")
        names(Institution, "visits__event", sent, "stood_for__event")
        names(Institution, "parties__agreement", "approvals__agreement")
        names(Office, "appearances__event", travelled)
        names(Pair, "events", "agreements", "stages")
        names(Place, "events", sent, "stood_for__event", "parties__agreement", "signings", "endings")
        for side in ("pairs_as_first", "pairs_as_second"):
            names(Place, f"{side}__events", f"{side}__agreements", f"{side}__stages")
        for record in ("event", "delegation", "agreement", "stage"):
            printed_by(Source, f"{record}citations__{record}")
        printed_by(Source, "followupcitations__follow_up")
        printed_by(Stage, "agreement")

        follow(follow_records)
        follow(follow_sources)
        add_notes(Person, choice_notes.last_seen)
        add_notes(Event, choice_notes.happened)
        add_notes(Delegation, choice_notes.travelled)
        add_notes(Agreement, choice_notes.signed)
        rows_of(Event, "stops", "appearances", "visited", "citations")
        rows_of(Delegation, "senders", "appearances", "citations")
        rows_of(Agreement, "parties", "approvals", "citations")
        rows_of(Stage, "citations")
        rows_of(FollowUp, "citations")
        self._declare_addresses()

    def _declare_addresses(self) -> None:
        from newsroom.cooperation.models import Agreement, Delegation, Event
        from newsroom.people.latin import stand_for
        from newsroom.publishing.readdressing import made_from

        stand_for("offices__appearances__person", "stood_for__person", "parties__signatory")
        stand_for("sent__delegation__appearances__person")
        made_from(Event, "places")
        made_from(Delegation, "senders__place", "senders__institution")
        made_from(Agreement, "parties__place", "parties__institution", "pairs")
