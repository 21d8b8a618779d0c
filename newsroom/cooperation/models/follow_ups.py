"""Model of follow-ups: the results of an agreement."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.models.agreements import Agreement
from newsroom.cooperation.queries import FollowUpQuerySet
from newsroom.dates import DayField, day_constraints
from newsroom.languages import Words, pick
from newsroom.publishing.release import Released


class FollowUp(Released):
    """A result of an agreement."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="follow_ups", verbose_name=_("agreement"))
    happened = DayField(_("day"), blank=True)
    words_zh = models.TextField(_("what came of it, in Chinese"), blank=True)
    words_en = models.TextField(_("what came of it, in English"), blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta(Released.Meta):
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        constraints = [
            *Released.Meta.constraints,
            *day_constraints("happened"),
            models.CheckConstraint(
                condition=~Q(words_zh="", words_en=""),
                name="cooperation_follow_up_says_something",
                violation_error_message=_("Say what came of it, in at least one of the two languages."),
            ),
        ]

    def __str__(self) -> str:
        return (self.words_zh or self.words_en)[:80]

    def words_in(self, language: str) -> Words | None:
        return pick(self.words_zh, self.words_en, language)
