"""Subjects of stories: the lookups from an article to the records that it is about.

A story is about what it reports, and about what takes part in that: places, pairs, people, institutions. The same
links make these public, by `publishing.naming.names`; a test compares the two.
"""

from datetime import datetime
from typing import Any

from django.db.models import Q

from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.people.models import Institution, Person
from newsroom.photos.models import Photo
from newsroom.places.models import Pair, Place

REPORTED = {"events": Event, "agreements": Agreement}  # from the article

WAYS = {
    Event: ("events",),
    Agreement: ("agreements",),
    Delegation: ("events__stops__delegation",),
    Pair: ("events__pairs", "agreements__pairs", "pairs"),
    Person: (
        "events__appearances__person",
        "events__stops__delegation__appearances__person",
        "events__appearances__represented_by",
        "agreements__parties__signatory",
        "photos__pictured__person",
    ),
    Institution: (
        "events__visited__institution",
        "events__stops__delegation__senders__institution",
        "events__appearances__institution",
        "agreements__parties__institution",
        "agreements__approvals__institution",
    ),
}
WAYS[Place] = (
    "events__places",
    "events__stops__delegation__senders__place",
    "events__appearances__place",
    "agreements__parties__place",
    *(f"{way}__{side}" for way in WAYS[Pair] for side in ("first", "second")),
)


def stories_of(record: Any, at: datetime) -> list[Q]:
    """Return the conditions on articles that are about `record`, one for each lookup."""
    return [_told(way, record, at) for way in WAYS[type(record)]]


def _told(way: str, record: Any, at: datetime) -> Q:
    """Return the condition on articles; a photo tells nothing while readers do not see it."""
    link, _, below = way.partition("__")
    if link == "photos":
        return Q(photos__in=Photo.objects.public(at).filter(**{below: record}))
    return Q(**{way: record})
