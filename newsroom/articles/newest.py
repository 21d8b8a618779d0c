"""Newest stories, of all or about pairs and places, read from the index of the story list."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from newsroom.articles.index import STORIES
from newsroom.articles.models import Edition, Version
from newsroom.languages import LANGUAGES
from newsroom.lists.index import rank_of_moment
from newsroom.lists.models import Entry
from newsroom.places.models import Pair, Place


def newest(at: datetime, language: str, most: int, *, about: Pair | Place | None = None) -> QuerySet[Version]:
    """Return the public versions of the newest `most` stories in a language, loaded for a list."""
    index, shown = STORIES[language], Version.objects.public(at)
    entries = index.entries([index.key(about.view_name, about.pk)] if about else [])
    return _loaded(shown, [_told(entries, shown, most)]).newest_first()


def newest_about(record: Pair | Place, at: datetime, most: int) -> QuerySet[Version]:
    """Return the newest `most` stories of each language about a pair or a place."""
    shown = Version.objects.public(at)
    lists = [index.entries([index.key(record.view_name, record.pk)]) for index in STORIES.values()]
    return _loaded(shown, [_told(entries, shown, most) for entries in lists]).newest_first()


def around(edition: Edition, pairs: list[Pair], at: datetime, *, later: int, earlier: int) -> QuerySet[Version]:
    """Return the stories of these pairs nearest before and after an edition, in any language, oldest first."""
    keys = [index.key("pair", pair.pk) for index in STORIES.values() for pair in pairs]
    shown = Version.objects.public(at).exclude(edition__article=edition.article_id)
    rank, entries = rank_of_moment(edition.first_public_from), Entry.objects.filter(key__in=keys)
    after = entries.filter(Q(rank__gt=rank) | Q(object_id__gt=edition.pk), rank__gte=rank).order_by("rank", "object_id")
    before = entries.filter(Q(rank__lt=rank) | Q(object_id__lt=edition.pk), rank__lte=rank)
    times = len(pairs) * len(LANGUAGES)  # each story may have an entry under every key
    near = [
        _told(after, shown, later * times),
        _told(before.order_by("-rank", "-object_id"), shown, earlier * times),
    ]
    return _loaded(shown, near).oldest_first() if pairs else shown.none()


def _told(entries: QuerySet, shown: QuerySet, most: int) -> QuerySet:
    """Return the editions of the first `most` entries that have a version in `shown`."""
    return entries.filter(Exists(shown.filter(edition=OuterRef("object_id")))).values("object_id")[:most]


def _loaded(shown: QuerySet, editions: list[QuerySet]) -> QuerySet[Version]:
    """Load the versions of these editions by one UNION: PostgreSQL would check an OR of both row by row."""
    first, *others = (Edition.objects.filter(pk__in=some).values("pk") for some in editions)
    return shown.filter(edition__in=first.union(*others) if others else first).with_article().without_body()
