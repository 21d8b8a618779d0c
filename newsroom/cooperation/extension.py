"""What the extensions of an agreement say of it on a day, through as many of them as extend one another.

An extension counts from the day from which a renewal would, as far as readers see it and all between. One that was
ended, by a text or early, counts no longer. Each may be extended in its turn.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Case, CharField, Exists, Q, QuerySet, Value, When

from newsroom.cooperation import terms
from newsroom.cooperation.following import (
    EXTENDING,
    SIGNED_STATES,
    AgreementState,
    Seen,
    begun_by,
    followers,
    may_go_on,
    perhaps_begun_by,
    perhaps_followers,
)


class Extension(models.TextChoices):
    """How long the extensions of an agreement run, the strongest first. The values are no column's."""

    RUNS = "runs"  # one of them has no known end, or one that has not passed
    MAY_RUN = "may-run"  # of an earlier day: one of them ran, or was not signed yet, or was over
    MAY_GO_ON = "may-go-on"  # the ends of all have passed, and one may have gone on
    OVER = "over"  # the ends of all have passed


class Link(NamedTuple):
    """One agreement that extends another: how long it runs, and whether its own term is inferred."""

    extension: int
    extended: int
    how: Extension
    doubtful: bool


def reached(links: Iterable[Link]) -> dict[int, set[tuple[Extension, bool]]]:
    """Return {agreement: what its extensions, and those of these in their turn, say}; a circle ends where it began."""
    links = list(links)
    extends, said = {link.extension: link.extended for link in links}, defaultdict(set)
    for link in links:
        key, passed = link.extended, set()
        while key is not None and key not in passed:
            said[key].add((link.how, link.doubtful))
            passed.add(key)
            key = extends.get(key)
    return said


class Extended(NamedTuple):
    """Filters of agreements by their extensions; the first that is true decides."""

    runs: Q
    may_run: Q | None  # of an earlier day
    may_go_on: Q
    over: Q
    doubtful: Q  # whether what they say rests on a term that is inferred

    def columns(self) -> dict[str, Case]:
        """Return what a loaded agreement carries: `extension`, an `Extension` or "", and `extension_doubtful`."""
        told = ((self.runs, Extension.RUNS), (self.may_run, Extension.MAY_RUN), (self.may_go_on, Extension.MAY_GO_ON))
        told = (*told, (self.over, Extension.OVER))
        whens = [When(asked, then=Value(str(how))) for asked, how in told if asked is not None]
        return {
            "extension": Case(*whens, default=Value(""), output_field=CharField()),
            "extension_doubtful": Case(When(self.doubtful, then=Value(True)), default=Value(False)),
        }


def _those(keys: Iterable[int]) -> Q:
    return Q(pk__in=sorted(keys))


def extended(seen: Seen, day: date) -> Extended:
    """Return what the public extensions say on `day`. They are read, and their chains followed, here and now.

    They are few. As a part of the question, they made each question for a status twice as long.
    """
    if not _all(seen).exists():
        return NONE
    sure = reached(_links(seen, day, perhaps=False))
    said = {key: {how for how, _doubtful in pairs} for key, pairs in sure.items()}
    may_run = None
    if day < seen.today:
        perhaps = reached(_links(seen, day, perhaps=True))
        may_run = _those(key for key, pairs in perhaps.items() if _any_runs(pairs))
    return Extended(
        _those(key for key, hows in said.items() if Extension.RUNS in hows),
        may_run,
        _those(key for key, hows in said.items() if Extension.MAY_GO_ON in hows),
        _those(key for key, hows in said.items() if hows & {Extension.MAY_GO_ON, Extension.OVER}),
        _those(key for key, pairs in sure.items() if _rests_on_doubt(pairs)),
    )


# Where nothing extends anything.
NONE = Extended(_those(()), None, _those(()), _those(()), _those(()))


def _all(seen: Seen) -> QuerySet:
    return seen.agreements.order_by().filter(following=EXTENDING)


def _any_runs(said: set[tuple[Extension, bool]]) -> bool:
    return any(how == Extension.RUNS for how, _doubtful in said)


def _rests_on_doubt(said: set[tuple[Extension, bool]]) -> bool:
    """Return whether what is said rests on inferred terms: those that run, if any does, else one that is over."""
    if _any_runs(said):
        return (Extension.RUNS, False) not in said
    return any(doubtful for _how, doubtful in said)


def _links(seen: Seen, day: date, *, perhaps: bool) -> Iterator[Link]:
    """Yield the extensions that count by `day`, or perhaps do, each as far as its own term says."""
    is_past = day < seen.today
    states = SIGNED_STATES if perhaps else [AgreementState.SIGNED]  # when it ended early is not on record
    begun = perhaps_begun_by(day) if perhaps else begun_by(day, surely=is_past)
    after = perhaps_followers if is_past and not perhaps else followers
    surely = {"surely": True} if perhaps else {}
    standing = _all(seen).filter(begun, state__in=states).exclude(Exists(after(seen.agreements, day, "ends", **surely)))
    for one in standing.annotate(went_on=Exists(after(seen.agreements, day, "renews", "replaces", **surely))):
        yield _link(one, terms.end_of(one), day)


def _link(one: Any, end: date | None, day: date) -> Link:
    if end is None:
        return Link(one.pk, one.follows_id, Extension.RUNS, False)
    over = Extension.MAY_GO_ON if one.went_on or may_go_on(one) else Extension.OVER
    how = Extension.RUNS if end >= day else over
    return Link(one.pk, one.follows_id, how, bool(terms.doubt_of(one)))
