"""Follower of amendments that change a story's links: let out what joined, keep or take off what left.

What joined goes out with the amendment, since its page showed it; what hangs below that waits for an approval of its
own. A record that the story no longer reports stays public by a release of its own, and so does what it let out
below it, unless something else keeps them; a photo that it no longer shows has no page of its own, and is taken off.
"""

from newsroom.articles.models import Article, Version
from newsroom.articles.records import joined_by, linked, records_of
from newsroom.photos.models import Photo
from newsroom.publishing.hanging import below
from newsroom.publishing.keeping import let_out, let_out_by, take_back
from newsroom.publishing.models import LogEntry
from newsroom.publishing.release import Released, keep, settle, settle_all, take_off


def settle_amended_links(log_entry: LogEntry) -> None:
    """Settle the records that an approved amendment of a story linked or unlinked."""
    article, amendment = log_entry.record, log_entry.amendment
    if amendment is None or not isinstance(article, Article):
        return
    versions = (
        Version.objects.filter(edition__article=article).approved(log_entry.at).select_related("edition__article")
    )
    for version in versions:
        joined = joined_by(amendment, version.language)
        let_out(version, joined, since=log_entry.at)
        settle_all(joined, log_entry.at)
    for version in versions:
        left = linked(amendment.before, version.language, without=amendment.after)
        _part_with(left, _left_below(left, version), version, log_entry)


def _left_below(left: list[Released], version: Version) -> list[Released]:
    """Return what the version let out below what `left` its page, and does not report otherwise."""
    own, kept = records_of(version.edition.article, version.language), let_out_by(version)
    return [record for record in below(left) if record in kept and record not in {*own, *below(own)}]


def _part_with(left: list[Released], under: list[Released], version: Version, log_entry: LogEntry) -> None:
    take_back(version, records=[*left, *under])
    for record in [*left, *under]:
        if record.is_approved(log_entry.at) and not record.release_at and not record.kept_from(log_entry.at):
            part_with = take_off if isinstance(record, Photo) else keep
            part_with(record, log_entry.at)
        else:
            settle(record, log_entry.at)
