"""The rule of hidden records, spelled once: what names a hidden record stays public, the record itself does not.

The set's spelling (`hidden_q`) and the row's (`Hideable.is_hidden`) stand side by side.
"""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.naming import Nameable, NamedQuerySet


def hidden_q(path: str = "") -> Q:
    """Return the Q filter of the records that a deed has hidden; `path` leads to the record, `__` between steps."""
    return Q(**{f"{path and f'{path}__'}hidden_at__isnull": False})


class HideableQuerySet(NamedQuerySet):
    """Named records of which a deed may hide any."""

    def public(self, at: datetime) -> Self:
        """What something public at `at` names, unless a deed has hidden it."""
        return super().public(at).exclude(hidden_q())


class Hideable(Nameable):
    """A named record whose page a deed may take off the site; the words that name it stay as they were printed."""

    hidden_at = models.DateTimeField(_("hidden at"), null=True, blank=True, editable=False)

    objects: ClassVar = HideableQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_hidden(self) -> bool:
        return self.hidden_at is not None
