"""Follower of amendments that change a story's links: settle what joined, keep or take off what left.

New records are released. A record that the story no longer reports stays public by a release of its own, unless
something else keeps it; a photo that it no longer shows has no page of its own, and is taken off.
"""

from newsroom.articles.models import Article
from newsroom.articles.records import records_of
from newsroom.articles.subjects import REPORTED
from newsroom.photos.models import Photo
from newsroom.publishing.models import Amendment, LogEntry
from newsroom.publishing.release import keep, settle_all, take_off


def settle_amended_links(log_entry: LogEntry) -> None:
    """Settle the records that an approved amendment of a story linked or unlinked."""
    article, amendment = log_entry.record, log_entry.amendment
    if amendment is None or not isinstance(article, Article):
        return
    settle_all(records_of(article), log_entry.at)
    for record in [*_no_longer_reported(amendment), *_no_longer_shown(amendment)]:
        if record.is_approved(log_entry.at) and not record.release_at and not record.kept_from(log_entry.at):
            part_with = take_off if isinstance(record, Photo) else keep
            part_with(record, log_entry.at)


def _no_longer_reported(amendment: Amendment) -> list:
    before, after = amendment.before["links"], amendment.after["links"]
    return [
        record
        for name, model in REPORTED.items()
        for record in model.objects.filter(pk__in=set(before[name]) - set(after[name]))
    ]


def _no_longer_shown(amendment: Amendment) -> list[Photo]:
    before, after = (
        {row["fields"]["photo_id"] for row in snapshot["rows"]["shown"]}
        for snapshot in (amendment.before, amendment.after)
    )
    return list(Photo.objects.filter(pk__in=before - after))
