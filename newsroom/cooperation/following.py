"""Which agreements follow another one by a day: those that were signed, and have begun.

What follows counts once it is signed and has begun: the stated beginning of its term has been reached, else its day
of signing is over. A signed text of which neither is known counts: it was signed, and nothing says that it is ahead.
"""

from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.db.models import OuterRef, Q, QuerySet
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


def was_signed(agreement: Any) -> bool:
    return AgreementState(agreement.state).was_signed


SIGNED_STATES = [state.value for state in AgreementState if state.was_signed]

OVERTAKING = ("ends", "replaces", "renews")  # the strongest first
EXTENDING = "extends"

# `may_go_on` in SQL.
GOES_ON = Q(term_extendable=True) | Q(term_runs_on=True) | Q(term_minimum=True)


def may_go_on(agreement: Any) -> bool:
    """Return whether it may run on after its stated term: extendable, renewed by itself, or the term a minimum."""
    return agreement.term_extendable or agreement.term_runs_on or agreement.term_minimum


class Seen(NamedTuple):
    """What readers see at a moment, and what decides of an agreement whether something overtook it.

    All agreements, stages and pairs are public at that moment, whose day is `today`; parties are public with their
    agreement.
    """

    agreements: QuerySet
    stages: QuerySet
    pairs: QuerySet
    parties: QuerySet
    today: date


def surely_by(name: str, day: date) -> Q:
    """Filter rows whose date `name` is over by `day`; of an open range the beginning counts."""
    return Q(**{f"{name}_latest__lte": day}) | Q(**{f"{name}_latest__isnull": True, f"{name}_earliest__lte": day})


def perhaps_by(name: str, day: date) -> Q:
    """Filter rows whose date `name` is on record and may have begun by `day`."""
    begun = Q(**{f"{name}_earliest__lte": day})
    return begun | Q(**{f"{name}_earliest__isnull": True, f"{name}_latest__isnull": False})


def begun_by(day: date, *, surely: bool) -> Q:
    """Filter signed agreements that have begun by `day`.

    `surely` leaves out those of an unknown day, and those that were signed later for a term that had begun by then.
    """
    unknown = Q(signed_latest__isnull=True, signed_earliest__isnull=True)
    signed = surely_by("signed", day) if surely else surely_by("signed", day) | unknown
    begun = Q(term_earliest__lte=day) | Q(term_earliest__isnull=True) & signed
    return begun & ~Q(signed_earliest__gt=day) if surely else begun


def perhaps_begun_by(day: date) -> Q:
    return ~Q(signed_earliest__gt=day) & ~Q(term_earliest__gt=day)


def followers(agreements: QuerySet, day: date, *how: str, surely: bool = False) -> QuerySet:
    """Return those of `agreements` that were signed, have begun by `day`, and overtake that of the outer query."""
    return _following(agreements, *how).filter(begun_by(day, surely=surely))


def perhaps_followers(agreements: QuerySet, day: date, *how: str) -> QuerySet:
    """Return the same of those that may have begun by `day`."""
    return _following(agreements, *how).filter(perhaps_begun_by(day))


def _following(agreements: QuerySet, *how: str) -> QuerySet:
    following = agreements.filter(follows=OuterRef("pk"), following__in=how or OVERTAKING)
    return following.filter(state__in=SIGNED_STATES)
