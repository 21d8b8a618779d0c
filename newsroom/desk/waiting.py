"""Task lists of the desk's first page: what waits for somebody."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.articles.models import Article, Version
from newsroom.articles.records import waiting_for_release
from newsroom.articles.status_text import status_text
from newsroom.languages import labelled, tag_of
from newsroom.publishing.deeds import may, may_view
from newsroom.publishing.models import Amendment, LogEntry

MANY = 20  # rows of one list; older ones follow when these are done
State = Version.State


@dataclass(frozen=True)
class Row:
    """A task: its words and their language, a note, and the address where to do it."""

    words: str
    lang: str
    about: str
    address: str


@dataclass(frozen=True)
class Waiting:
    """One list of tasks."""

    title: str
    rows: list[Row]


def waiting_for(user: User, at: datetime) -> list[Waiting]:
    """Return the lists that are not empty, the most urgent first; only what `user` may view."""
    seen = Version.objects.without_body() if may_view(user, Article) else Version.objects.none()
    versions = seen.select_related("edition", "changed_by", "submitted_by")
    mine = versions.filter(changed_by=user).order_by("-changed_at")
    review = versions.filter(state=State.SUBMITTED).order_by("edition__article", "edition__language")
    lists = [
        Waiting(_("Returned to me"), _versions(mine.filter(state=State.RETURNED), at)),
        Waiting(_("Waiting for my approval"), _versions(_for_approval(review, user), at)),
        Waiting(_("Amendments waiting for my approval"), _amendments(user)),
        Waiting(_("Waiting for release: entered below what readers see"), _unreleased(user, at)),
        Waiting(_("Done alone and not looked over yet"), _alone(user)),
        Waiting(_("My drafts"), _versions(mine.filter(state=State.DRAFT), at)),
        Waiting(_("Scheduled"), _versions(versions.waiting(at).order_by(F("public_from").asc(nulls_last=True)), at)),
    ]
    return [one for one in lists if one.rows]


def _for_approval(review: Any, user: User) -> Any:
    if not may(user, "approve"):
        return review.none()
    return review.exclude(changed_by=user).exclude(submitted_by=user)


def _versions(versions: Any, at: datetime) -> list[Row]:
    return [
        Row(
            words=version.headline,
            lang=tag_of(version.edition.language),
            about=labelled(version.edition.get_language_display(), status_text(version, at)),
            address=reverse("admin:articles_article_change", args=[version.edition.article_id]),
        )
        for version in versions[:MANY]
    ]


def _amendments(user: User) -> list[Row]:
    if not (may(user, "approve") and may_view(user, Amendment)):
        return []
    waiting = Amendment.objects.filter(state=Amendment.State.WAITING).exclude(proposed_by=user)
    return [
        Row(
            words=str(amendment),
            lang="",
            about=_("%(kind)s, proposed by %(name)s") % {"kind": amendment.kind.name, "name": amendment.proposed_by},
            address=reverse("admin:publishing_amendment_change", args=[amendment.pk]),
        )
        for amendment in waiting.select_related("kind", "proposed_by").prefetch_related("record")[:MANY]
    ]


def _unreleased(user: User, at: datetime) -> list[Row]:
    if not may(user, "release"):
        return []
    return [
        Row(
            words=str(record),
            lang="",
            about=str(record._meta.verbose_name),
            address=reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_release", args=[record.pk]),
        )
        for record in waiting_for_release(at, MANY)
        if may_view(user, type(record))
    ]


def _alone(user: User) -> list[Row]:
    if not (may(user, "approve") and may_view(user, LogEntry)):
        return []
    log_entries = LogEntry.objects.filter(alone=True, cleared_at=None).exclude(by=user).select_related("by")
    return [
        Row(
            words=log_entry.label,
            lang="",
            about=_("%(deed)s by %(name)s: %(note)s")
            % {"deed": log_entry.get_verb_display(), "name": log_entry.by, "note": log_entry.note},
            address=reverse("admin:look_over", args=[log_entry.pk]),
        )
        for log_entry in log_entries[:MANY]
    ]
