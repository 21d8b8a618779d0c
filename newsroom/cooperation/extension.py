"""What the extensions of an agreement say of it on a day, through as many of them as extend one another.

An extension counts from the day from which a renewal would, as far as readers see it and all between. One that was
ended, by a text or early, counts no longer. Recursive SQL, since each may be extended in its turn.
"""

from datetime import date
from typing import NamedTuple

from django.db import models
from django.db.models import Case, CharField, Exists, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from newsroom.cooperation.following import (
    EXTENDING,
    GOES_ON,
    SIGNED_STATES,
    AgreementState,
    Seen,
    begun_by,
    followers,
    perhaps_begun_by,
    perhaps_followers,
)
from newsroom.cooperation.terms import DOUBTFUL


class Extension(models.TextChoices):
    """How long the extensions of an agreement run, the strongest first. The values are no column's."""

    RUNS = "runs"  # one of them has no known end, or one that has not passed
    MAY_RUN = "may-run"  # of an earlier day: one of them ran, or was not signed yet, or was over
    MAY_GO_ON = "may-go-on"  # the ends of all have passed, and one may have gone on
    OVER = "over"  # the ends of all have passed


class Chains(NamedTuple):
    """The agreements that some extensions extend, each with what these say of it: SQL and its parameters."""

    sql: str
    params: tuple

    @classmethod
    def of(cls, extensions: QuerySet) -> "Chains":
        links, params = extensions.values_list("pk", "follows", "how", "doubtful").query.sql_with_params()
        return cls(
            f"WITH RECURSIVE link(pk, extended, how, doubtful) AS ({links}), chain(pk, how, doubtful) AS ("
            "SELECT extended, how, doubtful FROM link UNION "
            "SELECT link.extended, chain.how, chain.doubtful FROM link JOIN chain ON link.pk = chain.pk"
            ") SELECT pk FROM chain",
            params,
        )

    def reached(self, *how: Extension, doubtful: bool | None = None) -> Q:
        """Filter agreements of which an extension says one of `how`, by a term that is `doubtful` or not."""
        asked = [f"how IN ({', '.join(['%s'] * len(how))})"]
        params = [*self.params, *map(str, how)]
        if doubtful is not None:
            asked.append("doubtful = %s")
            params.append(int(doubtful))
        return Q(pk__in=RawSQL(f"{self.sql} WHERE {' AND '.join(asked)}", params))


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


def extended(seen: Seen, day: date) -> Extended:
    """Return what the public extensions say on `day`."""
    is_past = day < seen.today
    sure = Chains.of(_extensions(seen, day, perhaps=False))
    may_run = Chains.of(_extensions(seen, day, perhaps=True)).reached(Extension.RUNS) if is_past else None
    runs = sure.reached(Extension.RUNS)
    over = (Extension.MAY_GO_ON, Extension.OVER)
    rests = runs & ~sure.reached(Extension.RUNS, doubtful=False) | ~runs & sure.reached(*over, doubtful=True)
    return Extended(runs, may_run, sure.reached(Extension.MAY_GO_ON), sure.reached(*over), rests)


def _extensions(seen: Seen, day: date, *, perhaps: bool) -> QuerySet:
    """Return the extensions that count by `day`, or perhaps do, each with `how` long it runs by its own term."""
    is_past = day < seen.today
    states = SIGNED_STATES if perhaps else [AgreementState.SIGNED]  # when it ended early is not on record
    begun = perhaps_begun_by(day) if perhaps else begun_by(day, surely=is_past)
    known = seen.agreements.order_by().filter(begun, following=EXTENDING, state__in=states)
    after = perhaps_followers if is_past and not perhaps else followers
    surely = {"surely": True} if perhaps else {}
    standing = known.exclude(Exists(after(seen.agreements, day, "ends", **surely)))
    went_on = Exists(after(seen.agreements, day, "renews", "replaces", **surely))
    runs = Q(runs_until__isnull=True) | Q(runs_until__gte=day)
    return standing.annotate(
        how=Case(
            When(runs, then=Value(str(Extension.RUNS))),
            When(GOES_ON | went_on, then=Value(str(Extension.MAY_GO_ON))),
            default=Value(str(Extension.OVER)),
            output_field=CharField(),
        ),
        doubtful=Case(When(DOUBTFUL, then=1), default=0, output_field=IntegerField()),
    )
