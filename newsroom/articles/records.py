"""Released records of a story: what approval makes public."""

from datetime import datetime
from itertools import chain

from newsroom.articles.models import Article
from newsroom.cooperation.models import Agreement, FollowUp
from newsroom.publishing import clock
from newsroom.publishing.release import Released, dependants


def records_of(article: Article) -> list[Released]:
    """Return what the story reports and shows; settling these settles what they keep."""
    return list(chain(article.events.all(), article.agreements.all(), article.photos.all()))


def would_release(article: Article, at: datetime) -> list[Released]:
    """Return the records that are not public at `at` and that approving the story would release."""
    own = records_of(article)
    return [record for record in own + _kept_by(own) if not record.is_public(at) and record.not_before() != clock.NEVER]


def left_behind(article: Article, at: datetime) -> list[Released]:
    """Return what approving the story would not release although it hangs below what the story reports.

    That is what was signed at its events without being reported itself, and what came of the agreements that it
    reports; each is released by a deed of its own.
    """
    events, agreements = article.events.all(), article.agreements.all()
    signed = Agreement.objects.filter(event__in=events).exclude(pk__in=agreements).order_by("pk")
    follow_ups = FollowUp.objects.filter(agreement__in=agreements).order_by("pk")
    return [record for record in chain(signed, follow_ups) if not record.is_approved(at)]


def _kept_by(records: list[Released]) -> list[Released]:
    return [row for record in records for row in dependants(record)]
