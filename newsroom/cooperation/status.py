"""Whether an agreement is in force on a day: computed from its state and term, never stored.

The row's spelling (`status_on`) and the set's (`status_q`) stand side by side, held together by one table test.
"""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """What a reader wants to know of an agreement today."""

    PLANNED = "planned", _("planned")
    INITIALLED = "initialled", _("initialled")
    AHEAD = "ahead", _("signed, not yet in force")
    IN_FORCE = "in-force", _("in force")
    NO_END = "no-end", _("no end stated")
    EXPIRED = "expired", _("expired")
    ENDED_EARLY = "ended-early", _("ended early")


def status_on(agreement, day: date) -> Status:
    """Return the status of a loaded agreement on `day`."""
    if agreement.state != "signed":
        return Status(agreement.state)
    if agreement.term_latest is not None and agreement.term_latest < day:
        return Status.EXPIRED
    if agreement.term_earliest is not None and agreement.term_earliest > day:
        return Status.AHEAD
    return Status.NO_END if agreement.term_latest is None else Status.IN_FORCE


def status_q(status: str, day: date) -> Q:
    """Say in the database's words which agreements have `status` on `day`."""
    if status in (Status.PLANNED, Status.INITIALLED, Status.ENDED_EARLY):
        return Q(state=status)
    signed = Q(state="signed")
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
