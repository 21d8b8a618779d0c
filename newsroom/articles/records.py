"""Released records of a story: what its approval lets out, and what stays behind.

One function says it, to the page that approves and to the deed: no deed makes public what its page did not show.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from newsroom.articles.models import Article, Version
from newsroom.publishing.hanging import Reach, reach
from newsroom.publishing.keeping import carry, let_out, let_out_by, take_back
from newsroom.publishing.release import Released, settle_all


def records_of(article: Article) -> list[Released]:
    """Return what the story reports and shows itself."""
    return list(chain(article.events.all(), article.agreements.all(), article.photos.all()))


def reach_of(article: Article, at: datetime) -> Reach:
    """Return what approving words of the story at `at` lets out, and what hangs below its records and stays behind."""
    return reach(records_of(article), at)


def would_release(article: Article, at: datetime) -> list[Released]:
    """Return the records that are not public at `at` and that approving the story would release."""
    return [record for record in reach_of(article, at).goes if not record.is_public(at)]


def left_behind(article: Article, at: datetime) -> list[Released]:
    """Return what approving the story would not release although the story reports it, or it hangs below that."""
    return [record for record in reach_of(article, at).stays if not record.is_approved(at)]


def let_out_with(version: Version, before: Iterable[Version], at: datetime) -> None:
    """Write and settle what the approval of `version`, done at `at`, lets out: what its page showed.

    It also keeps what the words `before` it in its edition kept. Nothing is public from before this deed, but from
    the past moment of words for the archive.
    """
    carry(before, version)
    let_out(version, reach_of(version.edition.article, at).goes, since=min(version.public_from or at, at))
    settle_all(let_out_by(version), at)


def call_back(versions: Iterable[Version], at: datetime) -> None:
    """Forget what the approval of these versions let out, and settle it without them."""
    records = let_out_by(*versions)
    take_back(*versions)
    settle_all(records, at)
