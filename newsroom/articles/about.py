"""Which stories are about a record of the rooms below: those that report it, or report what it belongs to."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from newsroom.articles.models import Article, Version
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.languages import Words, prefix_of
from newsroom.people.models import Institution, Person
from newsroom.places.models import Pair, Place
from newsroom.publishing.stories import tells

MOST = 50

# From a story to the record it is about.
PATHS = {
    Event: ["events"],
    Agreement: ["agreements"],
    Delegation: ["events__delegation"],
    Pair: ["events__pairs", "agreements__pairs", "pairs"],
    Place: ["events__places", "events__delegation__senders__place", "agreements__parties__place"]
    + [f"{path}pairs__{side}" for path in ("events__", "agreements__", "") for side in ("first", "second")],
    Person: [
        "events__appearances__person",
        "events__delegation__appearances__person",
        "agreements__parties__signatory",
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
    about = Q()
    for path in PATHS[type(record)]:
        about |= Exists(Article.objects.filter(**{path: record}, pk=OuterRef("edition__article")))
    versions = Version.objects.public(at).filter(about).with_article().without_body().newest_first()
    chosen = {}
    for version in versions[: 2 * MOST]:
        article = version.edition.article_id
        if article not in chosen or version.language == language:
            chosen[article] = version
    return [row(version) for version in list(chosen.values())[:MOST]]


def row(version: Version) -> dict:
    """What `components/story_row.html` asks of a story; its address is in the language it is told in."""
    return {
        "headline": Words(version.headline, version.language),
        "address": version.edition.article.address_in(version.language),
        "language": prefix_of(version.language),
        "first_public": version.edition.first_public_from,
        "pairs": [],
        "small": "",
    }
