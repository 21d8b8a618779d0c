"""The visibility of a record, in words for the desk."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from newsroom.publishing.moments import printed
from newsroom.publishing.naming import Nameable
from newsroom.publishing.release import Released


def visibility_text(record: Any, at: datetime) -> str:
    """Return whether readers see `record` at `at`; an empty string for records without a page of their own."""
    if isinstance(record, Released):
        return _of_released(record, at)
    if isinstance(record, Nameable):
        return _of_named(record, at)
    return ""


def _of_released(record: Released, at: datetime) -> str:
    if record.is_public(at):
        return _("Readers see this since %(moment)s.") % {"moment": printed(record.public_from)}
    if record.is_waiting(at):
        return _("Readers will see this from %(moment)s.") % {"moment": printed(record.public_from)}
    if record.public_until:
        return _("Readers saw this until %(moment)s.") % {"moment": printed(record.public_until)}
    return _("Readers cannot see this yet: it is released with a story that reports it, or by itself.")


def _of_named(record: Nameable, at: datetime) -> str:
    if record.is_public(at):
        return _("Readers see this, because something public names it.")
    if record.is_approved(at):
        return _("Readers will see this with what names it.")
    return _("Readers cannot see this yet: nothing public names it.")
