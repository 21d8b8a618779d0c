"""Released records of a story: what its approval lets out, and what stays behind.

One function says it, to the page that approves and to the deed: no deed makes public what its page did not show.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from newsroom.articles.models import Article, Version
from newsroom.articles.subjects import REPORTED
from newsroom.photos.models import Photo
from newsroom.publishing import clock
from newsroom.publishing.hanging import Reach, reach
from newsroom.publishing.interval import UNRELEASED
from newsroom.publishing.keeping import carry, let_out, let_out_by, take_back
from newsroom.publishing.models import Amendment
from newsroom.publishing.release import Released, settle_all, unreleased


def records_of(article: Article) -> list[Released]:
    """Return what the story reports and shows itself."""
    return list(chain(article.events.all(), article.agreements.all(), article.photos.all()))


def waiting_for_release(at: datetime, most: int) -> list[Released]:
    """Return what was entered below what readers see, or linked to it, and waits for an approval of its own."""
    stories = Article.objects.approved(at)
    reported = (model.objects.filter(UNRELEASED, articles__in=stories) for model in (*REPORTED.values(), Photo))
    found = dict.fromkeys(chain(unreleased(at), *reported))
    return [record for record in found if record.not_before() != clock.NEVER][:most]


def reach_of(article: Article, at: datetime) -> Reach:
    """Return what approving words of the story at `at` lets out, and what hangs below its records and stays behind."""
    return reach(records_of(article), at)


def joined_by(amendment: Amendment) -> list[Released]:
    """Return what a change of the story's links lets out: what it links, and not what hangs below that."""
    joined = linked(amendment.after, without=amendment.before)
    return [record for record in joined if record.not_before() != clock.NEVER]


def linked(snapshot: dict, *, without: dict) -> list[Released]:
    """Return the records and photos that a snapshot of a story names, and `without` does not."""
    found: list[Released] = []
    for name, model in REPORTED.items():
        found += model.objects.filter(pk__in=set(snapshot["links"][name]) - set(without["links"][name]))
    shown, before = ({row["fields"]["photo_id"] for row in one["rows"]["shown"]} for one in (snapshot, without))
    return [*found, *Photo.objects.filter(pk__in=shown - before)]


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
