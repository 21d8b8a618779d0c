"""Status of an agreement on a day: computed from its state, its term and what followed it, never stored.

One rule in two forms, for a loaded agreement (`status_on`) and in SQL (`status_case`); one table test compares them.
What overtook an agreement is read by SQL alone (`overtaken_case`), as far as readers see it (`Seen`), so that a loaded
one carries it as `overtaken` (`AgreementQuerySet.with_status`).

An extension overtakes nothing: after the end of its own term a text is what its extensions say (`extension.py`), which
a loaded one carries as `extension`.

What an editor enters is true of today. Of an earlier day it says less (`_earlier_whens`): what is signed today may not
have been signed then, and what ended on a day that nobody knows may still have run.
"""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation import terms
from newsroom.cooperation.extension import Extended, Extension
from newsroom.cooperation.following import (
    GOES_ON,
    OVERTAKING,
    SIGNED_STATES,
    AgreementState,
    Seen,
    followers,
    may_go_on,
    perhaps_by,
    perhaps_followers,
    surely_by,
)


class Status(models.TextChoices):
    """The status on a day, as readers see it. A text that cannot run, without a term, has none: ""."""

    PLANNED = "planned", _("planned")
    INITIALLED = "initialled", _("initialled")
    OVERDUE = "overdue", _("whether it was signed is not on record")
    AHEAD = "ahead", _("signed, not yet in force")
    IN_FORCE = "in-force", _("in force")
    NO_END = "no-end", _("no end stated")
    EXTENDED = "extended", _("extended")
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

    @property
    def rests_on_extension(self) -> bool:
        return self in (Status.EXTENDED, Status.TERM_OVER, Status.EXPIRED)

    @classmethod
    def in_force_first(cls) -> list["Status"]:
        """Return all statuses: in force, extended, then those before, the nearest first, then what is open or over."""
        running = [*(status for status in cls if status.is_in_force), cls.EXTENDED]
        coming = [cls.AHEAD, cls.OVERDUE, cls.INITIALLED, cls.PLANNED]
        return [*running, *coming, *(status for status in cls if status not in (*running, *coming))]


# Kinds of text that do not run: they have a status only where a term is stated.
MOMENTARY = ("intent", "minutes", "declaration", "notice", "statement", "application")

OVERTAKEN = {"ends": Status.ENDED, "replaces": Status.REPLACED, "renews": Status.RENEWED}


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
    """Return the status by its own term while that runs, then by those of its extensions."""
    begin, end, extension = terms.begin_of(agreement), terms.end_of(agreement), agreement.extension
    if begin is not None and begin > day:
        return Status.AHEAD
    if end is not None and end >= day:
        return Status.IN_FORCE
    if extension == Extension.RUNS:
        return Status.EXTENDED
    if end is None and extension in ("", Extension.MAY_RUN):
        return _without_end(agreement)
    if extension == Extension.MAY_RUN:
        return Status.MAYBE_OVER
    return Status.TERM_OVER if may_go_on(agreement) or extension == Extension.MAY_GO_ON else Status.EXPIRED


def _without_end(agreement: Any) -> Status | None:
    length = agreement.term_length
    if agreement.kind in MOMENTARY and not agreement.term and length is None:
        return None
    return Status.NO_END if length is None else Status.UNDATED


def is_inferred(agreement: Any, status: Status | None) -> bool:
    """Return whether the status of an agreement rests on a term that is inferred: its own, or of what extends it."""
    by_term = status is not None and status.rests_on_term and terms.doubt_of(agreement)
    return bool(by_term) or rests_on_doubtful_extension(agreement, status)


def rests_on_doubtful_extension(agreement: Any, status: Status | None) -> bool:
    return bool(status and status.rests_on_extension and agreement.extension_doubtful)


HAS_TERM = ~Q(term="") | Q(term_length__isnull=False)
RUNS = ~Q(kind__in=MOMENTARY) | HAS_TERM


def status_case(seen: Seen, day: date, by_extension: Extended) -> Case:
    """Return the expression of `status_on`; the first case that is true decides."""
    unsigned = ~Q(state__in=SIGNED_STATES)
    return Case(
        When(unsigned & Q(signed_latest__lt=day), then=_value(Status.OVERDUE)),
        *_earlier_whens(seen, day),
        When(unsigned, then=F("state")),
        *_overtaken_whens(seen, day, by_extension),
        When(state=AgreementState.ENDED_EARLY, then=_value(Status.ENDED_EARLY)),
        *_term_whens(by_extension, day),
        default=_value(Status.UNDATED),
        output_field=CharField(),
    )


