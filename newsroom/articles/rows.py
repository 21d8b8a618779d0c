"""Rows of story lists, the context of `components/story_row.html`."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch

from newsroom.articles.models import ArticlePhoto, Version
from newsroom.articles.pairs import pairs_of
from newsroom.languages import Words
from newsroom.photos.models import Photo, pages_in
from newsroom.places.marks import pair_mark


def story_rows(versions: Iterable[Version], *, at: datetime, language: str) -> list[dict]:
    """Return public versions as rows with the marks of their pairs, for a page in `language`."""
    versions = list(versions)
    pairs = pairs_of({version.edition.article_id for version in versions}, at, language)
    return [
        story_row(version, (pair_mark(pair, language) for pair in pairs[version.edition.article_id]))
        for version in versions
    ]


def told_once(versions: Iterable[Version], language: str) -> list[Version]:
    """Keep one version of each story, in the given order: in `language` where there is one, else the other."""
    chosen = {}
    for version in versions:
        article = version.edition.article_id
        if article not in chosen or version.language == language:
            chosen[article] = version
    return list(chosen.values())


def story_row(version: Version, pairs: Iterable[dict] = ()) -> dict:
    """Return the row of a public version, loaded `.with_article()`, with the marks of its `pairs`.

    Its address is in the version's language, which need not be the page's.
    """
    return {
        "headline": Words(version.headline, version.language),
        "standfirst": Words(version.standfirst, version.language),
        "address": version.edition.article.address_in(version.language),
        "first_public": version.edition.first_public_from,
        "corrected": bool(version.change_note),
        "pairs": list(pairs),
    }


def first_photos(articles: Iterable[int], at: datetime, language: str) -> dict[int, Photo]:
    """Return the first public photo of each article's page, by article key, loaded `.with_people()`."""
    seen = Exists(Photo.objects.public(at).filter(pk=OuterRef("photo")))
    shown = ArticlePhoto.objects.filter(seen, article__in=articles, language__in=pages_in(language))
    photos = Prefetch("photo", Photo.objects.with_people())
    return {one.article_id: one.photo for one in shown.order_by("-order", "-pk").prefetch_related(photos)}
