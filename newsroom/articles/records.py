"""Released records of a story: what its approval lets out, and what stays behind.

One function says it, to the page that approves and to the deed: no deed makes public what its page did not show.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from django.db import models
from django.db.models import Exists, OuterRef, Q

from newsroom.articles.models import Article, ArticlePhoto, Edition, Version
from newsroom.articles.subjects import REPORTED
from newsroom.photos.models import Photo, pages_in
from newsroom.publishing import clock
from newsroom.publishing.hanging import Reach, reach
from newsroom.publishing.interval import UNRELEASED
from newsroom.publishing.keeping import carry, let_out, let_out_by, take_back
from newsroom.publishing.models import Amendment
from newsroom.publishing.release import Released, settle_all, unreleased


def records_of(article: Article, language: str) -> list[Released]:
    """Return what the story's page in `language` reports and shows itself."""
    photos = Photo.objects.of_article(article, language)
    return list(chain(article.events.all(), article.agreements.all(), photos))


def waiting_for_release(at: datetime, most: int) -> list[Released]:
    """Return what was entered below what readers see, or linked to it, and waits for an approval of its own."""
    stories = Article.objects.approved(at)
    reported = [model.objects.filter(UNRELEASED, articles__in=stories) for model in REPORTED.values()]
    reported.append(Photo.objects.filter(UNRELEASED, shown__in=_on_pages(at)))
    found = dict.fromkeys(chain(unreleased(at), *reported))
    return [record for record in found if record.not_before() != clock.NEVER][:most]


def _on_pages(at: datetime) -> models.QuerySet:
    """Return the rows of photos on the pages whose words are approved."""
    approved = Edition.objects.approved(at).filter(article=OuterRef("article"))
    on_both = Q(Exists(approved), language="")
    return ArticlePhoto.objects.filter(on_both | Exists(approved.filter(language=OuterRef("language"))))


def reach_of(article: Article, language: str, at: datetime) -> Reach:
    """Return what approving the story's words in `language` at `at` lets out, and what hangs below it and stays."""
    return reach(records_of(article, language), at)


def joined_by(amendment: Amendment, language: str) -> list[Released]:
    """Return what a change of the story's links adds to its page in `language`, and not what hangs below that."""
    joined = linked(amendment.after, language, without=amendment.before)
    return [record for record in joined if record.not_before() != clock.NEVER]


def linked(snapshot: dict, language: str, *, without: dict) -> list[Released]:
    """Return what the page in `language` of a snapshot of a story reports and shows, and that of `without` does not."""
    found: list[Released] = []
    for name, model in REPORTED.items():
        found += model.objects.filter(pk__in=set(snapshot["links"][name]) - set(without["links"][name]))
    return [*found, *Photo.objects.filter(pk__in=_photos(snapshot, language) - _photos(without, language))]


def _photos(snapshot: dict, language: str) -> set[int]:
    """Return the keys of the photos on a page of a snapshot, which may be older than the column of the language."""
    rows = [row["fields"] for row in snapshot["rows"]["shown"]]
    return {row["photo_id"] for row in rows if row.get("language", "") in pages_in(language)}


def let_out_with(version: Version, before: Iterable[Version], at: datetime) -> None:
    """Write and settle what the approval of `version`, done at `at`, lets out: what its page showed.

    It also keeps what the words `before` it in its edition kept. Nothing is public from before this deed, but from
    the past moment of words for the archive.
    """
    carry(before, version)
    let_out(
        version, reach_of(version.edition.article, version.language, at).goes, since=min(version.public_from or at, at)
    )
    settle_all(let_out_by(version), at)


def call_back(versions: Iterable[Version], at: datetime) -> None:
    """Forget what the approval of these versions let out, and settle it without them."""
    records = let_out_by(*versions)
    take_back(*versions)
    settle_all(records, at)
