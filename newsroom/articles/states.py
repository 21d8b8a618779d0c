"""Version states, and two rules about them, each as a Q and as a Python predicate.

Tests compare both forms; the constraint that one version is in work at a time uses the first rule.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Workflow state of a version from draft to approval; its interval says the rest."""

    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("returned")
    APPROVED = "approved", _("approved")
    DISCARDED = "discarded", _("discarded")

    @property
    def is_in_work(self) -> bool:
        """Return whether somebody has still to finish the words, or to decide on them."""
        return self not in (State.APPROVED, State.DISCARDED)


IN_WORK = [state for state in State if state.is_in_work]


def in_work_q() -> Q:
    """Return `is_in_work` as a Q."""
    return Q(state__in=IN_WORK)


def correction_q() -> Q:
    """Return the Q of published versions that tell readers what they changed.

    The first public version of an edition is no correction; its moment decides which that was, not its number.
    """
    return ~Q(public_from=F("edition__first_public_from")) & Q(minor=False) & ~Q(change_note="")


def is_correction(version: Any) -> bool:
    """Return the same for a published version that was loaded with its edition."""
    changed = version.public_from != version.edition.first_public_from
    return changed and not version.minor and version.change_note != ""
