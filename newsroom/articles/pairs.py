"""Pairs of stories: those of their events and agreements, or their own."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from newsroom.articles.models import Article
from newsroom.articles.subjects import REPORTED, WAYS
from newsroom.cooperation.models import Agreement, Event
from newsroom.places.models import Pair
from newsroom.publishing.interval import public_q


def pairs_of(articles: Iterable[int], at: datetime, language: str) -> dict[int, list[Pair]]:
    """Return the pairs of each article, by article key and in the order of names. Runs two queries."""
    found = {key: [] for key in articles}
    links = set(_links(list(found), at)) if found else set()
    pairs = Pair.objects.with_places().in_bulk({pair for _article, pair in links}) if links else {}
    for article, pair in links:
        found[article].append(pairs[pair])
    return {key: sorted(mine, key=lambda pair: pair.sort_key_in(language)) for key, mine in found.items()}


def pairs_of_story(article: Article, at: datetime, language: str) -> list[Pair]:
    """Return one article's pairs with their places, in the order of names. Runs one query."""
    ways = (links.values("pair_id") for _article, links in _ways([article.pk], at))
    found = Pair.objects.filter(reduce(or_, (Q(pk__in=pairs) for pairs in ways))).with_places()
    return sorted(found, key=lambda pair: pair.sort_key_in(language))


def _links(articles: list[int], at: datetime) -> Any:
    """Return (article, pair) for every pair of what the articles report, and for their own."""
    first, *others = (links.values_list(article, "pair_id") for article, links in _ways(articles, at))
    return first.union(*others)


def _ways(articles: list[int], at: datetime) -> Iterator:
    """Return the querysets of linked pairs, each with the lookup back to the article."""
    for way in WAYS[Pair]:
        link, _step, _pairs = way.rpartition("__")
        yield _of_reported(REPORTED[link], articles, at) if link else _own(articles)


def _of_reported(model: type[Event | Agreement], articles: list[int], at: datetime) -> tuple:
    owner = model.pairs.field.m2m_field_name()
    links = model.pairs.through.objects.filter(public_q(at, owner), **{f"{owner}__articles__in": articles})
    return f"{owner}__articles", links


def _own(articles: list[int]) -> tuple:
    return "article", Article.pairs.through.objects.filter(article__in=articles)
