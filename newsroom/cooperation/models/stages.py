"""Model of stages: what a pair became, on a day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from newsroom.cooperation.models.agreements import Agreement
from newsroom.cooperation.models.typed import InStep, Proposed
from newsroom.cooperation.queries import StageQuerySet
from newsroom.cooperation.wording import sister_word
from newsroom.dates import DayField, day_constraints
from newsroom.languages import Words, pick
from newsroom.places.models import Pair, Place
from newsroom.publishing.release import Released


class Stage(InStep, Released):
    """A step of a relation: contact, pairing, friendly exchange, sister city, ended. Renewals are the agreement's."""

    class Kind(models.TextChoices):
        """The kinds in the order in which a relation grows."""

        CONTACT = "contact", pgettext_lazy("stage of a relation", "Contact")
        INTENT = "intent", _("Intent")
        DOMESTIC = "domestic", _("Domestic pairing")
        EXCHANGE = "friendly-exchange", _("Friendly exchange")
        COOPERATION = "friendly-cooperation", _("Friendly cooperation")
        SISTER_CITY = "sister-city", _("Sister cities")
        TAKEN_OVER = "taken-over", _("Taken over")
        ENDED = "ended", _("Ended")

        @property
        def is_over(self) -> bool:
            return self in (Stage.Kind.TAKEN_OVER, Stage.Kind.ENDED)

        def is_upgrade_of(self, before: str | None) -> bool:
            """Return whether this is a later step than `before`. A domestic pairing and an end are no steps."""
            steps = [kind for kind in Stage.Kind if not kind.is_over and kind != Stage.Kind.DOMESTIC]
            return self in steps and before in steps and steps.index(self) > steps.index(before)

        @classmethod
        def closest_first(cls) -> list["Stage.Kind"]:
            """Return all kinds: the closest relation first, those that end one last."""
            lasting = [kind for kind in cls if not kind.is_over]
            return [*reversed(lasting), *(kind for kind in cls if kind.is_over)]

    pair = models.ForeignKey(Pair, models.PROTECT, related_name="stages", verbose_name=_("pair"))
    kind = models.CharField(_("stage"), max_length=30, choices=Kind.choices)
    reached = DayField(_("day"), blank=True)
    ended_by = models.ForeignKey(
        Place, models.PROTECT, related_name="endings", verbose_name=_("ended by"), null=True, blank=True
    )
    word_zh = models.CharField(_("the local word, in Chinese"), max_length=120, blank=True)
    word_en = models.CharField(
        _("the local word, in English"), max_length=120, blank=True, help_text=_("Such as twin town.")
    )
    agreement = models.ForeignKey(
        Agreement,
        models.PROTECT,
        related_name="stages",
        verbose_name=_("made so by"),
        null=True,
        blank=True,
    )

    proposed = (Proposed.REACHED,)
    objects = StageQuerySet.as_manager()

    class Meta(Released.Meta):
        verbose_name = _("stage of a relation")
        verbose_name_plural = _("stages of relations")
        constraints = [
            *Released.Meta.constraints,
            *day_constraints("reached"),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True) | Q(kind="ended"),
                name="cooperation_only_an_end_has_an_ender",
                violation_error_message=_("Only where a relation ended can a side have ended it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pair}: {self.get_kind_display()}"

    def said_in(self, language: str) -> Words:
        """Return the common word, which follows the levels of the two places (load them with the pair)."""
        with override(language):
            word = sister_word(self.pair.first, self.pair.second) if self.is_sister else self.get_kind_display()
            return Words(str(word), language)

    @property
    def is_sister(self) -> bool:
        return self.kind == Stage.Kind.SISTER_CITY

    def word_in(self, language: str) -> Words | None:
        """Return the local word, None if none was entered."""
        return pick(self.word_zh, self.word_en, language)
