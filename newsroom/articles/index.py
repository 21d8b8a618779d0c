"""Inverted indexes of the story list, one for each language, and their follower."""

from typing import Any

from django.db.models import Q

from newsroom.articles.models import Article, Edition, Version
from newsroom.articles.subjects import WAYS
from newsroom.cooperation.index import AGREEMENTS, STOPS, signed_among, write_signed, write_travelled
from newsroom.cooperation.models import Agreement, Delegation, Event
from newsroom.languages import LANGUAGES, prefix_of
from newsroom.lists.index import Index, each, once, rank_of_moment
from newsroom.places.models import Pair, Place
from newsroom.publishing.keeping import let_out_by
from newsroom.publishing.models import LogEntry, Verb


def _stories(language: str) -> Index:
    """Return the index of the editions in one language."""
    return Index(
        f"stories-{prefix_of(language)}",
        records=Edition.objects.in_language(language).select_related("article").all,
        rank=lambda edition: rank_of_moment(edition.first_public_from),
        words={
            "pair": [(f"article__{way}", once) for way in WAYS[Pair]],
            "place": [(f"article__{way}", once) for way in WAYS[Place]],
            "kind": [("article__events__kinds", each)],
            "field": [("article__agreements__fields", once)],
            "year": [("article__year", once)],
            "section": [("article__section", once)],
        },
    )


STORIES = {language: _stories(language) for language in LANGUAGES}
EVERY_INDEX = (*STORIES.values(), AGREEMENTS, STOPS)


def follow_stories(log_entry: LogEntry) -> None:
    """Update the indexes of stories, agreements and stops after a deed.

    Submitted words change no index: a later deed publishes them.
    """
    if log_entry.verb == Verb.SUBMIT:
        return
    match log_entry.record:
        case Version(edition=Edition(article=article)) | Edition(article=article) | (Article() as article):
            versions = Version.objects.filter(edition__article=article)
            write_signed({*article.agreements.values_list("pk", flat=True), *signed_among(let_out_by(*versions))})
            write_travelled(article.events.values_list("pk", flat=True))
            _write(pk=article.pk)
        case Event() as event:
            _write(events=event)
        case Delegation() as delegation:
            _write(events__delegations=delegation)
        case Agreement() as agreement:
            _write(agreements=agreement)
        case Place() as place if log_entry.verb == Verb.MERGE:
            for index in STORIES.values():
                index.write(index.reached_from(place).values_list("pk", flat=True))


def _write(**ways: Any) -> None:
    for language, index in STORIES.items():
        editions = Edition.objects.in_language(language).filter(article__in=Article.objects.filter(Q(**ways)))
        index.write(editions.values_list("pk", flat=True))