def _term_whens(by_extension: Extended, day: date) -> Iterator[When]:
    """Yield what `_by_term` says."""
    over = Q(runs_until__lt=day) | by_extension.over
    yield When(runs_from__gt=day, then=_value(Status.AHEAD))
    yield When(runs_until__gte=day, then=_value(Status.IN_FORCE))
    yield When(by_extension.runs, then=_value(Status.EXTENDED))
    if by_extension.may_run is not None:
        yield When(by_extension.may_run & Q(runs_until__lt=day), then=_value(Status.MAYBE_OVER))
    yield When(GOES_ON & over | by_extension.may_go_on, then=_value(Status.TERM_OVER))
    yield When(over, then=_value(Status.EXPIRED))
    yield When(~RUNS, then=_value(""))
    yield When(term_length__isnull=True, then=_value(Status.NO_END))


def overtaken_case(seen: Seen, day: date, by_extension: Extended) -> Case:
    """Return the expression of what overtook an agreement by `day`, as far as it is seen: a status, or "".

    Of an earlier day than today also that it was not yet signed, or that the records do not say what it was.
    """
    whens = (*_earlier_whens(seen, day), *_overtaken_whens(seen, day, by_extension))
    return Case(*whens, default=_value(""), output_field=CharField())


def _earlier_whens(seen: Seen, day: date) -> Iterator[When]:
    """Yield what can be said of a day before today only; nothing for today."""
    if day >= seen.today:
        return
    unsigned, signed_later = ~Q(state__in=SIGNED_STATES), Q(signed_earliest__gt=day)
    yield When(unsigned | signed_later, then=_value(Status.NOT_YET))
    yield When(~(surely_by("signed", day) | Q(term_earliest__lte=day)), then=_value(Status.MAYBE_SIGNED))


def _overtaken_whens(seen: Seen, day: date, by_extension: Extended) -> Iterator[When]:
    is_past = day < seen.today
    for following in OVERTAKING:
        overtaken = Exists(followers(seen.agreements, day, following, surely=is_past))
        yield When(overtaken, then=_value(OVERTAKEN[following]))
    since = SURELY_SINCE if is_past else SINCE
    over = _relation_ended(seen, since, surely_by("reached", day))
    over |= _party_ended(seen, Q(place__ended_latest__lte=day) & (BEFORE_ITS_END if is_past else Q()))
    yield When(RUNS & over, then=_value(Status.ENDED))
    if is_past:
        yield When(_perhaps_over(seen, day, by_extension), then=_value(Status.MAYBE_OVER))


def _perhaps_over(seen: Seen, day: date, by_extension: Extended) -> Q:
    """Return whether, by a day before today, it was perhaps over: what ended it is of a day not known so exactly."""
    ran = Q(runs_until__gte=day) | Q(runs_until__isnull=True) | (by_extension.may_run or Q())
    early, later = Q(state=AgreementState.ENDED_EARLY) & ran, Q(Exists(perhaps_followers(seen.agreements, day)))
    ended = _relation_ended(seen, PERHAPS_SINCE, perhaps_by("reached", day))
    ended |= _party_ended(seen, perhaps_by("place__ended", day))
    return early | RUNS & (later | ended)


# When a relation ended, beside when it was made. What is said today needs no more than that both can be true.
SINCE = Q(reached_earliest__gte=OuterRef("begun"))
SURELY_SINCE = Q(reached_earliest__gt=OuterRef("made_latest")) | Q(
    reached_earliest=OuterRef("made_latest"), reached_latest=OuterRef("made_earliest")
)
PERHAPS_SINCE = Q(reached_latest__gte=OuterRef("made_earliest")) | Q(reached_latest__isnull=True)
# Of an earlier day than today, the end of a party ended no text that was surely signed after it.
BEFORE_ITS_END = Q(agreement__signed_earliest__isnull=True) | Q(
    agreement__signed_earliest__lte=F("place__ended_latest")
)


def _relation_ended(seen: Seen, since: Q, over: Q) -> Exists:
    """Return whether a relation that this text made has ended `since`, on a day on record for which `over` is true."""
    made = seen.stages.filter(agreement=OuterRef("pk")).exclude(kind__in=("ended", "taken-over"))
    known = made.annotate(
        begun=Coalesce("reached_earliest", "agreement__signed_earliest"),
        made_earliest=Coalesce(_made("earliest"), Value(date.min)),
        made_latest=_made("latest"),
    )
    ends = seen.stages.filter(over, since, pair=OuterRef("pair"), kind="ended")
    return Exists(known.filter(Exists(ends)))


def _made(end: str) -> Case:
    """Return one end of the days on which a stage was reached, or its text signed where the stage has no date."""
    undated = Q(reached_earliest__isnull=True, reached_latest__isnull=True)
    return Case(When(undated, then=F(f"agreement__signed_{end}")), default=F(f"reached_{end}"))


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
