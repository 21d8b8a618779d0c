"""Which released records a story brings to readers."""

from datetime import datetime
from itertools import chain

from newsroom.articles.models import Article
from newsroom.publishing.release import Released, dependants


def records_of(article: Article) -> list[Released]:
    """Return what the story reports and shows; what these keep in their turn is settled with them."""
    return list(chain(article.events.all(), article.agreements.all(), article.photos.all()))


def would_release(article: Article, at: datetime) -> list[Released]:
    """Return the records that readers cannot see at `at` and that approving the story would bring them."""
    own = records_of(article)
    return [record for record in own + _kept_by(own) if not record.is_public(at)]


def _kept_by(records: list[Released]) -> list[Released]:
    return [row for record in records for row in dependants(record)]
