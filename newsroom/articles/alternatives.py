"""Approval checks for alternative texts: every photo of a page needs one in its language."""

from django.conf import settings
from django.utils.translation import gettext as _

from newsroom.articles.models import Article, Edition, Version
from newsroom.photos.models import Photo
from newsroom.publishing.models import LogEntry, Verb
from newsroom.publishing.refused import Refused


def refuse_photos_without_words(version: Version) -> list[str]:
    """Return the errors against approving the version: one for each photo without alt text in its language."""
    return _missing(version.edition.article, version.language)


def refuse_amendments_without_words(log_entry: LogEntry) -> None:
    """Refuse an approved amendment that adds a photo without alt text, or removes an alt text. Raise Refused.

    A follower that runs after the write, inside the transaction: only then is the amended story known.
    """
    if log_entry.verb != Verb.AMEND or not isinstance(log_entry.record, Article | Photo):
        return
    stories = [log_entry.record] if isinstance(log_entry.record, Article) else log_entry.record.articles.all()
    editions = Edition.objects.approved(log_entry.at).filter(article__in=stories).select_related("article")
    if reasons := [reason for edition in editions for reason in _missing(edition.article, edition.language)]:
        raise Refused(*dict.fromkeys(reasons))


def _missing(article: Article, language: str) -> list[str]:
    name = dict(settings.LANGUAGES)[language]
    sentence = _("The photo “%(photo)s” has no alternative text for this language: %(language)s.")
    silent = Photo.objects.of_article(article, language).without_alt_in(language)
    return [sentence % {"photo": photo, "language": name} for photo in silent]
