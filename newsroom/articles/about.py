"""Related stories of a record: those that report it, or report what it takes part in."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from newsroom.articles.models import Version
from newsroom.articles.newest import newest_about
from newsroom.articles.rows import story_row, story_rows, told_once
from newsroom.articles.subjects import stories_of
from newsroom.cooperation.models import Agreement, Event
from newsroom.places.models import Pair, Place
from newsroom.publishing.stories import tells

MOST = 50


@tells
def stories_about(record: Any, *, at: datetime, language: str) -> list[dict]:
    """Return the newest stories about `record` as rows, each once, in `language` where it has one."""
    if isinstance(record, Pair | Place):
        versions = newest_about(record, at, MOST)
    else:
        found = Version.objects.public(at).reporting(*stories_of(record, at), *_of_its_signing(record, at))
        versions = found.with_article().without_body().newest_first()
    told = told_once(versions[: 2 * MOST], language)[:MOST]
    if isinstance(record, Pair):  # that page shows the pair in its heading
        return [story_row(version) for version in told]
    return story_rows(told, at=at, language=language)


def _of_its_signing(record: Any, at: datetime) -> list[Q]:
    """Return the condition on articles that report the public event at which an agreement was signed."""
    if not isinstance(record, Agreement):
        return []
    return [Q(events__in=Event.objects.public(at).filter(pk=record.event_id))]
