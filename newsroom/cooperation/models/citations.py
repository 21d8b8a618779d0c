"""Citation models: one for each kind of record of this room."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.models.agreements import Agreement
from newsroom.cooperation.models.delegations import Delegation
from newsroom.cooperation.models.events import Event
from newsroom.cooperation.models.follow_ups import FollowUp
from newsroom.cooperation.models.stages import Stage
from newsroom.sources.models import Citation


class EventCitation(Citation):
    """A source for an event."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="citations", verbose_name=_("event"))

    class Meta(Citation.Meta):
        verbose_name = _("source of an event")
        verbose_name_plural = _("sources of events")


class DelegationCitation(Citation):
    """A source for a delegation."""

    delegation = models.ForeignKey(Delegation, models.CASCADE, related_name="citations", verbose_name=_("delegation"))

    class Meta(Citation.Meta):
        verbose_name = _("source of a delegation")
        verbose_name_plural = _("sources of delegations")


class AgreementCitation(Citation):
    """A source for an agreement; its own text is one."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="citations", verbose_name=_("agreement"))

    class Meta(Citation.Meta):
        verbose_name = _("source of an agreement")
        verbose_name_plural = _("sources of agreements")


class StageCitation(Citation):
    """A source for a stage of a relation."""

    stage = models.ForeignKey(Stage, models.CASCADE, related_name="citations", verbose_name=_("stage"))

    class Meta(Citation.Meta):
        verbose_name = _("source of a stage")
        verbose_name_plural = _("sources of stages")


class FollowUpCitation(Citation):
    """A source for what came of an agreement."""

    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="citations", verbose_name=_("follow-up"))

    class Meta(Citation.Meta):
        verbose_name = _("source of a follow-up")
        verbose_name_plural = _("sources of follow-ups")
