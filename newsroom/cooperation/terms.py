"""From when until when an agreement runs: its term as stated, or reckoned from a length.

Pure functions of an agreement's columns; `Agreement` keeps what they return in two computed columns, so that the
database can ask for it and a change of the signing day moves it.
"""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reckoned(models.TextChoices):
    """The day from which a length is reckoned (`Agreement.term_reckoned`)."""

    SIGNING = "signing", _("from the signing")
    UNKNOWN = "unknown", _("from a day that is not known")


class Doubt(models.TextChoices):
    """Why the days between which an agreement runs are inferred. The values are no column's."""

    NONE = "", ""
    TERM = "term", _("The term is inferred.")
    SIGNING = "signing", _("Reckoned from the day of signing, which is inferred.")
    PARTIAL_SIGNING = "partial-signing", _("Reckoned from the day of signing, which is not known exactly.")
    PARTIAL_BEGIN = "partial-begin", _("Reckoned from the beginning of the term, which is not known exactly.")
    EXTENSION = "extension", _("The end of what extends it is inferred.")


def is_reckoned(agreement: Any) -> bool:
    """Return whether the end is reckoned from a length: none is stated, and the day from which it runs is known."""
    return end_of(agreement) is not None and agreement.term_latest is None


def begin_of(agreement: Any) -> date | None:
    """Return the first day on which it may run; None if that is not known."""
    if agreement.term_earliest is not None:
        return agreement.term_earliest
    return agreement.signed_earliest if _runs_from_signing(agreement) else None


def end_of(agreement: Any) -> date | None:
    """Return the last day on which it may run: stated, or reckoned from the last day that its beginning may mean."""
    if agreement.term_latest is not None:
        return agreement.term_latest
    if agreement.term_length is None:
        return None
    start = _last_of(agreement.term.begin) if agreement.term else _last_signing(agreement)
    return agreement.term_length.after(start) if start else None


def doubt_of(agreement: Any) -> Doubt:
    """Return what makes the days between which it runs inferred, `Doubt.NONE` if nothing does."""
    if agreement.term_inferred and agreement.term:
        return Doubt.TERM
    if not is_reckoned(agreement):
        return Doubt.NONE
    if agreement.term:
        return Doubt.NONE if agreement.term.begin.day else Doubt.PARTIAL_BEGIN
    if agreement.signed_inferred:
        return Doubt.SIGNING
    exact = agreement.signed.precision in ("day", "half")
    return Doubt.NONE if exact else Doubt.PARTIAL_SIGNING


def _runs_from_signing(agreement: Any) -> bool:
    reckoned = agreement.term_length is not None and agreement.term_reckoned == Reckoned.SIGNING
    return reckoned and not agreement.term


def _last_signing(agreement: Any) -> date | None:
    return agreement.signed_latest or agreement.signed_earliest if _runs_from_signing(agreement) else None


def _last_of(end: Any) -> date | None:
    return end.last if end else None


class RunsField(models.DateField):
    """A computed day, written at every save: `begin_of` or `end_of` its agreement."""

    def __init__(self, side: str, **kwargs: Any) -> None:
        self.side = side
        super().__init__(**{"null": True, "editable": False, **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, [self.side, *args], kwargs

    def pre_save(self, model_instance: Any, add: bool) -> date | None:
        day = {"begin": begin_of, "end": end_of}[self.side](model_instance)
        setattr(model_instance, self.attname, day)
        return day
