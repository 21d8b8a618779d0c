"""What a submission covers, who wrote it, and which submissions a save takes back."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from newsroom.articles.models import Covered, Version
from newsroom.articles.records import reach_of
from newsroom.publishing.authors import above, newly_public, writers_of
from newsroom.publishing.eyes import Authors
from newsroom.publishing.models import LogEntry, Verb, pointing_q


def first_let_out(version: Version, at: datetime) -> list:
    """Return the records that the approval of `version` at `at` is the first to let out."""
    return newly_public(reach_of(version.edition.article, version.language, at).goes, at)


def cover(version: Version, at: datetime) -> None:
    """Keep which records the submission of `version` covers: a change of any takes it back."""
    records = [version.edition.article, *first_let_out(version, at)]
    Covered.objects.filter(version=version).delete()
    kinds = {type(record): ContentType.objects.get_for_model(record) for record in records}
    Covered.objects.bulk_create(
        Covered(version=version, kind=kinds[type(record)], object_id=record.pk) for record in dict.fromkeys(records)
    )


def authors_of(version: Version, at: datetime) -> Authors:
    """Return who wrote the words, and what their approval is the first to let out: links and photos, and records."""
    wrote = version.authors | writers_of(first_let_out(version, at)) | _linkers(version)
    return Authors(wrote, {version.submitted_by_id} if version.submitted_by_id else set())


def _linkers(version: Version) -> set[int]:
    """Return the keys of the accounts that chose the story's links, rows and photos since any of it was approved."""
    article = version.edition.article
    versions = Version.objects.filter(edition__article=article).without_body()
    approved = LogEntry.objects.on(list(versions)).filter(verb=Verb.APPROVE).order_by("-at").first()
    return writers_of([article], since=approved.at if approved else None)


def take_back_submissions(log_entry: LogEntry) -> None:
    """Follower of saves: submitted words are a draft again where a record is written in that the submission covers."""
    record: Any = log_entry.record
    if log_entry.verb != Verb.SAVE or not log_entry.wrote or record is None:
        return
    covering = Covered.objects.filter(pointing_q([record, *above(record)])).values("version")
    for version in Version.objects.filter(state=Version.State.SUBMITTED, pk__in=covering):
        version.state, version.taken_back = Version.State.DRAFT, log_entry.label
        version.save(update_fields=["state", "taken_back"])
        sentence = _("“%(story)s” had been submitted with this: it is a draft again, and has to be submitted anew.")
        log_entry.told += (sentence % {"story": version.headline},)
