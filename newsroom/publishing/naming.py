"""Derived visibility: people, institutions, places, pairs and delegations are public when something public names them.

What names what is declared from above, in `AppConfig.ready()`: `names(Person, "appearances__event")` says that an
event names the people who appear at it. A path leads from the named record to a row with an interval. A test fails
for a foreign key to a named model that is neither on such a path nor excused by `does_not_name`.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from newsroom.compiled import CompiledOnce
from newsroom.publishing.interval import approved_q, once_public_q, public_q

_paths: dict[type[models.Model], list[str]] = defaultdict(list)
_excused: set[tuple[type[models.Model], str]] = set()


def names(model: type[models.Model], *paths: str) -> None:
    """Declare that rows with an interval at the end of `paths` name records of `model`."""
    _paths[model].extend(path for path in paths if path not in _paths[model])


def does_not_name(model: type[models.Model], *fields: str) -> None:
    """Declare that these foreign keys of `model` do not make public what they point to."""
    _excused.update((model, field) for field in fields)


def paths_of(model: type[models.Model]) -> list[str]:
    return list(_paths[model])


def named_models() -> list[type[models.Model]]:
    return list(_paths)


def excused() -> set[tuple[type[models.Model], str]]:
    return set(_excused)


@dataclass(frozen=True)
class NamedBy:
    """The condition that one of the paths leads from a record to an interval that `spelling` accepts at a moment.

    Of a path only the first step is walked backwards, the rest is an ordinary filter. For a Person and the path
    "appearances__event", with `public_q`:

        first = "appearances", rest = "event"
        step  = Person.appearances, the reverse of the foreign key Appearance.person
        back  = "person"
        EXISTS of Appearance.filter(public_q(at, "event"), person=OuterRef("pk"))

        SELECT … FROM people_person WHERE EXISTS (
            SELECT 1 FROM cooperation_appearance a JOIN cooperation_event e ON a.event_id = e.id
            WHERE e.public_from <= at AND (e.public_until IS NULL OR e.public_until > at)
              AND a.person_id = people_person.id)

    A path of one step has no rest: for a Pair and "events" the interval is asked of Event itself, and `back` is the
    many-to-many field Event.pairs. The paths are joined by OR. As `filter(appearances__event__public_from__lte=…)` the
    same would join the tables of all paths, and a record would come once for each row that names it.
    """

    model: type[models.Model]
    paths: tuple[str, ...]
    spelling: Callable[[datetime, str], Q]

    def __call__(self, at: datetime) -> Q:
        return reduce(or_, (Q(Exists(self._through(path, at))) for path in self.paths))

    def _through(self, path: str, at: datetime) -> models.QuerySet:
        first, _step, rest = path.partition("__")
        step: Any = self.model._meta.get_field(first)  # a foreign key, a many-to-many field, or the reverse of one
        back = step.remote_field.name if step.auto_created else step.related_query_name()
        # From the other end: the record itself would be one more table in each question, and take long to plan.
        return step.related_model._base_manager.filter(self.spelling(at, rest), **{back: OuterRef("pk")})


class NamedQuerySet(models.QuerySet):
    """Records whose visibility follows from what names them."""

    def _named(self, spelling: Callable[[datetime, str], Q], at: datetime) -> Self:
        """Return the records for which one of the declared paths ends at an interval that `spelling` accepts."""
        paths = tuple(_paths[self.model])
        return self.filter(CompiledOnce(self.model, NamedBy(self.model, paths, spelling), at)) if paths else self.none()

    def public(self, at: datetime) -> Self:
        """What something public at `at` names."""
        return self._named(public_q, at)

    def approved(self, at: datetime) -> Self:
        """What something names that readers see or are going to see: locked in the desk."""
        return self._named(approved_q, at)

    def once_public(self, at: datetime) -> Self:
        return self._named(once_public_q, at)


class Nameable(models.Model):
    """A record that is public when something public names it."""

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True

    def is_public(self, at: datetime) -> bool:
        return type(self)._default_manager.public(at).filter(pk=self.pk).exists()

    def is_approved(self, at: datetime) -> bool:
        return type(self)._default_manager.approved(at).filter(pk=self.pk).exists()

    def was_public(self, at: datetime) -> bool:
        return type(self)._default_manager.once_public(at).filter(pk=self.pk).exists()
