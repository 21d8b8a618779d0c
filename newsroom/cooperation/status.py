"""Status of an agreement on a day: computed from its state, its term and what followed it, never stored.

One rule in two forms, for a loaded agreement (`status_on`) and in SQL (`status_case`); one table test compares them.
What overtook an agreement is read by SQL alone (`overtaken_case`), as far as readers see it (`Seen`), so that a loaded
one carries it as `overtaken` (`AgreementQuerySet.with_status`).

What follows counts once it is signed and has begun: the stated beginning of its term has been reached, else its day
of signing is over. A signed text of which neither is known counts: it was signed, and nothing says that it is ahead.

What an editor enters is true of today. Of an earlier day it says less (`_earlier_whens`): what is signed today may not
have been signed then, and what ended on a day that nobody knows may still have run.
"""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation import terms


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


class Status(models.TextChoices):
    """The status on a day, as readers see it. A text that cannot run, without a term, has none: ""."""

    PLANNED = "planned", _("planned")
    INITIALLED = "initialled", _("initialled")
    OVERDUE = "overdue", _("whether it was signed is not on record")
    AHEAD = "ahead", _("signed, not yet in force")
    IN_FORCE = "in-force", _("in force")
    NO_END = "no-end", _("no end stated")
    UNDATED = "undated", _("length of the term stated, its end not on record")
    TERM_OVER = "term-over", _("stated term over; whether it was extended is not on record")
    RENEWED = "renewed", _("renewed")
    REPLACED = "replaced", _("replaced")
    EXPIRED = "expired", _("expired")
    ENDED = "ended", _("ended")
    ENDED_EARLY = "ended-early", _("ended early")
    NOT_YET = "not-yet", _("not yet signed")
    MAYBE_SIGNED = "maybe-signed", _("whether it was signed by then is not on record")
    MAYBE_OVER = "maybe-over", _("signed; whether it was still in force is not on record")

    @property
    def is_in_force(self) -> bool:
        return self in (Status.IN_FORCE, Status.NO_END)

    @property
    def is_over(self) -> bool:
        """Return whether it certainly runs no more. What was renewed or replaced goes on in another text."""
        return self in (Status.EXPIRED, Status.ENDED, Status.ENDED_EARLY)

    @property
    def went_on(self) -> bool:
        return self in (Status.RENEWED, Status.REPLACED)

    @property
    def was_signed(self) -> bool:
        return self not in (Status.PLANNED, Status.INITIALLED, Status.OVERDUE, Status.NOT_YET, Status.MAYBE_SIGNED)

    @property
    def is_of_the_past(self) -> bool:
        """Return whether only an earlier day than today can have it."""
        return self in (Status.NOT_YET, Status.MAYBE_SIGNED, Status.MAYBE_OVER)

    @property
    def rests_on_term(self) -> bool:
        return self in (Status.AHEAD, Status.IN_FORCE, Status.TERM_OVER, Status.EXPIRED)

    @classmethod
    def in_force_first(cls) -> list["Status"]:
        """Return all statuses: in force, then those before it, the nearest first, then what is open or over."""
        running = [status for status in cls if status.is_in_force]
        coming = [cls.AHEAD, cls.OVERDUE, cls.INITIALLED, cls.PLANNED]
        return [*running, *coming, *(status for status in cls if status not in (*running, *coming))]


# Kinds of text that do not run: they have a status only where a term is stated.
MOMENTARY = ("intent", "minutes", "declaration", "notice", "statement", "application")

OVERTAKING = {"ends": Status.ENDED, "replaces": Status.REPLACED, "renews": Status.RENEWED}  # the strongest first


def status_on(agreement: Any, day: date) -> Status | None:
    """Return the status of an agreement (loaded `with_status` of the same day) on `day`; None if it has none."""
    state = AgreementState(agreement.state)
    if not state.was_signed:
        passed = agreement.signed_latest is not None and agreement.signed_latest < day
        if passed:
            return Status.OVERDUE
        return Status.NOT_YET if agreement.overtaken == Status.NOT_YET else Status(state.value)
    if agreement.overtaken:
        return Status(agreement.overtaken)
    return Status.ENDED_EARLY if state == AgreementState.ENDED_EARLY else _by_term(agreement, day)


def _by_term(agreement: Any, day: date) -> Status | None:
    begin, end, length = terms.begin_of(agreement), terms.end_of(agreement), agreement.term_length
    if agreement.kind in MOMENTARY and not agreement.term and length is None:
        return None
    if end is not None and end < day:
        return Status.TERM_OVER if may_go_on(agreement) else Status.EXPIRED
    if begin is not None and begin > day:
        return Status.AHEAD
    if end is not None:
        return Status.IN_FORCE
    return Status.NO_END if length is None else Status.UNDATED


def may_go_on(agreement: Any) -> bool:
    """Return whether it may run on after its stated term: extendable, renewed by itself, or the term a minimum."""
    return agreement.term_extendable or agreement.term_runs_on or agreement.term_minimum


GOES_ON = Q(term_extendable=True) | Q(term_runs_on=True) | Q(term_minimum=True)
HAS_TERM = ~Q(term="") | Q(term_length__isnull=False)
RUNS = ~Q(kind__in=MOMENTARY) | HAS_TERM


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


