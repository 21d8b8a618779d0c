"""What waits for somebody at the desk, for the first page."""

from datetime import datetime

from django.db.models import F

from newsroom.articles.models import Version
from newsroom.publishing.models import Act


def waiting_for(user, at: datetime) -> dict:
    """Return the lists of the first page: each is short, newest first."""
    versions = Version.objects.select_related("edition__article", "changed_by", "submitted_by").defer("body")
    mine = versions.filter(changed_by=user).order_by("-changed_at")
    submitted = versions.filter(state=Version.State.SUBMITTED).order_by("edition__article", "edition__language")
    return {
        "drafts": mine.filter(state=Version.State.DRAFT)[:20],
        "returned": mine.filter(state=Version.State.RETURNED)[:20],
        "to_approve": submitted.exclude(changed_by=user).exclude(submitted_by=user)[:20],
        "scheduled": versions.waiting(at).order_by(F("public_from").asc(nulls_last=True), "pk")[:20],
        "alone": Act.objects.filter(alone=True, cleared_at=None).exclude(by=user).select_related("by", "kind")[:20],
    }
