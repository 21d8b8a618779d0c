"""The states of a version and two rules about them, each in the set's spelling (a Q) and the row's, side by side.

Table tests hold the spellings together; the constraint that one version is in work at a time uses the first.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a version stands between its writer and its approval; the interval says the rest."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("returned")
    APPROVED = "approved", _("approved")
    DISCARDED = "discarded", _("discarded")

    @property
    def is_in_work(self) -> bool:
        """Say that somebody has still to finish these words, or to decide on them."""
        return self not in (State.APPROVED, State.DISCARDED)


IN_WORK = [state for state in State if state.is_in_work]


def in_work_q() -> Q:
    """Say the same in the database's words."""
    return Q(state__in=IN_WORK)


def correction_q() -> Q:
    """Say in the database's words which published versions tell readers what they changed.

    The first that readers saw of an edition changed nothing for them; which that was, its moment says, not its number.
    """
    return ~Q(public_from=F("edition__first_public_from")) & Q(minor=False) & ~Q(change_note="")


def is_correction(version: Any) -> bool:
    """Say the same of a published version that was loaded with its edition."""
    changed = version.public_from != version.edition.first_public_from
    return changed and not version.minor and version.change_note != ""
