"""Status of an agreement on a day: computed from its state and term, never stored.

One rule in two forms, for an instance (`status_on`) and for a queryset (`status_q`); one table test compares them.
"""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AgreementState(models.TextChoices):
    """The state that editors enter (`Agreement.State`)."""

    PLANNED = "planned", _("planned")
    INITIALLED = "initialled", _("initialled")
    SIGNED = "signed", _("signed")
    ENDED_EARLY = "ended-early", _("ended early")

    @property
    def was_signed(self) -> bool:
        return self in (AgreementState.SIGNED, AgreementState.ENDED_EARLY)


class Status(models.TextChoices):
    """The status on a day, as readers see it."""

    PLANNED = "planned", _("planned")
    INITIALLED = "initialled", _("initialled")
    AHEAD = "ahead", _("signed, not yet in force")
    IN_FORCE = "in-force", _("in force")
    NO_END = "no-end", _("no end stated")
    EXPIRED = "expired", _("expired")
    ENDED_EARLY = "ended-early", _("ended early")

    @property
    def is_in_force(self) -> bool:
        return self in (Status.IN_FORCE, Status.NO_END)

    @property
    def is_over(self) -> bool:
        return self in (Status.EXPIRED, Status.ENDED_EARLY)

    @classmethod
    def in_force_first(cls) -> list["Status"]:
        """Return all statuses: in force, then those before it, the nearest first, then those that are over."""
        coming = [status for status in cls if not status.is_in_force and not status.is_over]
        return [
            *(status for status in cls if status.is_in_force),
            *reversed(coming),
            *(status for status in cls if status.is_over),
        ]


def status_on(agreement: Any, day: date) -> Status:
    """Return the status of a loaded agreement on `day`."""
    if agreement.state != AgreementState.SIGNED:
        return Status(agreement.state)
    if agreement.term_latest is not None and agreement.term_latest < day:
        return Status.EXPIRED
    if agreement.term_earliest is not None and agreement.term_earliest > day:
        return Status.AHEAD
    return Status.NO_END if agreement.term_latest is None else Status.IN_FORCE


def status_q(status: str, day: date) -> Q:
    """Return the filter of agreements that have `status` on `day`."""
    if status in (Status.PLANNED, Status.INITIALLED, Status.ENDED_EARLY):
        return Q(state=status)
    signed = Q(state=AgreementState.SIGNED)
    expired, ahead = Q(term_latest__lt=day), Q(term_earliest__gt=day)
    running = (Q(term_latest__isnull=True) | Q(term_latest__gte=day)) & (
        Q(term_earliest__isnull=True) | Q(term_earliest__lte=day)
    )
    return {
        Status.EXPIRED: signed & expired,
        Status.AHEAD: signed & ahead & (Q(term_latest__isnull=True) | Q(term_latest__gte=day)),
        Status.NO_END: signed & running & Q(term_latest__isnull=True),
        Status.IN_FORCE: signed & running & Q(term_latest__isnull=False),
    }[Status(status)]
