"""Model of stops: which delegation came to which event, and as which stop of its journey."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.models.delegations import Delegation
from newsroom.cooperation.models.events import Event
from newsroom.cooperation.part_queries import StopQuerySet
from newsroom.publishing import clock


class Stop(models.Model):
    """A delegation at an event. An event may receive several; two events of one stop may bear the same number."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="stops", verbose_name=_("event"))
    delegation = models.ForeignKey(
        Delegation, models.PROTECT, related_name="stops", verbose_name=_("delegation received")
    )
    number = models.PositiveSmallIntegerField(
        _("number of the stop"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Its place in the journey, where the days do not say it: 1 for the first stop."),
    )

    checked_at: datetime | None = None  # the moment of the save, set by who checks it (`clock.check_at`)

    objects = StopQuerySet.as_manager()

    class Meta:
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "delegation"],
                name="cooperation_delegation_is_at_an_event_once",
                violation_error_message=_("This delegation stands at the event already."),
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__gte=1),
                name="cooperation_stops_are_numbered_from_one",
                violation_error_message=_("Stops are numbered from 1."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.delegation)

    def clean(self) -> None:
        """Refuse to tell of a journey ahead on a page that readers see already."""
        at = self.checked_at or clock.moment()
        event = self.event if self.event_id or "event" in self._state.fields_cache else None
        if event is None or self.pk or not event.is_public(at):
            return
        ahead = event.ahead_until()
        if ahead is not None and ahead > at:
            raise ValidationError(
                _(
                    "Readers see this event, and it may still be ahead: a delegation would tell them of its journey. "
                    "Take the event off the site first, or add the delegation when it has been received."
                )
            )
