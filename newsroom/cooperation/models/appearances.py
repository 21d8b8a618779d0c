"""Model of appearances: a person at an event or on a delegation, with the offices of that day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.models.delegations import Delegation
from newsroom.cooperation.models.events import Event
from newsroom.cooperation.models.typed import InStep, Proposed
from newsroom.cooperation.part_queries import AppearanceQuerySet
from newsroom.languages import Words, pick
from newsroom.people.models import Office, Person


class Appearance(InStep):
    """A person on a delegation or at an event, in order of precedence.

    The printed offices are stored verbatim in each language; the offices held that day are linked besides. "Former"
    and "elect" appear in the printed words only.
    """

    class Role(models.TextChoices):
        HEAD = "head", _("head")
        DEPUTY = "deputy", _("deputy head")
        MEMBER = "member", _("member")
        ACCOMPANYING = "accompanying", _("accompanying")

    class Side(models.TextChoices):
        HOST = "host", _("host")
        GUEST = "guest", _("guest")
        NEITHER = "neither", _("neither")

    class Part(models.TextChoices):
        ATTENDED = "attended", _("attended")
        PRESIDED = "presided", _("presided")
        WITNESSED = "witnessed", _("witnessed")
        SPOKE = "spoke", _("spoke")
        MESSAGE = "message", _("sent a message")

    delegation = models.ForeignKey(
        Delegation,
        models.CASCADE,
        related_name="appearances",
        verbose_name=_("delegation"),
        null=True,
        blank=True,
    )
    event = models.ForeignKey(
        Event, models.CASCADE, related_name="appearances", verbose_name=_("event"), null=True, blank=True
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="appearances", verbose_name=_("person"), null=True, blank=True
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, blank=True)
    side = models.CharField(_("side"), max_length=20, choices=Side.choices, blank=True)
    part = models.CharField(_("part"), max_length=20, choices=Part.choices, blank=True)
    printed_zh = models.CharField(_("offices as printed in Chinese"), max_length=300, blank=True)
    printed_en = models.CharField(
        _("offices as printed in English"),
        max_length=300,
        blank=True,
        help_text=_("Word for word, as on the page."),
    )
    offices = models.ManyToManyField(
        Office, verbose_name=_("offices held that day"), related_name="appearances", blank=True
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    proposed = (Proposed.PRINTED_ZH, Proposed.PRINTED_EN)
    objects = AppearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(delegation__isnull=False, event__isnull=True, side="", part="") & ~Q(role="")
                | Q(delegation__isnull=True, event__isnull=False, role="") & ~Q(side="") & ~Q(part=""),
                name="cooperation_appearance_is_on_one_delegation_or_at_one_event",
                violation_error_message=_(
                    "Somebody stands on one delegation with a role, or at one event with a side and a part."
                ),
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(printed_zh="", printed_en=""),
                name="cooperation_appearance_has_a_person_or_an_office",
                violation_error_message=_("Choose a person, or print the office of somebody unknown."),
            ),
            models.UniqueConstraint(
                fields=["delegation", "person"],
                name="cooperation_person_is_on_a_delegation_once",
                violation_error_message=_("This person stands on the delegation already."),
            ),
            models.UniqueConstraint(
                fields=["event", "person"],
                name="cooperation_person_is_at_an_event_once",
                violation_error_message=_("This person stands at the event already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.printed_zh or self.printed_en)

    @property
    def is_presence(self) -> bool:
        """Return whether the person was there: not if they only sent a message."""
        return self.part != self.Part.MESSAGE

    def printed_in(self, language: str) -> Words | None:
        """Return the offices as printed in this language, else in the other one; None if none were."""
        return pick(self.printed_zh, self.printed_en, language)
