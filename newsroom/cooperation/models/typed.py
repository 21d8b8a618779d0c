"""Which of a record's proposed values are a person's own: `typed`, and what it is compared with."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.cooperation.choices import ChoicesField


class Proposed(models.TextChoices):
    """Every value that is proposed, by the name of its column."""

    PAIRS = "pairs", _("pairs")
    SIGNED = "signed", _("signed on")
    SIGNED_IN = "signed_in", _("signed in")
    REACHED = "reached", _("day")
    PRINTED_ZH = "printed_zh", _("offices as printed in Chinese")
    PRINTED_EN = "printed_en", _("offices as printed in English")


# Words that a page printed. Left empty they are empty; all else that is empty is only not known yet.
VERBATIM = frozenset({Proposed.PRINTED_ZH, Proposed.PRINTED_EN})


class TypedField(ChoicesField):
    """The names of the values that a person typed; None where nobody has compared them with their proposals yet."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> tuple | None:
        return None if value is None else super().from_db_value(value, expression, connection)

    def to_python(self, value: Any) -> tuple | None:
        return None if value is None else super().to_python(value)

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else super().get_prep_value(value)


class InStep(models.Model):
    """A record with proposed values. Each stays in step with its source until a person types another."""

    proposed: tuple[Proposed, ...] = ()  # the values that a record of this model has a proposal for

    typed = TypedField(
        _("typed by a person"), max_length=100, choices=Proposed.choices, blank=True, null=True, default=None
    )

    class Meta:
        abstract = True


def is_typed(name: Proposed, value: Any, proposal: Any) -> bool:
    """Return whether a value of unknown origin counts as a person's: unless it equals the proposal, or is missing."""
    return differs(value, proposal) and (bool(value) or name in VERBATIM)


def differs(value: Any, proposal: Any) -> bool:
    """Return whether a value is not the proposal. What is missing is false, whatever its kind."""
    return (value or None) != (proposal or None)
