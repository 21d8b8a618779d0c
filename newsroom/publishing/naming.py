"""Derived visibility: people, institutions, places, pairs and delegations are public when something public names them.

What names what is declared from above, in `AppConfig.ready()`: `names(Person, "appearances__event")` says that an
event names the people who appear at it. A path leads from the named record to a row with an interval. A test fails
for a foreign key to a named model that is neither on such a path nor excused by `does_not_name`.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from newsroom.publishing.interval import approved_q, once_public_q, public_q
from newsroom.publishing.named_by import NamedBy

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


def excused() -> set[tuple[type[models.Model], str]]:
    return set(_excused)


class NamedQuerySet(models.QuerySet):
    """Records whose visibility follows from what names them."""

    def _named(self, spelling: Callable[[datetime, str], Q], at: datetime) -> Self:
        """Return the records for which one of the declared paths ends at an interval that `spelling` accepts."""
        paths = tuple(_paths[self.model])
        return self.filter(NamedBy(self.model, paths, spelling, at)) if paths else self.none()

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
