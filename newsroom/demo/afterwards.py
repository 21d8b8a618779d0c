"""Changes after publication in the demo data: corrections, withdrawals, amendments."""

from functools import partial
from typing import Any

from newsroom.accounts.models import User
from newsroom.articles import deeds
from newsroom.articles.deeds.approval import write_edition
from newsroom.articles.models import Article, Edition
from newsroom.cooperation.models import Agreement
from newsroom.masthead import house_style
from newsroom.publishing import clock
from newsroom.publishing.amending.amendments import propose
from newsroom.publishing.keeping import let_out_by
from newsroom.publishing.release import settle_all


def first_words(story: dict, language: str) -> dict[str, str]:
    """Return the words of an edition's first version, with the mistake if it is corrected later."""
    words, correction = story["article"]["editions"][language], story.get("corrected", {}).get(language)
    if not correction:
        return words
    return {part: text.replace(correction["now"], correction["was"]) for part, text in words.items()}


def correct(article: Article, story: dict, *, editor: Any, publisher: Any) -> None:
    """Correct the story's corrected editions as `editor`, and approve that as `publisher`."""
    for language, correction in story.get("corrected", {}).items():
        version = deeds.correct(article.editions.get(language=language), by=editor)
        words = story["article"]["editions"][language] | {"change_note": correction["note"]}
        version = deeds.write(version, by=editor, **words)
        deeds.submit(version, by=editor)
        deeds.approve(version, by=publisher)
        _date(version.edition)


def withdraw(article: Article, story: dict, *, by: User) -> None:
    """Withdraw the story's withdrawn editions, each with its reason for readers."""
    for language, reason in story.get("withdrawn", {}).items():
        deeds.withdraw(article.editions.get(language=language), by=by, reason=reason)
        _date(article.editions.get(language=language))


def _date(edition: Edition) -> None:
    """Tell readers of the correction or withdrawal that was just made as of the day of the demonstration.

    The log and the approval keep their true moment. Nobody has read what is redated: it was loaded in this transaction.
    """
    site = house_style.followed()
    if site is None or site.as_of is None:
        return
    edition.refresh_from_db()
    versions = sorted(edition.versions.exclude(approved_at=None), key=lambda version: version.number)
    starts = {version: version.public_from for version in versions}
    *earlier, last = starts
    if edition.withdrawn_at:
        edition.withdrawn_at = max(starts[last], clock.start_of(site.as_of))
    else:
        starts[last] = max(*(starts[one] for one in earlier), clock.start_of(site.as_of))
    write_edition(edition, starts, end=edition.withdrawn_at)
    settle_all(let_out_by(*versions), clock.moment())


def propose_changes(story: dict, *, editor: Any) -> None:
    """Propose amendments of public agreements as `editor`; they stay pending."""
    for row in story.get("proposed", []):
        agreement = Agreement.objects.get(slug=row["agreement"])
        propose(agreement, partial(_change, agreement, row["columns"]), by=editor, reason=row["reason"])


def _change(agreement: Agreement, columns: dict) -> None:
    for name, value in columns.items():
        setattr(agreement, name, value)
    agreement.full_clean()
    agreement.save()
