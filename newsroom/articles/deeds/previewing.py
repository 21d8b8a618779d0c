"""Letting somebody outside read words before readers do, and ending it."""

from datetime import timedelta

from django.utils.translation import gettext as _

from newsroom.articles.deeds.writing import locked
from newsroom.articles.models import PreviewLink, Version
from newsroom.publishing.deeds import deed, require
from newsroom.publishing.models import Verb
from newsroom.publishing.moments import printed
from newsroom.publishing.refused import Refused


def open_preview(version: Version, *, by, days: int) -> PreviewLink:
    """Make a link by which anybody who has it reads these words, and only these, for so many days."""
    require(by, "release")
    with deed(Verb.PREVIEW, version, by=by) as log_entry:
        version = locked(version)
        if version.was_public(log_entry.at):
            raise Refused(_("Readers see these words, or have seen them: no preview is needed."))
        if version.state == Version.State.DISCARDED:
            raise Refused(_("These words were put away. Begin a draft from them first."))
        link = PreviewLink.objects.create(
            version=version, created_by=by, expires_at=log_entry.at + timedelta(days=days)
        )
        log_entry.note = printed(link.expires_at)
    return link


def close_previews(version: Version, links: list[PreviewLink], *, by) -> None:
    """Let these links of the version show nothing any more."""
    require(by, "release")
    with deed(Verb.REVOKE, version, by=by) as log_entry:
        version = locked(version)
        closed = version.previews.filter(pk__in=[link.pk for link in links], revoked_at=None)
        if not closed.update(revoked_at=log_entry.at):
            raise Refused(_("Choose a link that is still open."))
