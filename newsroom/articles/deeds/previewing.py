"""Preview link deeds: open one for an outside reader, and revoke it."""

from datetime import timedelta

from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.articles.deeds.table import CLOSE_PREVIEWS, OPEN_PREVIEW
from newsroom.articles.deeds.writing import WORDS, locked
from newsroom.articles.models import PreviewLink, Version
from newsroom.publishing.deeds import deed
from newsroom.publishing.models import Verb
from newsroom.publishing.moments import printed
from newsroom.publishing.refused import Refused


def open_preview(version: Version, *, by: User, days: int) -> PreviewLink:
    """Create a link that shows exactly these words to anybody who has it, for `days` days."""
    OPEN_PREVIEW.require(by)
    with deed(Verb.PREVIEW, version, by=by) as log_entry:
        version = locked(version)
        if not OPEN_PREVIEW.fits(version, log_entry.at):
            raise Refused(_why_no_preview(version))
        words = {name: getattr(version, name) for name in WORDS}
        until = log_entry.at + timedelta(days=days)
        link = PreviewLink.objects.create(version=version, words=words, created_by=by, expires_at=until)
        log_entry.note = printed(link.expires_at)
    return link


def _why_no_preview(version: Version) -> str:
    if version.state == Version.State.DISCARDED:
        return _("These words were put away. Begin a draft from them first.")
    return _("Readers see these words, or have seen them: no preview is needed.")


def close_previews(version: Version, links: list[PreviewLink], *, by: User) -> None:
    """Revoke these preview links of the version."""
    CLOSE_PREVIEWS.require(by)
    with deed(Verb.REVOKE, version, by=by) as log_entry:
        version = locked(version)
        closed = version.previews.filter(pk__in=[link.pk for link in links], revoked_at=None)
        if not closed.update(revoked_at=log_entry.at):
            raise Refused(_("Choose a link that is still open."))
