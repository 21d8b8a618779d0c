"""Model of appearances: a person at an event or on a delegation, with the offices of that day."""

from typing import Any

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.choices import ChoicesField
from newsroom.cooperation.models.delegations import Delegation
from newsroom.cooperation.models.events import Event
from newsroom.cooperation.models.typed import InStep, Proposed
from newsroom.cooperation.part_queries import AppearanceQuerySet
from newsroom.languages import Words, pick
from newsroom.people.models import Institution, Office, Person
from newsroom.places.models import Place


class Appearance(InStep):
    """A person on a delegation or at an event, in order of precedence.

    The printed offices are stored verbatim in each language; the offices held that day are linked besides. "Former"
    and "elect" appear in the printed words only. At an event somebody may stand for a place or an institution. Who
    came with a delegation may have a row at its stop as well, for the parts taken there alone.
    """

    class Role(models.TextChoices):
        HEAD = "head", _("head")
        DEPUTY = "deputy", _("deputy head")
        MEMBER = "member", _("member")
        ACCOMPANYING = "accompanying", _("accompanying")

    class Side(models.TextChoices):
        GUEST = "guest", _("guest")
        NEITHER = "neither", _("neither")

    class Part(models.TextChoices):
        ATTENDED = "attended", _("attended")
        HOSTED = "hosted", _("hosted")
        ACCOMPANIED = "accompanied", _("accompanied")
        PRESIDED = "presided", _("presided")
        SPOKE = "spoke", _("spoke")
        WITNESSED = "witnessed", _("witnessed")
        MESSAGE = "message", _("sent a message")
        REPRESENTED = "represented", _("was represented")

        @classmethod
        def of_the_absent(cls) -> set[str]:
            """Return the parts that somebody takes who is not there."""
            return {cls.MESSAGE.value, cls.REPRESENTED.value}

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
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="stood_for", verbose_name=_("for the place"), null=True, blank=True
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        related_name="stood_for",
        verbose_name=_("for the institution"),
        null=True,
        blank=True,
    )
    side = models.CharField(
        _("side"),
        max_length=20,
        choices=Side.choices,
        blank=True,
        help_text=_("Only where it is not known for whom somebody stood."),
    )
    parts = ChoicesField(_("parts"), max_length=100, choices=Part.choices, blank=True, default="")
    represented_by = models.ForeignKey(
        Person, models.PROTECT, related_name="represented", verbose_name=_("represented by"), null=True, blank=True
    )
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
                condition=Q(delegation__isnull=False, event__isnull=True, side="", parts="") & ~Q(role="")
                | Q(delegation__isnull=True, event__isnull=False, role="") & ~Q(parts=""),
                name="cooperation_appearance_is_on_one_delegation_or_at_one_event",
                violation_error_message=_(
                    "Somebody stands on one delegation with a role, or at one event with the parts taken there."
                ),
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=True, institution__isnull=True)
                | Q(event__isnull=False, side="") & (Q(place__isnull=True) | Q(institution__isnull=True)),
                name="cooperation_appearance_stands_for_one_or_has_a_side",
                violation_error_message=_(
                    "At an event, say for which place or for which institution somebody stood, or the side: "
                    "one of them."
                ),
            ),
            models.CheckConstraint(
                condition=Q(represented_by__isnull=True) | Q(GreaterThan(StrIndex("parts", Value(" represented ")), 0)),
                name="cooperation_only_the_represented_have_a_representative",
                violation_error_message=_("Only who was represented has a representative: choose that part as well."),
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
        """Return whether the person was there: not if they only sent a message or were represented."""
        return not self.parts or not set(self.parts) <= self.Part.of_the_absent()

    @property
    def body(self) -> Place | Institution | None:
        """Return the place or the institution on behalf of which somebody was there."""
        return self.place or self.institution

    def says_parts_only(self) -> bool:
        """Return whether the row says nothing but the parts: what somebody on a delegation may have at its stop."""
        return not (self.side or self.place_id or self.institution_id or self.printed_zh or self.printed_en)

    def parts_told(self, unsaid: Any = ()) -> list[str]:
        """Return the labels of the parts, without those `unsaid`, nor "attended" beside another of who was there."""
        labels = dict(self.Part.choices)
        more = set(self.parts) - self.Part.of_the_absent() - {self.Part.ATTENDED}
        left_out = {*unsaid, *([self.Part.ATTENDED] if more else [])}
        return [str(labels[part]) for part in self.Part.values if part in self.parts and part not in left_out]

    def printed_in(self, language: str) -> Words | None:
        """Return the offices as printed in this language, else in the other one; None if none were."""
        return pick(self.printed_zh, self.printed_en, language)
