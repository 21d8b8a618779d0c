"""Status texts of versions and editions for editors, derived from state and interval."""

from datetime import datetime

from django.utils.translation import gettext as _

from newsroom.articles.models import Version
from newsroom.publishing.moments import printed

State = Version.State


def status_text(version: Version, at: datetime) -> str:
    """Return the status of one version at `at`."""
    if version.state != State.APPROVED:
        return _unapproved(version)
    if version.is_waiting(at):
        return _("scheduled for %(moment)s") % {"moment": printed(version.public_from)}
    if version.is_public(at):
        return _("public since %(moment)s") % {"moment": printed(version.public_from)}
    if version.edition.withdrawn_at and version.edition.withdrawn_at == version.public_until:
        return _("withdrawn at %(moment)s") % {"moment": printed(version.public_until)}
    return _("superseded at %(moment)s") % {"moment": printed(version.public_until)}


def _unapproved(version: Version) -> str:
    match version.state:
        case State.SUBMITTED:
            return _("in review, submitted by %(name)s") % {"name": version.submitted_by}
        case State.RETURNED:
            return _("returned: %(note)s") % {"note": version.return_note}
        case State.DISCARDED:
            return _("discarded")
        case State.DRAFT if version.taken_back:
            said = _("in work again: “%(record)s” was changed after these words had been submitted")
            return said % {"record": version.taken_back}
    return _("in work, last changed by %(name)s") % {"name": version.changed_by}


def that_count(versions: list[Version], at: datetime) -> list[Version]:
    """Return the versions that make up an edition's status: in work, scheduled and public; else the last one.

    `versions` are an edition's, newest first.
    """
    return [version for version in versions if version.in_work or version.is_approved(at)] or versions[:1]
