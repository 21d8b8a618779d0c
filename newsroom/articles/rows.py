"""Stories as rows of a list: what `components/story_row.html` asks for."""

from collections.abc import Iterable
from datetime import datetime

from newsroom.articles.models import Version
from newsroom.articles.pairs import pairs_of
from newsroom.languages import Words
from newsroom.places.marks import pair_mark


def story_rows(versions: Iterable[Version], *, at: datetime, language: str) -> list[dict]:
    """Return public versions, loaded `.with_article()`, as rows for a page in `language`.

    A story that is told in the other language only leads to where it can be read.
    """
    versions = list(versions)
    pairs = pairs_of({version.edition.article_id for version in versions}, at)
    return [_row(version, pairs[version.edition.article_id], language) for version in versions]


def _row(version: Version, pairs: list, language: str) -> dict:
    return {
        "headline": Words(version.headline, version.language),
        "standfirst": Words(version.standfirst, version.language),
        "address": version.edition.article.address_in(version.language),
        "first_public": version.edition.first_public_from,
        "pairs": [pair_mark(pair, language) for pair in pairs],
    }
