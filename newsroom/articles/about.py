"""Which stories are about a record of the rooms below: those that report it, or report what it belongs to."""

from datetime import datetime

from django.db.models import Q

from newsroom.articles.models import Version
from newsroom.articles.newest import newest_about
from newsroom.articles.rows import story_row, story_rows, told_once
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.publishing.stories import tells

MOST = 50

# From a story to the record that it is about.
WAYS = {
    Event: ["events"],
    Agreement: ["agreements"],
    Delegation: ["events__delegation"],
    Person: [
        "events__appearances__person",
        "events__delegation__appearances__person",
        "agreements__parties__signatory",
        "photos__pictured__person",
    ],
    Institution: [
        "events__visited__institution",
        "events__delegation__senders__institution",
        "agreements__parties__institution",
    ],
}


@tells
def stories_about(record, *, at: datetime, language: str) -> list[dict]:
    """Return the newest stories about `record`, each once: in the page's language, else in the one it has."""
    if isinstance(record, Pair | Place):
        versions = newest_about(record, at, MOST)
    else:
        ways = (Q(**{way: record}) for way in WAYS[type(record)])
        versions = Version.objects.public(at).reporting(*ways).with_article().without_body().newest_first()
    told = told_once(versions[: 2 * MOST], language)[:MOST]
    if isinstance(record, Pair):  # its page has the mark at its head
        return [story_row(version) for version in told]
    return story_rows(told, at=at, language=language)