def status_case(seen: Seen, day: date) -> Case:
    """Return the expression of `status_on`; the first case that is true decides."""
    unsigned = ~Q(state__in=SIGNED_STATES)
    return Case(
        When(unsigned & Q(signed_latest__lt=day), then=_value(Status.OVERDUE)),
        *_earlier_whens(seen, day),
        When(unsigned, then=F("state")),
        *_overtaken_whens(seen, day),
        When(state=AgreementState.ENDED_EARLY, then=_value(Status.ENDED_EARLY)),
        When(~RUNS, then=_value("")),
        When(GOES_ON & Q(runs_until__lt=day), then=_value(Status.TERM_OVER)),
        When(runs_until__lt=day, then=_value(Status.EXPIRED)),
        When(runs_from__gt=day, then=_value(Status.AHEAD)),
        When(runs_until__isnull=False, then=_value(Status.IN_FORCE)),
        When(term_length__isnull=True, then=_value(Status.NO_END)),
        default=_value(Status.UNDATED),
        output_field=CharField(),
    )


def overtaken_case(seen: Seen, day: date) -> Case:
    """Return the expression of what overtook an agreement by `day`, as far as it is seen: a status, or "".

    Of an earlier day than today also that it was not yet signed, or that the records do not say what it was.
    """
    whens = (*_earlier_whens(seen, day), *_overtaken_whens(seen, day))
    return Case(*whens, default=_value(""), output_field=CharField())


def _earlier_whens(seen: Seen, day: date) -> Iterator[When]:
    """Yield what can be said of a day before today only; nothing for today."""
    if day >= seen.today:
        return
    unsigned, signed_later = ~Q(state__in=SIGNED_STATES), Q(signed_earliest__gt=day)
    yield When(unsigned | signed_later, then=_value(Status.NOT_YET))
    yield When(~(surely_by("signed", day) | Q(term_earliest__lte=day)), then=_value(Status.MAYBE_SIGNED))


def _overtaken_whens(seen: Seen, day: date) -> Iterator[When]:
    is_past = day < seen.today
    for following, status in OVERTAKING.items():
        yield When(Exists(followers(seen.agreements, day, following, surely=is_past)), then=_value(status))
    over = _relation_ended(seen, surely_by("reached", day)) | _party_ended(seen, Q(place__ended_latest__lte=day))
    yield When(RUNS & over, then=_value(Status.ENDED))
    if is_past:
        yield When(_perhaps_over(seen, day), then=_value(Status.MAYBE_OVER))


def _perhaps_over(seen: Seen, day: date) -> Q:
    """Return whether, by a day before today, it was perhaps over: what ended it is of a day not known so exactly."""
    early = Q(state=AgreementState.ENDED_EARLY) & (Q(runs_until__gte=day) | Q(runs_until__isnull=True))
    later = Q(Exists(_following(seen.agreements).exclude(Q(signed_earliest__gt=day) | Q(term_earliest__gt=day))))
    ended = _relation_ended(seen, _perhaps_by("reached", day)) | _party_ended(seen, _perhaps_by("place__ended", day))
    return early | RUNS & (later | ended)


def surely_by(name: str, day: date) -> Q:
    """Filter rows whose date `name` is over by `day`; of an open range the beginning counts."""
    return Q(**{f"{name}_latest__lte": day}) | Q(**{f"{name}_latest__isnull": True, f"{name}_earliest__lte": day})


def _perhaps_by(name: str, day: date) -> Q:
    """Filter rows whose date `name` is on record and may have begun by `day`."""
    begun = Q(**{f"{name}_earliest__lte": day})
    return begun | Q(**{f"{name}_earliest__isnull": True, f"{name}_latest__isnull": False})


def followers(agreements: QuerySet, day: date, *how: str, surely: bool = False) -> QuerySet:
    """Return those of `agreements` that were signed, have begun by `day`, and overtake that of the outer query.

    `surely` leaves out those of an unknown day, and those that were signed later for a term that had begun by then.
    """
    unknown = Q(signed_latest__isnull=True, signed_earliest__isnull=True)
    signed = surely_by("signed", day) if surely else surely_by("signed", day) | unknown
    begun = Q(term_earliest__lte=day) | Q(term_earliest__isnull=True) & signed
    following = _following(agreements, *how)
    if surely:
        following = following.exclude(signed_earliest__gt=day)
    return following.filter(begun)


def _following(agreements: QuerySet, *how: str) -> QuerySet:
    following = agreements.filter(follows=OuterRef("pk"), following__in=how or tuple(OVERTAKING))
    return following.filter(state__in=SIGNED_STATES)


def _relation_ended(seen: Seen, over: Q) -> Exists:
    """Return whether a relation that this text made has ended since, on a day on record for which `over` is true."""
    since = Q(pair=OuterRef("pair"), reached_earliest__gte=OuterRef("made"))
    made = seen.stages.filter(agreement=OuterRef("pk")).exclude(kind__in=("ended", "taken-over"))
    known = made.annotate(made=Coalesce("reached_earliest", "agreement__signed_earliest"))
    return Exists(known.filter(Exists(seen.stages.filter(over, since, kind="ended"))))


def _party_ended(seen: Seen, over: Q) -> Q:
    """Return whether one of two parties, for which `over` is true, has ended, and nothing took the relation over."""
    parties = seen.parties.filter(agreement=OuterRef("pk"))
    gone, many = Exists(parties.filter(over)), Exists(parties.order_by("pk")[2:3])
    ways = [
        *(Exists(seen.stages.filter(of, kind="taken-over")) for of in _pairs_of_text("pair")),
        *(Exists(seen.pairs.filter(of)) for of in _pairs_of_text("continues")),
    ]
    return Q(gone) & ~Q(many) & ~reduce(or_, map(Q, ways))


def _pairs_of_text(pair: str) -> tuple[Q, Q]:
    """Return two filters by a pair: the text names it, or both its places are parties."""
    named = Q(**{f"{pair}__agreements": OuterRef("pk")})
    signed = Q(**{f"{pair}__{place}__parties__agreement": OuterRef("pk") for place in ("first", "second")})
    return named, signed


def _value(status: str) -> Value:
    return Value(str(status), output_field=CharField())
