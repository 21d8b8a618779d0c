"""Draft deeds: begin, write, submit, discard, correct, restore."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.accounts.models import User
from newsroom.articles.body import clean_body
from newsroom.articles.deeds.submissions import cover
from newsroom.articles.deeds.table import CORRECT, DISCARD, RESTORE, SUBMIT, WRITE
from newsroom.articles.models import Article, Edition, Version
from newsroom.publishing.amending import revisions
from newsroom.publishing.deeds import deed, hold
from newsroom.publishing.models import Verb
from newsroom.publishing.refused import Refused

WORDS = ("headline", "standfirst", "body", "byline", "change_note", "minor")


def reloaded(version: Version) -> Version:
    """Return the version as it is now that the deed is held."""
    return Version.objects.select_related("edition__article").get(pk=version.pk)


def _new_draft(edition: Edition, words: dict, *, by: User, now: datetime) -> Version:
    if edition.versions.in_work().exists():
        raise Refused(_("A version of this edition is in work already. Finish or discard it first."))
    last = edition.versions.order_by("-number").first()
    version = Version.objects.create(
        edition=edition,
        number=last.number + 1 if last else 1,
        changed_by=by,
        changed_at=now,
        **_clean(words),
    )
    version.writers.add(by)
    revisions.keep(version, None, by=by, at=version.changed_at)
    return version


def _clean(words: dict) -> dict:
    return words | {"body": clean_body(words["body"])} if "body" in words else words


@transaction.atomic
def begin(article: Article, language: str, *, by: User, **words: Any) -> Version:
    """Begin the edition of a story in `language` with a first draft, or a new draft where none is in work."""
    WRITE.require(by)
    now = hold()
    edition, _made = Edition.objects.get_or_create(article=article, language=language)
    return _new_draft(edition, words, by=by, now=now)


@transaction.atomic
def write(version: Version, *, by: User, revision: int | None = None, **words: Any) -> Version:
    """Change the words of a version in work. Submitted words become a draft again.

    `revision` is the optimistic lock: raise Refused if somebody saved since the writer loaded it.
    (The desk omits it: its form compares more, and shows both texts.)
    """
    WRITE.require(by)
    now = hold()
    version = reloaded(version)
    if not WRITE.fits(version, now):
        raise Refused(_("These words have been approved or discarded. Begin a new version to change them."))
    if revision is not None and revision != version.revision:
        raise Refused(_("Somebody else changed these words meanwhile. Compare both texts and save again."))
    changed = {name: value for name, value in _clean(words).items() if getattr(version, name) != value}
    if not changed:
        return version
    before = revisions.take(version)
    for name, value in changed.items():
        setattr(version, name, value)
    version.state = Version.State.DRAFT
    version.changed_by, version.changed_at = by, now
    version.revision += 1
    version.full_clean(exclude=["edition"])
    version.save()
    version.writers.add(by)
    revisions.keep(version, before, by=by, at=now)
    return version


def submit(version: Version, *, by: User) -> None:
    """Submit a draft for approval."""
    SUBMIT.require(by)
    with deed(Verb.SUBMIT, version, by=by) as log_entry:
        version = reloaded(version)
        if not SUBMIT.fits(version, log_entry.at):
            raise Refused(_("Only a draft can be submitted."))
        refuse_unready(version)
        version.state = Version.State.SUBMITTED
        version.submitted_by, version.submitted_at = by, log_entry.at
        version.return_note = version.taken_back = ""
        version.save()
        cover(version, log_entry.at)


def refuse_unready(version: Version) -> None:
    """Raise Refused with every reason why the words are not ready for review."""
    reasons = []
    if not version.headline.strip():
        reasons.append(_("The headline is missing."))
    if not version.body.strip():
        reasons.append(_("The body is missing."))
    corrects = version.edition.versions.exclude(approved_at=None).exclude(pk=version.pk).exists()
    if corrects and not (version.minor or version.change_note.strip()):
        reasons.append(_("Say for readers what was changed, or mark the change as minor."))
    if reasons:
        raise Refused(*reasons)


def discard(version: Version, *, by: User) -> None:
    """Discard a version in work. Its words stay in the history."""
    DISCARD.require(by)
    with deed(Verb.DISCARD, version, by=by) as log_entry:
        version = reloaded(version)
        if not DISCARD.fits(version, log_entry.at):
            raise Refused(_("Only a version in work can be discarded."))
        version.state = Version.State.DISCARDED
        version.save()
        version.previews.filter(revoked_at=None).update(revoked_at=log_entry.at)


@transaction.atomic
def correct(edition: Edition, *, by: User) -> Version:
    """Begin a new draft from the public or scheduled words."""
    CORRECT.require(by)
    hold()
    last = edition.versions.exclude(public_from=None).order_by("-number").first()
    if last is None:
        raise Refused(_("Nothing of this edition has been published yet."))
    return restore(last, by=by)


@transaction.atomic
def restore(version: Version, *, by: User) -> Version:
    """Begin a new draft from the words of an earlier version."""
    RESTORE.require(by)
    now = hold()
    version = reloaded(version)
    words = {name: getattr(version, name) for name in WORDS} | {"change_note": "", "minor": False}
    draft = _new_draft(version.edition, words, by=by, now=now)
    if version.approved_at is None:
        draft.writers.add(*version.writers.all())
    return draft
