"""Models of the rows of agreements: parties with their signatures, and approvals."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.models.agreements import Agreement
from newsroom.cooperation.part_queries import PartyQuerySet
from newsroom.dates import DayField, day_constraints
from newsroom.languages import Words, pick
from newsroom.people.models import Institution, Person
from newsroom.places.models import Place


class Party(models.Model):
    """A party: a place (its government), an institution, or the source's words. Signatures are stored only here."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties", verbose_name=_("agreement"))
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="parties", verbose_name=_("place"), null=True, blank=True
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        related_name="parties",
        verbose_name=_("institution"),
        null=True,
        blank=True,
    )
    words_zh = models.CharField(_("words in Chinese"), max_length=200, blank=True)
    words_en = models.CharField(
        _("words in English"),
        max_length=200,
        blank=True,
        help_text=_("The source's words, such as CEE cities."),
    )
    signatory = models.ForeignKey(
        Person, models.PROTECT, related_name="signatures", verbose_name=_("signed by"), null=True, blank=True
    )
    signed_as_zh = models.CharField(_("signed as, in Chinese"), max_length=300, blank=True)
    signed_as_en = models.CharField(
        _("signed as, in English"),
        max_length=300,
        blank=True,
        help_text=_("Such as Deputy Mayor, for the Mayor."),
    )
    signed = DayField(
        _("signed on"),
        blank=True,
        remarks=False,
        help_text=_("Where this party signed on a day of its own, by its own calendar; empty: the agreement’s."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["order", "pk"]
        constraints = [
            *day_constraints("signed"),
            models.CheckConstraint(
                condition=Q(place__isnull=False, institution__isnull=True, words_zh="", words_en="")
                | Q(place__isnull=True, institution__isnull=False, words_zh="", words_en="")
                | Q(place__isnull=True, institution__isnull=True) & ~Q(words_zh="", words_en=""),
                name="cooperation_party_is_one_of_place_institution_words",
                violation_error_message=_("A party is one of three: a place, an institution, or words."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.place or self.institution or self.words_zh or self.words_en)

    @property
    def body(self) -> Any:
        """Return the place or institution of this party, or None if only words are known."""
        return self.place or self.institution

    def name_in(self, language: str) -> Words | None:
        if self.place:
            return self.place.full_in(language)
        return self.body.name_in(language) if self.body else pick(self.words_zh, self.words_en, language)

    def signed_as_in(self, language: str) -> Words | None:
        return pick(self.signed_as_zh, self.signed_as_en, language)


class Approval(models.Model):
    """An agreement was approved: on a day, by a body, as far as either is known."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="approvals", verbose_name=_("agreement"))
    approved = DayField(_("approved on"), blank=True, remarks=False)
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        related_name="approvals",
        verbose_name=_("approved by"),
        null=True,
        blank=True,
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["order", "pk"]
        constraints = [
            *day_constraints("approved"),
            models.CheckConstraint(
                condition=~Q(approved="") | Q(institution__isnull=False),
                name="cooperation_approval_has_a_day_or_a_body",
                violation_error_message=_("Of an approval, the day or the body must be known."),
            ),
        ]

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.institution, self.approved) if part)
