"""What readers would see if a version were approved now."""

from datetime import datetime

from newsroom.articles.deeds.approval import live_run, write_edition
from newsroom.articles.models import Version
from newsroom.articles.records import records_of
from newsroom.publishing.release import settle_all


def appear(version: Version, at: datetime) -> None:
    """Make `version` its edition's public text from `at`, with the records of its story.

    Only inside a transaction that is undone once the page has been rendered: this is no deed, and nobody is asked.
    """
    if version.is_public(at):
        return
    version.state = Version.State.APPROVED
    version.save(update_fields=["state"])
    write_edition(version.edition, live_run(version.edition, at) | {version: at})
    settle_all(records_of(version.edition.article), at)
